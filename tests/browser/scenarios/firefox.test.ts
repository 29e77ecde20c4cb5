import { readExtent } from "../../../scripts/support/replays.ts";
import { replayScenarios } from "./replayScenarios.ts";

await replayScenarios("firefox", readExtent("ENGINES"));
