/**
 * Serves a page that runs the scenarios in the browser that opens it.
 * Usage: npm run lab
 */
import { scenarios } from "../src/scenarios/index.ts";
import { startLabPage } from "./lab/page/labPage.ts";

const page = await startLabPage(scenarios);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void page.close());
}
console.log(`The lab is open at ${page.origin}/`);
console.log("Ctrl+C stops it.");
