import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import type { Language } from "../../site.config.ts";
import type { ContentFolder } from "../checks/context.ts";
import type { Fields, Section } from "./sections.ts";
import { isListKind, readUnits, type Unit } from "./units.ts";

/** That a translation stands on a text of its source. */
export interface Stamp {
  unit: Unit;
  /** The translation's. */
  language: Language;
  /** The source, as the translation was made from it or has been brought up to. */
  sections: readonly Section[];
}

const NOTE = " What a translation was made from. Written by npm run guide -- sync, read by diff and status.";

/** Writes down what translations were made from. A list's entries stand in one file, which is written once. */
export function writeStamps(content: ContentFolder, stamps: readonly Stamp[]): void {
  const files = new Map<string, string>();
  const lists = new Map<string, Stamp[]>();
  for (const stamp of stamps) {
    const path = stamp.unit.stamp(stamp.language);
    if (isListKind(stamp.unit.kind)) lists.set(path, [...(lists.get(path) ?? []), stamp]);
    else files.set(path, textOf(stamp.sections));
  }
  for (const [path, own] of lists) files.set(path, listOf(content, own));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(content.root, path)), { recursive: true });
    writeFileSync(join(content.root, path), text);
  }
}

const yamlOf = (value: unknown) => stringify(value, { lineWidth: 0 });

function fieldsOf(sections: readonly Section[]): Fields {
  return Object.assign({}, ...sections.map(({ written }) => ("fields" in written ? written.fields : {})));
}

/** Sections as the file of a guide has them. */
function textOf(sections: readonly Section[]): string {
  const body = sections.flatMap(({ written }) => ("text" in written ? [written.text] : []));
  return [`---\n#${NOTE}\n${yamlOf(fieldsOf(sections))}---`, ...body].join("\n\n").concat("\n");
}

/** A list's entries with those of some stamps, in the order of the list. What is no longer in the list is left out. */
function listOf(content: ContentFolder, stamps: readonly Stamp[]): string {
  const [{ unit, language }] = stamps as [Stamp];
  const own = new Map(stamps.map((stamp) => [stamp.unit.id, stamp.sections]));
  const entries = readUnits(content, [unit.kind]).flatMap((other) => {
    const sections = own.get(other.id) ?? other.madeFrom(language);
    return sections ? [{ id: other.id, ...fieldsOf(sections) }] : [];
  });
  return `#${NOTE}\n${yamlOf(entries)}`;
}
