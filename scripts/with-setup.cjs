/**
 * Runs a script or a tool with the project's own Node, after installing the packages where they are
 * missing or not those of package-lock.json.
 * Usage: node scripts/with-setup.cjs <file.ts or file.js> [arguments]
 *
 * One script does both, because a shell remembers where it found `node`: an npm script `a && b`
 * would run b, too, with the machine's Node. The syntax is old on purpose: a Node that is too old
 * has to be able to read it, so as to say so.
 */
"use strict";

var oldestNode = 20;
if (parseInt(process.version.slice(1), 10) < oldestNode) {
  console.error(
    "Preflight Guide needs Node " +
      oldestNode +
      " or newer; this is " +
      process.version +
      ". Get it from https://nodejs.org/"
  );
  process.exit(1);
}

require("./setup/main.cjs");
