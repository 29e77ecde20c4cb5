// @ts-check
/**
 * One command at a time installs or builds in a folder.
 *
 * Who wants to adds a file of its own, its claim, and then looks for those of others: of two that come
 * at once at least one sees the other, and steps back. A claim is named after its process, so that of a
 * process that was killed is known to be void, and anyone may remove it without a race: no other
 * process ever takes that name.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { setTimeout: wait } = require("node:timers/promises");
const { findProcess } = require("./processes.cjs");

/**
 * @typedef {object} Lock
 * @property {boolean} waited whether another command had to end first
 * @property {(pid: number) => void} share makes it last until that process has ended, too
 * @property {() => void} release
 */

/**
 * Waits until no other command installs or builds in the folder, and says for which one it waits.
 * @param {string} root the project's folder
 * @returns {Promise<Lock>} to be released; one that is not ends with its process
 * @throws {Error} where nothing can be written in the folder
 */
async function acquireLock(root) {
  // Not in node_modules, which an installation removes.
  const folder = path.join(root, ".cache/commands");
  fs.mkdirSync(folder, { recursive: true });
  /** @type {Set<number>} */
  const told = new Set();
  for (;;) {
    const [other] = liveClaims(folder);
    if (other !== undefined) {
      if (!told.has(other)) {
        console.error(`Another command (process ${other}) is installing or building here; waiting for it…`);
      }
      told.add(other);
      await wait(100);
      continue;
    }
    const own = claim(folder, process.pid);
    if (liveClaims(folder).length === 1) return lockOf(folder, own, told.size > 0);
    removeClaim(own);
    // Two that step back together must not come back together for ever.
    await wait(Math.random() * 100);
  }
}

/**
 * @param {string} folder
 * @param {string} own
 * @param {boolean} waited
 * @returns {Lock}
 */
function lockOf(folder, own, waited) {
  const claims = [own];
  return {
    waited,
    share: (pid) => claims.push(claim(folder, pid)),
    release() {
      for (const file of claims) removeClaim(file);
    },
  };
}

/**
 * @param {string} folder
 * @param {number} pid
 * @returns {string} the claim's file
 */
function claim(folder, pid) {
  const file = path.join(folder, `${pid}.${findProcess(pid)?.started}`);
  fs.writeFileSync(file, "");
  return file;
}

/** @param {string} file */
function removeClaim(file) {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    // Another command has removed it already.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
  }
}

/**
 * The processes whose claims stand. Removes those of processes that are gone.
 * @param {string} folder
 */
function liveClaims(folder) {
  const live = [];
  for (const name of fs.readdirSync(folder)) {
    const pid = Number.parseInt(name, 10);
    const found = findProcess(pid);
    if (found && name === `${pid}.${found.started}`) live.push(pid);
    else removeClaim(path.join(folder, name));
  }
  return live;
}

module.exports = { acquireLock };
