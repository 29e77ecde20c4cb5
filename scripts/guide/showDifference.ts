import { styleText } from "node:util";
import { diffArrays } from "diff";
import type { Change } from "../../src/content/translation/changes.ts";
import type { Language } from "../../src/site.config.ts";

/** More differences than these, and two texts are taken for wholly different: to look for more takes ever longer. */
const MOST_EDITS = 1000;

/** How removed and added words are set apart. */
export interface Style {
  removed(text: string): string;
  added(text: string): string;
}

/** For where there are no colours: `[-old-]{+new+}`, as git marks words. */
export const plain: Style = { removed: (text) => `[-${text}-]`, added: (text) => `{+${text}+}` };
export const coloured: Style = {
  removed: (text) => styleText(["red", "strikethrough"], text),
  added: (text) => styleText(["green", "underline"], text),
};

/**
 * The blocks of a change that differ, word by word, a line or more each.
 * @param language the source's
 */
export function showDifference({ before, now }: Change, language: Language, style: Style): string[] {
  const blocks = (sections: Change["now"]) => sections.flatMap(({ meaning }) => meaning);
  const parts = compare(blocks(before), blocks(now));
  const lines: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const next = parts[index + 1];
    if (!part || part.kind === "same") continue;
    if (part.kind === "removed" && next?.kind === "added") {
      lines.push(...pairBlocks(part.items, next.items, language, style));
      index++;
    } else lines.push(...part.items.map((block) => style[part.kind as "removed" | "added"](block)));
  }
  return lines;
}

/** Blocks that have taken the place of others. */
function pairBlocks(before: readonly string[], now: readonly string[], language: Language, style: Style): string[] {
  const length = Math.max(before.length, now.length);
  return Array.from({ length }, (_, index) => {
    const [old, current] = [before[index], now[index]];
    if (old === undefined) return style.added(current ?? "");
    if (current === undefined) return style.removed(old);
    const isCode = old.startsWith("```") && current.startsWith("```");
    const cut = isCode ? (text: string) => text.split(/(?<=\n)/) : (text: string) => wordsOf(text, language);
    return compare(cut(old), cut(current))
      .map(({ kind, items }) => (kind === "same" ? items.join("") : style[kind](items.join(""))))
      .join("");
  });
}

interface Part {
  kind: "same" | "removed" | "added";
  items: string[];
}

function compare(before: string[], now: string[]): Part[] {
  const parts = diffArrays(before, now, { maxEditLength: MOST_EDITS });
  if (!parts)
    return [
      { kind: "removed", items: before },
      { kind: "added", items: now },
    ];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    items: value,
  }));
}

const segmenters = new Map<Language, Intl.Segmenter>();

function wordsOf(text: string, language: Language): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
