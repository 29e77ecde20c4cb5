import { dirname } from "node:path";
import type { Problem } from "../../problems.ts";
import { declaredLanguages } from "../../site.config.ts";
import { TRANSLATION_MARK } from "../translation/marks.ts";
import type { Section } from "../translation/sections.ts";
import { readUnits, STAMPS, translationsOf, type Unit } from "../translation/units.ts";
import type { ContentFolder } from "./context.ts";

/**
 * Checks of every translation that it is one, and that it says what it was made from.
 * @param others the problems that are known already: where a file has some, nobody is to record anything of it yet
 */
export function checkTranslations(content: ContentFolder, others: readonly Problem[]): Problem[] {
  const units = readUnits(content);
  const broken = new Set(others.flatMap(({ file }) => [file, dirname(file)]));
  return [
    ...units.flatMap((unit) => checkUnit(unit, broken)),
    ...strayStamps(content, units).filter(({ file }) => !broken.has(dirname(dirname(file)))),
  ];
}

function checkUnit(unit: Unit, broken: ReadonlySet<string>): Problem[] {
  const source = unit.text(unit.source);
  const ids = [source, ...translationsOf(unit).map(unit.text)].flatMap((text) => (text ? reservedIds(text) : []));
  // That the source is missing is said elsewhere.
  if (!source) return ids;
  const fields = source.sections.filter(({ written }) => "fields" in written);
  const known = new Set(fields.flatMap(({ meaning }) => meaning));
  return [
    ...ids,
    ...translationsOf(unit).flatMap((language): Problem[] => {
      const text = unit.text(language);
      if (!text) return [];
      const untranslated = text.sections.flatMap((section) => [
        ...markedLines(section, text.file),
        ...copiedText(section, text.file, known, source.file),
      ]);
      if (untranslated.length > 0) return untranslated;
      if (unit.isRecorded(language) || broken.has(text.file)) return [];
      return [
        {
          file: text.file,
          line: text.line,
          message: `It is not recorded what the ${language} text of ${unit.name} was made from.`,
          hint: `Compare it with ${source.file}, then run: npm run guide -- sync ${unit.name} --lang ${language} --all`,
          isUnfinished: true,
        },
      ];
    }),
  ];
}

/** What was marked to be translated, and still is. */
function markedLines(section: Section, file: string): Problem[] {
  const { id, written } = section;
  const lines = "text" in written ? written.text.split("\n") : Object.values(written.fields).flat();
  return lines
    .map((text, index) => ({ text, index: "text" in written ? index : 0 }))
    .filter(({ text }) => TRANSLATION_MARK.test(text))
    .map(({ text, index }) => ({
      file,
      line: section.line + index,
      message: `In {#${id}}, this is marked as to be translated: ${start(text.trim())}`,
      hint: "Translate it, and remove the mark in brackets.",
      isUnfinished: true,
    }));
}

/** What is word for word as in the source, in fields; of a body's paragraphs that is told at their lines. */
function copiedText(section: Section, file: string, known: ReadonlySet<string>, source: string): Problem[] {
  const { id, meaning, written } = section;
  const copied = "fields" in written ? meaning.filter((block) => known.has(block) && isProse(block)) : [];
  const [first] = copied;
  if (first === undefined) return [];
  const count = copied.length === 1 ? "One text" : `${copied.length} texts`;
  return [
    {
      file,
      line: section.line,
      message: `${count} in {#${id}} stand word for word in ${source}: ${start(first)}`,
      hint: "Translate it. Names, code and what is quoted as code may stay as they are.",
    },
  ];
}

const start = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What is written in words enough to be told from names, which are the same in every language. */
export function isProse(block: string): boolean {
  if (block.startsWith("```") || TRANSLATION_MARK.test(block)) return false;
  const prose = block
    .replace(/^\w+: /, "")
    .replace(/`[^`]*`|<[^>]*>|\{#[^}]*\}|\{[^}]*\}/g, " ")
    .replace(/https?:\S+/g, " ");
  const characters = prose.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const words = prose.match(/\p{sc=Latin}[\p{sc=Latin}\p{N}'’-]*/gu)?.length ?? 0;
  return characters / 2 + words >= 4;
}

/** What stands before the first heading is called so, and is no heading's. */
function reservedIds({ file, sections }: { file: string; sections: readonly Section[] }): Problem[] {
  return sections
    .filter(({ id, title }) => title !== "" && (id === "intro" || id === "frontmatter"))
    .map(({ id, line }) => ({
      file,
      line,
      message: `The id "${id}" stands for what comes before the first heading.`,
      hint: "Give the heading another id, the same in every language.",
    }));
}

/** Records of translations that there are not. */
function strayStamps(content: ContentFolder, units: readonly Unit[]): Problem[] {
  const folders = ["guides", "causes", "recipes", "pages"].flatMap((kind) =>
    content.folders(kind).map((id) => [kind, id, STAMPS]),
  );
  const all = folders.flatMap((parts) => content.files(...parts).map((name) => content.name(...parts, name)));
  const translated = new Set(
    units.flatMap((unit) =>
      declaredLanguages
        .filter((language) => language !== unit.source && unit.text(language) !== undefined)
        .map((language) => unit.stamp(language)),
    ),
  );
  return all
    .filter((file) => !translated.has(file))
    .map((file) => ({
      file,
      line: 1,
      message: "This says what a translation was made from, and there is no such translation.",
      hint: "Remove it, or put the translation back.",
    }));
}
