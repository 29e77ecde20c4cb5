import { statSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { aptLock } from "./system-packages.ts";

test.runIf(process.platform === "linux")("only root can put something in the place of the lock around apt-get", () => {
  const { uid, mode } = statSync(dirname(aptLock));
  expect(uid).toBe(0);
  expect(mode & 0o022).toBe(0);
});
