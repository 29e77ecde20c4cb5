import { agreesOnGenerated } from "./agrees.ts";

await agreesOnGenerated("firefox", 25);
