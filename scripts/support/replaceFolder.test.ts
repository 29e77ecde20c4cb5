import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishReplacement, startReplacement } from "./replaceFolder.ts";

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "replace-"));
  folder = join(parent, "dist");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function fill(path: string, text: string): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "page"), text);
}

const content = (path = folder) => readFileSync(join(path, "page"), "utf8");

test("the new folder takes the place of the old one, and nothing is left beside it", () => {
  fill(folder, "old");
  const { next } = startReplacement(folder);
  fill(next, "new");
  expect(content()).toBe("old");
  finishReplacement(next);
  expect(content()).toBe("new");
  expect(readdirSync(parent)).toEqual(["dist"]);
});

test("a folder that was not there yet is there then", () => {
  const { next, leftovers } = startReplacement(folder);
  fill(next, "new");
  finishReplacement(next);
  expect(content()).toBe("new");
  expect(leftovers).toEqual([]);
});

test("a link stays one, and what it leads to is replaced", () => {
  fill(join(parent, "elsewhere/site"), "old");
  symlinkSync(join(parent, "elsewhere/site"), folder);
  const { next } = startReplacement(folder);
  fill(next, "new");
  finishReplacement(next);
  expect(readFileSync(join(parent, "elsewhere/site/page"), "utf8")).toBe("new");
  expect(content()).toBe("new");
});

test("what a killed build left is removed and named, and the folder is what it was", () => {
  fill(folder, "old");
  fill(`${folder}.new-1`, "half");
  fill(`${folder}.old-2`, "older");
  const { leftovers } = startReplacement(folder);
  expect(leftovers).toEqual([`${folder}.new-1`, `${folder}.old-2`]);
  for (const path of leftovers) expect(existsSync(path)).toBe(false);
  expect(content()).toBe("old");
});

test("a folder that was taken away by a build killed between its two renames is put back", () => {
  fill(`${folder}.old-1`, "old");
  fill(`${folder}.new-1`, "new");
  startReplacement(folder);
  expect(content()).toBe("old");
});

test("a folder that cannot be replaced stays what it was", () => {
  fill(folder, "old");
  const { next } = startReplacement(folder);
  rmSync(next, { recursive: true });
  expect(() => finishReplacement(next)).toThrow("ENOENT");
  expect(content()).toBe("old");
});

test("folders of other names are left alone", () => {
  for (const name of ["dist-new", "dist.newer", "dist.old"]) fill(join(parent, name), name);
  startReplacement(folder);
  for (const name of ["dist-new", "dist.newer", "dist.old"]) expect(content(join(parent, name))).toBe(name);
});
