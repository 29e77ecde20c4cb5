/**
 * Records what the command line prints, for its page: against a server that people paste.
 * Usage: npm run terminal
 */
import "./support/tellProblems.ts";

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terminalFile } from "../src/evidence/terminalSessions.ts";
import { makePackage } from "./package/make.ts";
import { playSessions } from "./package/playSessions.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(root, ".cache/terminal-"));
try {
  await makePackage(root, folder);
  const played = await playSessions(root, join(folder, "dist/bin.js"));
  writeFileSync(join(root, terminalFile), `${JSON.stringify(played, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`Recorded ${terminalFile}.`);
