// @ts-check
"use strict";

const { spawn } = require("node:child_process");
const path = require("node:path");
const { ownNode, packages, root } = require("./paths.cjs");
const { runChild } = require("./runChild.cjs");

/**
 * Runs the project's Node in the project's folder, and ends as it ends.
 * @param {string[]} args a script, and its arguments
 * @throws {Error} where it does not start
 */
async function run(args) {
  const child = spawn(ownNode, args, { cwd: root, stdio: "inherit", env: environment() });
  const { code, signal } = await runChild(child).catch((error) => {
    throw new Error(
      `The project's own Node does not start (${error.message}).\nDelete node_modules and run the command again.`,
    );
  });
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
}

function environment() {
  const env = { ...process.env };
  // Windows writes it Path.
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  env[name] = path.join(packages, ".bin") + path.delimiter + (env[name] ?? "");
  // What a shell has for other projects would decide what Astro builds, and whether it shows drafts.
  delete env.NODE_ENV;
  // Half of what a short command takes is Node's to read the code; of what is kept compiled it is little.
  env.NODE_COMPILE_CACHE = path.join(root, ".cache/compiled");
  env.ASTRO_TELEMETRY_DISABLED = "1";
  env.ASTRO_DEV_BACKGROUND = "0";
  env.ASTRO_PREVIEW_BACKGROUND = "0";
  return env;
}

module.exports = { run };
