import type { ContentFolder } from "../../src/content/checks/context.ts";
import { checkContent } from "../../src/content/checks/index.ts";
import {
  type MissingStrings,
  missingInterface,
  type Sum,
  statesOf,
  sumOf,
  type TranslationState,
} from "../../src/content/translation/state.ts";
import { isListKind, readUnits } from "../../src/content/translation/units.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { describeChange } from "./describeChange.ts";
import type { Report } from "./diff.ts";

/** How a unit stands in a language that it is translated into, or is to be. */
interface Row {
  unit: string;
  source: Language;
  language: Language;
  /** Of the source: words, and of Chinese and Japanese characters. */
  words: number;
  state: TranslationState["state"];
  sections: { id: string; change: string }[];
  /** What the content check says of the translation's file; of lists it is not known whose fault it is. */
  faults: number;
  /** What to run to take it on. */
  command: string;
}

export interface StatusOptions {
  lang?: Language;
  /** Only what is behind its source. */
  stale?: boolean;
  /** As a comment for a pull request. */
  markdown?: boolean;
}

/** Every unit by every language that it is not written in: what is missing, behind, or faulty. */
export function statusOf(
  content: ContentFolder,
  { lang, stale = false, markdown = false }: StatusOptions = {},
): Report {
  const problems = checkContent(content);
  const faults = new Map<string, number>();
  for (const { file } of problems) faults.set(file, (faults.get(file) ?? 0) + 1);
  const isAsked = ({ language }: { language: Language }) => lang === undefined || language === lang;
  const rows = readUnits(content)
    .flatMap(statesOf)
    .map((state) => rowOf(state, faults))
    .filter((row) => isAsked(row) && (!stale || row.state === "stale"));
  const strings = stale ? [] : missingInterface().filter(isAsked);
  const open = rows.filter(({ state, faults }) => state !== "current" || faults > 0);
  const sums = languages
    .filter((language) => lang === undefined || language === lang)
    .map((language) => sumOfLanguage(rows, strings, language));
  const text = markdown ? markdownOf(open, strings, sums) : textOf(open, strings, sums, problems.length);
  return {
    text,
    json: { languages: sums, units: stale ? open : rows, interface: strings, problems: problems.length },
  };
}

function rowOf(
  { unit, language, words, state, changes, command }: TranslationState,
  faults: ReadonlyMap<string, number>,
): Row {
  const file = unit.text(language)?.file;
  return {
    unit: unit.name,
    source: unit.source,
    language,
    words,
    state,
    sections: changes.map((change) => ({ id: change.id, change: describeChange(change) })),
    faults: file && !isListKind(unit.kind) ? (faults.get(file) ?? 0) : 0,
    command: command ?? `npm run guide -- check ${file}`,
  };
}

interface LanguageSum extends Sum {
  language: Language;
  /** Words of the interface that are missing. */
  strings: number;
}

function sumOfLanguage(rows: readonly Row[], strings: readonly MissingStrings[], language: Language): LanguageSum {
  const own = strings.filter((part) => part.language === language);
  return {
    language,
    ...sumOf(rows.filter((row) => row.language === language)),
    strings: own.reduce((sum, { keys }) => sum + keys.length, 0),
  };
}

function sayState({ state, sections, faults }: Row): string {
  const words = {
    missing: "missing",
    unrecorded: "not recorded what it was made from",
    stale: sections.map(({ id, change }) => `${id} ${change}`).join("; "),
    current: "up to date",
  }[state];
  return faults > 0 ? `${words}; ${faults === 1 ? "1 fault" : `${faults} faults`}` : words;
}

const saySum = ({ language, units, translated, stale, words, strings }: LanguageSum) =>
  `${language}: ${translated} of ${units} translated${stale > 0 ? `, ${stale} behind` : ""}${words > 0 ? `, ${words.toLocaleString("en")} words to translate` : ""}${strings > 0 ? `, ${strings} strings of the interface missing` : ""}`;

const sayStrings = ({ keys, of }: MissingStrings) => `${keys.length} of ${of} strings missing`;

function textOf(
  rows: readonly Row[],
  strings: readonly MissingStrings[],
  sums: readonly LanguageSum[],
  problems: number,
): string {
  const lines = [
    ...rows.map((row) => `${row.unit}  ${row.language}  ${sayState(row)}\n  ${row.command}`),
    ...strings.map((part) => `interface:${part.part}  ${part.language}  ${sayStrings(part)}\n  ${part.file}`),
  ];
  const faults =
    problems === 0
      ? []
      : [`${problems === 1 ? "1 problem" : `${problems} problems`} in the content: npm run guide -- check`];
  return [...lines, ...(lines.length > 0 ? [""] : []), ...sums.map(saySum), ...faults].join("\n");
}

const cell = (text: string) => text.replaceAll("|", "\\|");

function markdownOf(rows: readonly Row[], strings: readonly MissingStrings[], sums: readonly LanguageSum[]): string {
  const table = [
    ...rows.map((row) => [row.unit, row.language, cell(sayState(row)), `\`${row.command}\``]),
    ...strings.map((part) => [`interface:${part.part}`, part.language, sayStrings(part), `\`${part.file}\``]),
  ].map((cells) => `| ${cells.join(" | ")} |`);
  const head = ["| Unit | Language | State | To take it on |", "|---|---|---|---|"];
  return [
    "### Translations",
    "",
    ...sums.map((sum) => `- ${saySum(sum)}`),
    ...(table.length > 0 ? ["", ...head, ...table] : []),
  ].join("\n");
}
