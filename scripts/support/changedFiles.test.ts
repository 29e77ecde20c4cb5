import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changedFiles } from "./changedFiles.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "changed-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@b.example", ...args], { cwd: folder });

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test("what was changed or added since the last commit is listed, staged or not, and nothing else", async () => {
  git("init", "--quiet");
  write(".gitignore", "dist/\n");
  for (const name of ["same", "changed", "staged", "removed"]) write(`src/${name}.ts`, name);
  git("add", ".");
  git("commit", "--quiet", "-m", "first");
  expect(await changedFiles(folder)).toEqual([]);

  write("src/changed.ts", "2");
  write("src/staged.ts", "2");
  write("content/guides/新しい 記事/ja.mdx", "1");
  write("dist/index.html", "built");
  git("add", "src/staged.ts");
  rmSync(join(folder, "src/removed.ts"));
  expect(await changedFiles(folder)).toEqual(["content/guides/新しい 記事/ja.mdx", "src/changed.ts", "src/staged.ts"]);
});

test("where there is no repository, it says so and what to do", async () => {
  await expect(changedFiles(folder)).rejects.toThrow(
    /^What has changed cannot be told: [\s\S]*\nRun it in a clone made by git, or run all tests: npm test$/,
  );
});
