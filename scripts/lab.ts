/**
 * Serves a page that runs the scenarios in the browser that opens it, and the lab that the site's pages try requests on.
 * Usage: npm run lab
 *        npm run lab -- --port 4400    with the second at that port, as a site was built with it
 */
import "./support/tellProblems.ts";

import { scenarios } from "../src/scenarios/index.ts";
import { startLabPage } from "./lab/page/labPage.ts";
import { readOptions } from "./lab/try/options.ts";
import { startTryServer } from "./lab/try/server.ts";

const { port } = readOptions(process.argv.slice(2), ["port"]);
const tried = await startTryServer(port);
const page = await startLabPage(scenarios);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    void page.close();
    void tried.close();
  });
}
console.log(`The lab is open at ${page.origin}/`);
console.log("This builds and serves the site with what tries a request in the reader's browser:");
console.log(`  LAB_URL=http://127.0.0.1:${tried.port} npm start`);
console.log("Ctrl+C stops it.");
