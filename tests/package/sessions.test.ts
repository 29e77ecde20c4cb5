import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { playSessions } from "../../scripts/package/playSessions.ts";
import { terminalFile } from "../../src/evidence/terminalSessions.ts";
import { installed } from "../support/packedPackage.ts";

test("the command line prints what its page says that it prints; if not: npm run terminal", async () => {
  const bin = join(await installed(), "node_modules/preflight-guide/dist/bin.js");
  expect(await playSessions(process.cwd(), bin)).toEqual(JSON.parse(readFileSync(terminalFile, "utf8")));
});
