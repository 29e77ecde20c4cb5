import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ContentCopy } from "../../../tests/support/contentCopy.ts";
import { writeStamps } from "../translation/stamps.ts";
import { readUnits, translationsOf } from "../translation/units.ts";
import { ContentFolder } from "./context.ts";
import { checkDates } from "./dates.ts";

const source = "content/guides/fixture-whole/zh-TW.mdx";
const translation = "content/guides/fixture-whole/ja.mdx";
const alone = "content/guides/fixture-only-ja/ja.mdx";

let copy: ContentCopy;
beforeEach(() => {
  copy = new ContentCopy();
});
afterEach(() => copy.remove());

/** @param day on which its author makes a commit */
function git(root: string, args: readonly string[], day = "2026-11-01"): void {
  const date = `${day}T12:00:00+0900`;
  const me = { GIT_AUTHOR_NAME: "Mei", GIT_AUTHOR_EMAIL: "mei@example.com" };
  const they = { GIT_COMMITTER_NAME: "Mei", GIT_COMMITTER_EMAIL: "mei@example.com" };
  const env = { ...process.env, ...me, ...they, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const { status, stderr } = spawnSync("git", [...args], { cwd: root, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
}

function commit(day: string): void {
  git(copy.root, ["add", "-A"], day);
  git(copy.root, ["commit", "-q", "-m", "Write"], day);
}

/** The fixtures' guides name the 2nd of November as their last day. */
function begin(): void {
  git(copy.root, ["init", "-q"]);
  commit("2026-11-02");
}

function change(file: string, edit: (text: string) => string): void {
  const path = join(copy.root, file);
  const before = readFileSync(path, "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`Nothing changes in ${file}.`);
  writeFileSync(path, after);
}

const addParagraph = (text: string) => `${text}\n多了一段。\n`;
const told = () => checkDates(new ContentFolder(copy.root));

test("a text that was changed after its last day is told, until that is written down", () => {
  begin();
  change(source, addParagraph);
  commit("2026-11-20");
  expect(told()).toEqual([
    {
      file: source,
      line: 5,
      message: expect.stringMatching(
        /was changed on 2026-11-20 \([\da-f]{8}\), and it names 2026-11-02 as its last day/,
      ),
      hint: expect.stringContaining('Write "updated: 2026-11-20"'),
    },
  ]);
  change(source, (text) => text.replace("updated: 2026-11-02", "updated: 2026-11-20"));
  expect(told()).toEqual([]);
});

test("the next day somewhere else is the same day", () => {
  begin();
  change(source, addParagraph);
  commit("2026-11-03");
  expect(told()).toEqual([]);
});

test("what changes nothing that it says is not told, nor is a translation", () => {
  begin();
  change(source, (text) => text.replace("tags: [", "tags:   ["));
  change(translation, (text) => `${text}\n一段落増えました。\n`);
  commit("2026-11-20");
  expect(told()).toEqual([]);
});

test("what was taken back is not told", () => {
  begin();
  change(source, addParagraph);
  commit("2026-11-20");
  change(source, (text) => text.replace("\n多了一段。\n", ""));
  commit("2026-11-21");
  expect(told()).toEqual([]);
});

test("a change of which it was recorded that it means nothing for translations is not told", () => {
  begin();
  change(source, (text) => text.replace("。", "了。"));
  const content = new ContentFolder(copy.root);
  const stamps = readUnits(content, ["guide"])
    .filter(({ id }) => id === "fixture-whole")
    .flatMap((unit) =>
      translationsOf(unit).map((language) => ({ unit, language, sections: unit.text(unit.source)?.sections ?? [] })),
    );
  expect(stamps.length).toBeGreaterThan(0);
  commit("2026-11-20");
  expect(told()).toHaveLength(1);
  writeStamps(content, stamps);
  expect(told()).toEqual([]);
});

test("of a guide without translations other words are a mended typo, and another paragraph is not", () => {
  begin();
  change(alone, (text) => text.replace("。", "よ。"));
  commit("2026-11-20");
  expect(told()).toEqual([]);
  change(alone, (text) => `${text}\n一段落増えました。\n`);
  commit("2026-11-21");
  expect(told()).toEqual([expect.objectContaining({ file: alone, hint: expect.stringContaining("2026-11-21") })]);
});

test("without git, and where the history does not reach back, nothing is told", () => {
  change(source, addParagraph);
  expect(told()).toEqual([]);
  begin();
  change(source, addParagraph);
  commit("2026-11-20");
  expect(told()).toHaveLength(1);
  const clone = mkdtempSync(join(tmpdir(), "clone-"));
  try {
    git(clone, ["clone", "-q", "--depth", "1", `file://${copy.root}`, "."]);
    expect(checkDates(new ContentFolder(clone))).toEqual([]);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});

test("what is no day is another check's to tell", () => {
  begin();
  for (const day of ["+275760-09-13", "2026-02-31x", "soon"]) {
    change(source, (text) => text.replace(/^updated: .*$/m, `updated: "${day}"`));
    expect(told(), day).toEqual([]);
  }
});
