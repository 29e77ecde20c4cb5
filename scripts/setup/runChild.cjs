// @ts-check
"use strict";

const { watchNpm } = require("./watchNpm.cjs");

/** @type {NodeJS.Signals[]} */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Waits for the end of a child. Signals are handed on to it, and it is ended where npm was killed.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, heard: NodeJS.Signals | undefined }>}
 *   how it ended, and the last signal that was handed on to it
 * @throws {Error} where it does not start
 */
function runChild(child) {
  /** @type {NodeJS.Signals | undefined} */
  let heard;
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    heard = signal;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, handOn);
  watchNpm(() => handOn("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of signals) process.removeListener(name, handOn);
      resolve({ code, signal, heard });
    });
  });
}

module.exports = { runChild };
