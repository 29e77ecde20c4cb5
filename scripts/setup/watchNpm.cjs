// @ts-check
"use strict";

const { findProcess, isAlive } = require("./processes.cjs");

/**
 * Calls back when npm, which runs this command, was killed: it then hands no signal on, and nobody
 * else is left to stop what it has started.
 * @param {() => void} gone
 */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  // npm starts a shell, which may or may not stay between the two.
  const between = findProcess(parent);
  const npm = between && /^(ba|da|a|k|z)?sh$/.test(between.name) ? between.parent : parent;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(timer);
    gone();
  }, 500).unref();
}

module.exports = { watchNpm };
