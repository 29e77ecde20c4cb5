import { agreesOnGenerated } from "./agrees.ts";

await agreesOnGenerated("chromium", 100);
