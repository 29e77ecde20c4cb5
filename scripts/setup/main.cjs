// @ts-check
/** What with-setup.cjs does once the machine's Node is known to be new enough. */
"use strict";

const { checkPath } = require("./checkPath.cjs");
const { ensureInstalled, recordInstallation } = require("./packages.cjs");
const { root } = require("./paths.cjs");
const { run } = require("./run.cjs");

async function main() {
  if (process.argv[2] === "--installed") {
    // npm has just installed the packages, whoever asked it to.
    recordInstallation();
    return;
  }
  checkPath(root);
  await ensureInstalled();
  await run(process.argv.slice(2));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
