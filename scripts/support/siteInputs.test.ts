import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSiteInputs } from "./siteInputs.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "site-inputs-"));
  write("src/pages/index.astro", "page");
  write("content/guides/one/en.mdx", "guide");
  write("astro.config.mjs", "config");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test("the same files give the same hash", () => {
  expect(hashSiteInputs(root, {})).toBe(hashSiteInputs(root, {}));
});

test.each([
  ["a changed guide", () => write("content/guides/one/en.mdx", "guide, mended")],
  ["a new file", () => write("public/robots.txt", "")],
  [
    "a renamed file",
    () => {
      rmSync(join(root, "content/guides/one/en.mdx"));
      write("content/guides/one/ja.mdx", "guide");
    },
  ],
  ["a changed configuration", () => write("astro.config.mjs", "another")],
])("%s gives another hash", (_what, change) => {
  const before = hashSiteInputs(root, {});
  change();
  expect(hashSiteInputs(root, {})).not.toBe(before);
});

test("where the site is to be served from, and its lab, are part of the hash", () => {
  const settings = [{}, { SITE_URL: "https://a.example" }, { BASE_PATH: "/a/" }, { LAB_URL: "http://127.0.0.1:4400" }];
  expect(new Set(settings.map((env) => hashSiteInputs(root, env))).size).toBe(4);
});

test("tests, scripts and documents are not", () => {
  const before = hashSiteInputs(root, {});
  write("src/rules/url.test.ts", "test");
  write("scripts/start.ts", "script");
  write("README.md", "words");
  expect(hashSiteInputs(root, {})).toBe(before);
});
