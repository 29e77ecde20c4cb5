/**
 * Makes what servers need to serve the built site: their configurations, and the site with each text compressed beside
 * it. All of them say the same: src/build/hosting/answers.ts.
 * Usage: npm run hosts
 *        npm run hosts -- ../elsewhere    into another folder than hosts/
 */
import "./support/tellProblems.ts";

import { makeHosts } from "./hosting/makeHosts.ts";
import { ensureBuilt } from "./support/ensureBuilt.ts";

const folder = process.argv[2] ?? "hosts";
await ensureBuilt();
const { texts, files } = await makeHosts("dist", folder);
console.log(`Made in ${folder}/: site/ with ${texts} texts compressed, ${files.join(", ")}`);
