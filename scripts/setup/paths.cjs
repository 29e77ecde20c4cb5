// @ts-check
"use strict";

const path = require("node:path");

const onWindows = process.platform === "win32";
const root = path.join(__dirname, "../..");
const packages = path.join(root, "node_modules");

module.exports = {
  onWindows,
  /** The project's folder. */
  root,
  /** Where its packages are. */
  packages,
  /** The Node that they bring. */
  ownNode: path.join(packages, "node/bin", onWindows ? "node.exe" : "node"),
};
