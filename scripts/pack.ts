/**
 * Makes the package that others install: the command line, the rules, the diagnosis, the audit and the matchers, as
 * plain JavaScript without dependencies.
 * Usage: npm run pack
 * It is left in .cache/package/, as a folder and as the file that `npm publish` takes.
 */
import "./support/tellProblems.ts";

import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { makePackage } from "./package/make.ts";
import { runProgram } from "./support/program.ts";

const root = join(import.meta.dirname, "..");
const place = join(root, ".cache/package");
rmSync(place, { recursive: true, force: true });
const folder = join(place, "preflight-guide");
await makePackage(root, folder);
const { code, output } = await runProgram({
  command: ["npm", "pack", folder, "--pack-destination", place],
  folder: place,
});
if (code !== 0) throw new Error(`npm could not pack ${folder}.\n${output}`);
for (const name of readdirSync(place).filter((each) => each.endsWith(".tgz"))) {
  const kilobytes = Math.ceil(statSync(join(place, name)).size / 1000);
  console.log(`.cache/package/${name}: ${kilobytes} KB`);
}
