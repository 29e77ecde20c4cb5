// @ts-check
"use strict";

const { spawn, spawnSync } = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { acquireLock } = require("./lock.cjs");
const { onWindows, ownNode, packages, root } = require("./paths.cjs");
const { runChild } = require("./runChild.cjs");

/** What the packages were installed from. */
const stamp = path.join(packages, ".installed-from");

/**
 * Installs the packages of package-lock.json, unless they are there.
 * @throws {Error} where they cannot be installed, after npm's own words
 */
async function ensureInstalled() {
  if (isInstalled()) return;
  const lock = await acquireLock(root);
  // The command that was waited for may have done it.
  if (!isInstalled()) await install(lock);
  lock.release();
}

function isInstalled() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === describeInstallation() && isWhole();
}

/** What package-lock.json asks for, and how long the Node is that came with it: one that was cut short has another length. */
function describeInstallation() {
  const lock = fs.readFileSync(path.join(root, "package-lock.json"));
  const { size } = fs.statSync(ownNode, { throwIfNoEntry: false }) ?? { size: 0 };
  return `${crypto.createHash("sha256").update(lock).digest("hex")} ${size}`;
}

/** Whether each package is there that npm says to have installed. */
function isWhole() {
  try {
    const installed = JSON.parse(fs.readFileSync(path.join(packages, ".package-lock.json"), "utf8"));
    return Object.keys(installed.packages).every((name) => fs.existsSync(path.join(root, name, "package.json")));
  } catch {
    return false;
  }
}

/** Remembers that npm has installed the packages, where it has. */
function recordInstallation() {
  // npm install --package-lock-only installs nothing, and runs the project's postinstall all the same.
  if (process.env.npm_config_package_lock_only === "true" || !ownNodeRuns()) return;
  fs.writeFileSync(stamp, describeInstallation());
}

function ownNodeRuns() {
  // An empty file is a program to a shell, and ends well.
  return /^v\d/.test(spawnSync(ownNode, ["--version"], { encoding: "utf8" }).stdout ?? "");
}

/** @param {import("./lock.cjs").Lock} lock */
async function install(lock) {
  console.log("Installing packages (once, about a minute)…");
  await removePackages();
  const npm = startNpm([
    "ci",
    "--include=dev",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  // It may outlive this process, where that is killed.
  if (npm.pid !== undefined) lock.share(npm.pid);
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const { code, heard } = await runChild(npm).catch((error) => {
    output += error.message;
    return { code: 1, heard: undefined };
  });
  if (heard) process.kill(process.pid, heard);
  if (code !== 0) {
    console.error(output);
    throw new Error(
      "The packages could not be installed; npm's own words are above.\n" +
        "Mend what they name (often the network or a full disk), and run the command again.",
    );
  }
  recordInstallation();
  if (isInstalled()) return;
  throw new Error(
    `npm installed the packages, but the Node that they bring does not run (${ownNode}).\n` +
      "Run: npm rebuild node --ignore-scripts=false\nWhere that does not help, delete node_modules and run the command again.",
  );
}

/** What an interrupted installation has left is in npm's way. The folder itself may be a mount, and stays. */
async function removePackages() {
  if (!fs.existsSync(packages)) return;
  // First, so that nothing half removed is taken for whole.
  fs.rmSync(stamp, { force: true });
  for (const name of fs.readdirSync(packages)) {
    await fs.promises.rm(path.join(packages, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string[]} args */
function startNpm(args) {
  /** @type {import("node:child_process").SpawnOptions} */
  const options = { cwd: root, stdio: ["ignore", "pipe", "pipe"] };
  // The npm that runs this script, with the Node that runs that npm: this one may be about to be replaced.
  const npmCli = process.env.npm_execpath ?? "";
  if (/npm-cli\.js$/.test(npmCli)) {
    return spawn(process.env.npm_node_execpath ?? process.execPath, [npmCli, ...args], options);
  }
  // Windows starts npm.cmd only through a shell.
  return spawn("npm", args, { ...options, shell: onWindows });
}

module.exports = { ensureInstalled, recordInstallation };
