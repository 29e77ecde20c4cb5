import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allProse } from "../../src/content/checks/allProse.ts";
import type { ContentFolder } from "../../src/content/checks/context.ts";
import { checkContent } from "../../src/content/checks/index.ts";
import { mendLanguage } from "../../src/content/checks/language.ts";
import type { Mend } from "../../src/content/checks/mends.ts";
import { readTerms } from "../../src/content/checks/terms.ts";
import type { Prose } from "../../src/content/prose.ts";
import { mendJapanese } from "../language/japanese.ts";
import { problemsIn } from "../support/problemsIn.ts";
import { withoutTrailingSpace } from "./trailingSpace.ts";

/** What was mended in one place. */
export interface Mended extends Mend {
  /** Whether it is a whole line, and no other. */
  isLine?: boolean;
}

/** So often the content is looked at again: what stands side by side is mended one after the other. */
const ROUNDS = 20;

/**
 * Mends in the content what a machine can mend without a change of meaning: marks and spaces in Chinese and Japanese,
 * words that the glossary says to avoid where one word stands for them, white space at the ends of lines. A file in
 * which the check then finds more than before is put back.
 * @param paths files and folders; all of the content where there are none
 */
export async function fixContent(content: ContentFolder, paths: readonly string[] = []): Promise<Mended[]> {
  const done = await mendInRounds(content, (files) => findMends(content, files ?? paths));
  // It takes seconds: after the first round only what has changed is read again.
  const japanese = await mendInRounds(content, (files) => mendJapanese(proseIn(content, files ?? paths)));
  return [...done, ...japanese];
}

/** @param find is given the files that the last round has changed; none in the first */
async function mendInRounds(
  content: ContentFolder,
  find: (files: readonly string[] | undefined) => Mended[] | Promise<Mended[]>,
): Promise<Mended[]> {
  const done: Mended[] = [];
  const given = new Set<string>();
  let changed: readonly string[] | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const mends = (await find(changed)).filter(({ file }) => !given.has(file));
    if (mends.length === 0) break;
    const before = countByFile(content);
    const mended: Mended[] = [];
    const originals = new Map<string, string>();
    for (const [file, own] of Map.groupBy(mends, ({ file }) => file)) {
      const path = join(content.root, file);
      const text = readFileSync(path, "utf8");
      const better = own.reduce((now, mend) => {
        const next = mendIn(now, mend);
        if (next !== now) mended.push(mend);
        return next;
      }, text);
      if (better === text) continue;
      originals.set(file, text);
      writeFileSync(path, better);
    }
    if (originals.size === 0) break;
    const after = countByFile(content);
    for (const [file, text] of originals) {
      if ((after.get(file) ?? 0) <= (before.get(file) ?? 0)) continue;
      writeFileSync(join(content.root, file), text);
      given.add(file);
    }
    done.push(...mended.filter(({ file }) => !given.has(file)));
    changed = [...originals.keys()];
  }
  return done;
}

/** What was done, a line a place. */
export function sayMended(mended: readonly Mended[]): string {
  const shown = (text: string) => JSON.stringify(text);
  const lines = mended.map(({ file, line, from, to }) => `${file}:${line}\n  ${shown(from)} → ${shown(to)}`);
  const count = mended.length === 1 ? "1 place" : `${mended.length} places`;
  return mended.length === 0 ? "Nothing could be mended by itself." : `${lines.join("\n")}\n\nMended ${count}.`;
}

function countByFile(content: ContentFolder): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of checkContent(content)) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

/** The words in some files or folders; all of the content's where there are none. The interface's are code, and read once. */
function proseIn(content: ContentFolder, paths: readonly string[]): readonly Prose[] {
  return problemsIn(
    allProse(content).filter(({ file }) => file.startsWith("content/")),
    paths,
  );
}

function findMends(content: ContentFolder, paths: readonly string[]): Mended[] {
  return content.look(() => {
    const terms = content.exists("glossary.yaml") ? readTerms(content.readYaml("glossary.yaml")) : () => [];
    const prose = proseIn(content, paths);
    const files = [...new Set(prose.map(({ file }) => file))];
    return [...prose.flatMap((one) => mendLanguage(one, terms)), ...files.flatMap((file) => trailing(content, file))];
  });
}

function trailing(content: ContentFolder, file: string): Mended[] {
  const text = readFileSync(join(content.root, file), "utf8");
  return withoutTrailingSpace(text, file).map((change) => ({ file, ...change, isLine: true }));
}

/** A text with a place mended, where there is no doubt which one it is. */
function mendIn(text: string, { line, from, to, isLine }: Mended): string {
  const lines = text.split("\n");
  const own = lines[line - 1] ?? "";
  const once = (whole: string) => whole.split(from).length === 2;
  if (isLine ? own.replace(/\r$/, "") === from : once(own)) {
    lines[line - 1] = own.replace(from, () => to);
    return lines.join("\n");
  }
  // A field of several lines is told at its first.
  return !isLine && !own.includes(from) && once(text) ? text.replace(from, () => to) : text;
}
