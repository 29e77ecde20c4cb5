import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isBuilt, recordBuild } from "./buildStamp.ts";
import { hashSiteInputs } from "./siteInputs.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stamp-"));
  for (const folder of ["content", "dist/en", "dist/_astro"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["content/guide.md", "dist/index.html", "dist/en/index.html", "dist/_astro/page.js"]) {
    writeFileSync(join(root, file), file);
  }
  recordBuild(root, join(root, "dist"), hashSiteInputs(root, process.env));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a site that was built and not touched since is built", () => {
  expect(isBuilt(root)).toBe(true);
});

test.each([
  ["a file of it is missing", () => rmSync(join(root, "dist/en/index.html"))],
  ["a folder of it is missing", () => rmSync(join(root, "dist/_astro"), { recursive: true })],
  ["a file of it was cut short", () => writeFileSync(join(root, "dist/en/index.html"), "dist/en/index.htm")],
  ["a file of it was renamed", () => renameSync(join(root, "dist/en"), join(root, "dist/ja"))],
  ["a file is too many", () => writeFileSync(join(root, "dist/en/draft.html"), "")],
  ["all of it is missing", () => rmSync(join(root, "dist"), { recursive: true })],
  ["what it was made from has changed", () => writeFileSync(join(root, "content/guide.md"), "another")],
  [
    "another build is about to replace it",
    () => {
      mkdirSync(join(root, "dist.new-1"));
      recordBuild(root, join(root, "dist.new-1"), hashSiteInputs(root, process.env));
    },
  ],
  ["the record was cut short", () => writeFileSync(join(root, ".cache/built-from"), "inputs: ")],
])("it is not where %s", (_what, change) => {
  change();
  expect(isBuilt(root)).toBe(false);
});

test("it is not where it was built for another address", () => {
  vi.stubEnv("SITE_URL", "https://another.example");
  try {
    expect(isBuilt(root)).toBe(false);
  } finally {
    vi.unstubAllEnvs();
  }
});
