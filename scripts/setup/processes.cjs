// @ts-check
"use strict";

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

/**
 * Whether a process lives, whoever owns it.
 * @param {number} pid
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * What is known of a process that lives. On Windows that is no more than that it does: nothing there
 * says it within milliseconds.
 * @param {number} pid
 * @returns {{ started: string, parent: number, name: string } | undefined} `started` is in no unit, and
 *   tells a process from an earlier one that had the same number
 */
function findProcess(pid) {
  if (!isAlive(pid)) return undefined;
  if (process.platform === "win32") return { started: "", parent: 0, name: "" };
  return process.platform === "linux" ? readProc(pid) : askPs(pid);
}

/** @param {number} pid */
function readProc(pid) {
  let stat;
  try {
    stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
  // "pid (name) state parent …", see proc_pid_stat(5); a name may hold spaces and brackets.
  const end = stat.lastIndexOf(")");
  const fields = stat.slice(end + 2).split(" ");
  // A zombie has ended; its parent has not asked yet how.
  if (fields[0] === "Z") return undefined;
  return { started: fields[19] ?? "", parent: Number(fields[1]), name: stat.slice(stat.indexOf("(") + 1, end) };
}

/** @param {number} pid */
function askPs(pid) {
  try {
    const line = execFileSync("ps", ["-o", "ppid=,lstart=,comm=", "-p", String(pid)], { encoding: "utf8" });
    const [, parent, started = "", command = ""] = /^\s*(\d+)\s+(.{24})\s+(.*)/.exec(line) ?? [];
    return { started: started.replace(/\W+/g, "-"), parent: Number(parent), name: path.basename(command.trim()) };
  } catch {
    return undefined;
  }
}

module.exports = { findProcess, isAlive };
