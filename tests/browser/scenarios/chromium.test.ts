import { replayScenarios } from "./replayScenarios.ts";

// Always, and all of them: it is the one engine that every machine with the tests has.
await replayScenarios("chromium", "all");
