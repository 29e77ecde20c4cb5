import { spawnSync } from "node:child_process";
import type { Problem } from "../../problems.ts";
import { languages } from "../../site.config.ts";
import { sectionOfFields, sectionsOfBody } from "../translation/sections.ts";
import { readUnits, translatedFields, translationsOf, type Unit } from "../translation/units.ts";
import { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";

/** A day as guides name it; what else stands there is told elsewhere. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A commit that changed a file: its name, and the day on which its author made it, where that was. */
interface Commit {
  hash: string;
  day: string;
}

/**
 * Checks that a guide whose text was changed says so: `updated` is no earlier than the last commit that changed what it
 * says. It is for an author to weigh, and fails nothing: commits that are squashed or made anew have other days. Where
 * there is no git, or the history does not reach back to the day that the guide names, nothing can be told,
 * and nothing is. Of `published` nothing can: a text may be committed long before readers first see it.
 */
export function checkDates(content: ContentFolder): Problem[] {
  return content.look(() => lateGuides(content));
}

function lateGuides(content: ContentFolder): Problem[] {
  const commits = readHistory(content.root);
  if (commits.size === 0) return [];
  const late = readUnits(content, ["guide"]).flatMap((unit) => lateGuide(unit, content, commits));
  if (late.length === 0) return [];
  const texts = readOld(
    content.root,
    late.flatMap(({ unit, base }) => filesOf(unit).map((file) => `${base.hash}:./${file}`)),
  );
  return late.flatMap(({ unit, yaml, day, base, last }) => {
    const before = (file: string) => texts.get(`${base.hash}:./${file}`);
    if (!saysOtherwise(unit, yaml, before)) return [];
    return [
      yaml.problem(
        [yaml.lineOf(["updated"]) > 1 ? "updated" : "published"],
        `The guide's text was changed on ${last.day} (${last.hash.slice(0, 8)}), and it names ${day} as its last day.`,
        `Write "updated: ${last.day}". Where a change means nothing to readers, run: npm run guide -- sync ${unit.name} --typo`,
      ),
    ];
  });
}

interface Late {
  unit: Unit;
  yaml: YamlFile;
  /** The day that the guide names. */
  day: string;
  /** The last commit up to that day, and the last of all. */
  base: Commit;
  last: Commit;
}

/** A published guide whose source was committed after the day that it names. */
function lateGuide(unit: Unit, content: ContentFolder, commits: ReadonlyMap<string, readonly Commit[]>): Late[] {
  const [source] = filesOf(unit);
  const yaml = source ? content.readFrontmatter("guides", unit.id, source.split("/").at(-1) ?? "") : null;
  const { published, updated, draft } = (yaml?.data ?? {}) as Record<string, unknown>;
  const day = updated ?? published;
  if (!yaml || draft !== false || typeof day !== "string" || !DAY.test(day) || Number.isNaN(Date.parse(day))) return [];
  // Somewhere it was the next day already.
  const until = new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const own = commits.get(source ?? "") ?? [];
  const [last] = own;
  const base = own.find((commit) => commit.day <= until);
  return last && base && last.day > until ? [{ unit, yaml, day, base, last }] : [];
}

/** The source's file and its translations'. */
function filesOf(unit: Unit): string[] {
  return [unit.source, ...translationsOf(unit)].flatMap((language) => unit.text(language)?.file ?? []);
}

/** @param before a file as it was on the day that the guide names */
function saysOtherwise(unit: Unit, yaml: YamlFile, before: (file: string) => string | undefined): boolean {
  const old = before(yaml.file);
  const [was, is] = [old === undefined ? undefined : sayings(old, yaml.file), meaningOfFile(yaml)];
  if (!was || was.join("\n") === is.join("\n")) return false;
  const translations = languages.filter((language) => language !== unit.source && unit.text(language));
  // Without translations nobody has said what a change means: one of words alone may be a mended typo.
  if (translations.length === 0) return was.length !== is.length;
  // Recorded as up to date, and not touched: it was said of the change that it means nothing.
  return !translations.every((language) => {
    const file = unit.text(language)?.file ?? "";
    const text = before(file);
    const now = unit.text(language)?.sections.flatMap(({ meaning }) => meaning);
    return unit.isMadeFromNow(language) && text !== undefined && sayings(text, file)?.join("\n") === now?.join("\n");
  });
}

function sayings(text: string, file: string): string[] | undefined {
  const yaml = YamlFile.parseFrontmatter(text, file);
  return yaml ? meaningOfFile(yaml) : undefined;
}

/** In the order of a unit's sections. */
function meaningOfFile(yaml: YamlFile): string[] {
  const fields = sectionOfFields("frontmatter", translatedFields("guide"), yaml.data);
  return [fields, ...sectionsOfBody(yaml)].flatMap(({ meaning }) => meaning);
}

/** The commits of each file of a guide, the newest first; none where there is no history. */
function readHistory(root: string): Map<string, Commit[]> {
  const commits = new Map<string, Commit[]>();
  const args = ["log", "-z", "--relative", "--name-only", "--no-merges", "--format=%x01%H %as", "--", "content/guides"];
  for (const entry of git(root, args).split("\x01").slice(1)) {
    const [head = "", ...names] = entry.split("\0");
    const [hash = "", day = ""] = head.split(" ");
    for (const name of names) {
      const file = name.trim();
      if (!/\.mdx?$/.test(file) || file.includes("/.")) continue;
      const own = commits.get(file) ?? [];
      own.push({ hash, day });
      commits.set(file, own);
    }
  }
  return commits;
}

/** Old texts of files, by their names with their commits; what is not there is left out. */
function readOld(root: string, names: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  const output = Buffer.from(git(root, ["cat-file", "--batch"], `${names.join("\n")}\n`), "latin1");
  let at = 0;
  for (const name of names) {
    const end = output.indexOf("\n", at);
    if (end < 0) break;
    const size = Number(/ blob (\d+)$/.exec(output.toString("latin1", at, end))?.[1] ?? Number.NaN);
    at = end + 1;
    if (Number.isNaN(size)) continue;
    texts.set(name, output.toString("utf8", at, at + size));
    at += size + 1;
  }
  return texts;
}

/** @returns what it prints, a character for each byte; nothing where there is no git, or no repository */
function git(root: string, args: readonly string[], input = ""): string {
  const { status, stdout } = spawnSync("git", [...args], {
    cwd: root,
    input,
    encoding: "latin1",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return status === 0 ? stdout : "";
}
