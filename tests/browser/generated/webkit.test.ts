import { agreesOnGenerated } from "./agrees.ts";

await agreesOnGenerated("webkit", 25);
