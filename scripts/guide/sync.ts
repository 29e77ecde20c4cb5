import type { ContentFolder } from "../../src/content/checks/context.ts";
import { type Behind, behindOf } from "../../src/content/translation/behind.ts";
import type { Change } from "../../src/content/translation/changes.ts";
import type { Section } from "../../src/content/translation/sections.ts";
import { type Stamp, writeStamps } from "../../src/content/translation/stamps.ts";
import type { Unit } from "../../src/content/translation/units.ts";
import type { Language } from "../../src/site.config.ts";
import { describeChange, nameSection } from "./describeChange.ts";
import { WrongUse } from "./wrongUse.ts";

export interface SyncOptions {
  lang?: Language;
  /** Ids of sections. */
  section?: string[];
  all?: boolean;
  typo?: boolean;
}

/** Asks about one change, which has been shown. */
export type Ask = (unit: Unit, language: Language, change: Change) => Promise<boolean>;

/**
 * Records that translations are up to date with their source: by sections that are named, all of them, or those that
 * somebody answers for.
 * @param ask where a person is there to be asked; else what is not named is left
 * @returns a line for each that was recorded, and for each that is still behind
 */
export async function syncUnit(content: ContentFolder, unit: Unit, options: SyncOptions, ask?: Ask) {
  const now = unit.text(unit.source)?.sections ?? [];
  const behind = behindOf(unit).filter(({ language }) => options.lang === undefined || language === options.lang);
  if (behind.length === 0)
    throw new WrongUse(
      options.lang ? `${unit.name} is not translated into ${options.lang}.` : `${unit.name} is not translated.`,
      `Run: npm run guide -- translate ${unit.name} --to ${options.lang ?? "<language>"}`,
    );
  const chosen = options.section && new Set(options.section);
  const unknown = [...(chosen ?? [])].filter(
    (id) => !behind.some(({ changes }) => changes.some((change) => change.id === id)),
  );
  if (unknown.length > 0)
    throw new WrongUse(
      `Nothing has changed in ${unknown.map((id) => `{#${id}}`).join(", ")}.`,
      `Run: npm run guide -- diff ${unit.name}`,
    );
  const typos = options.typo ? typosIn(behind, options.lang === undefined) : undefined;
  const stamps: Stamp[] = [];
  const lines: string[] = [];
  let left = 0;
  for (const { language, recorded, changes } of behind) {
    if (!recorded) {
      if (!options.all) {
        left++;
        lines.push(
          `${unit.name} ${language}: not recorded yet. Where the whole of it is up to date: --lang ${language} --all`,
        );
        continue;
      }
      stamps.push({ unit, language, sections: now });
      lines.push(`${unit.name} ${language}: recorded as made from ${unit.source} as it is now`);
      continue;
    }
    const done: Change[] = [];
    for (const change of changes) {
      const named = chosen ? chosen.has(change.id) : options.all === true || options.typo === true;
      const meant = typos ? named && typos.get(language)?.has(change) === true : named;
      if (meant || (!chosen && !options.all && !options.typo && (await ask?.(unit, language, change)) === true))
        done.push(change);
    }
    const open = changes.filter((change) => !done.includes(change));
    left += open.length;
    if (changes.length === 0) lines.push(`${unit.name} ${language}: up to date`);
    for (const change of done) lines.push(`${unit.name} ${language}: ${nameSection(change)} is up to date`);
    for (const change of open)
      lines.push(`${unit.name} ${language}: ${nameSection(change)} is still behind (${describeChange(change)})`);
    if (done.length > 0)
      stamps.push({
        unit,
        language,
        sections: open.length === 0 ? now : bringUp(unit.madeFrom(language) ?? [], now, done),
      });
  }
  writeStamps(content, stamps);
  return { lines, recorded: stamps.length, left };
}

/** A text with some of its changes. What is new stands behind what it is behind now. */
function bringUp(before: readonly Section[], now: readonly Section[], changes: readonly Change[]): Section[] {
  const gone = new Set(changes.flatMap((change) => change.before));
  const sections = before.filter((section) => !gone.has(section));
  const place = new Map(now.map((section, index) => [section.id, index]));
  for (const section of changes
    .flatMap((change) => change.now)
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))) {
    const own = place.get(section.id) ?? 0;
    const after = sections.findLastIndex(({ id }) => (place.get(id) ?? Number.POSITIVE_INFINITY) < own);
    sections.splice(after + 1, 0, section);
  }
  return sections;
}

/**
 * Of each language the changes that are only a typo's: where translations stand on different texts of a section, one that
 * stands on an older text has more to catch up with, and its change is none.
 * @param compare whether languages are to be compared; who names one has looked at it
 */
function typosIn(behind: readonly Behind[], compare: boolean): Map<Language, Set<Change>> {
  const saying = (sections: readonly Section[]) => JSON.stringify(sections.map(({ meaning }) => meaning));
  const distance = ({ before, now }: Change) => {
    const [old, current] = [before, now].map((sections) => sections.flatMap(({ meaning }) => meaning).join("\n"));
    return Math.abs((old ?? "").length - (current ?? "").length) + differingLetters(old ?? "", current ?? "");
  };
  const nearest = new Map<string, { distance: number; before: string }>();
  for (const change of behind.flatMap(({ changes }) => changes)) {
    const known = nearest.get(change.id);
    const own = { distance: distance(change), before: saying(change.before) };
    if (!known || own.distance < known.distance) nearest.set(change.id, own);
  }
  return new Map(
    behind.map(({ language, changes }) => [
      language,
      new Set(changes.filter((change) => !compare || nearest.get(change.id)?.before === saying(change.before))),
    ]),
  );
}

/** How many letters stand between what two texts have in common at their beginning and at their end. */
function differingLetters(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let start = 0;
  while (start < length && a[start] === b[start]) start++;
  let end = 0;
  while (end < length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return length - start - end;
}
