import { cut, squash, stemOf, type Words } from "./cut.ts";
import type { PagefindPage } from "./pagefind.ts";

/** A text in pieces, of which some are what was looked for. */
export type Marked = readonly { text: string; hit?: true }[];

/** Marks the words of a text that have one of some stems. */
export function mark(text: string, words: Words, stems: ReadonlySet<string>): Marked {
  const marked: { text: string; hit?: true }[] = [];
  let at = 0;
  for (const word of cut(text, words)) {
    const from = text.indexOf(word, at);
    if (!stems.has(stemOf(squash(word)))) continue;
    if (from > at) marked.push({ text: text.slice(at, from) });
    marked.push({ text: word, hit: true });
    at = from + word.length;
  }
  if (at < text.length) marked.push({ text: text.slice(at) });
  return marked;
}

/** The id of what stands for a page's code at the end of its text in the index: a list of words, which is not to be read. */
export const CODE_ID = "pagefind-code";

/** Where an excerpt is from, and its text. */
export interface Excerpt {
  text: Marked;
  /** The section that it stands in, where that has a heading. */
  section?: { id: string; title: string };
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/**
 * Whether a space stands between two words of a text. The index has one between all of them: none stands between two
 * of Chinese or Japanese, and in Japanese none beside a Latin one either.
 */
function hasSpace(before: string, after: string, spaced: boolean): boolean {
  if (/^[:;,.!?)%，。、：；！？）」』]/.test(after) || /[(（「『，。、：；！？）」』]$/.test(before)) return false;
  const wide = [before.at(-1) ?? "", after[0] ?? ""].map((character) => WIDE.test(character));
  return spaced ? !wide.every(Boolean) : !wide.some(Boolean);
}

/** What a sentence ends with. */
const SENTENCE_END = /[.!?:。！？：][)」』”"’]*$/;

/**
 * The stretch of a page that has most of what was looked for.
 * @param at for each thing looked for, where it stands
 * @param weights for each, what it says
 * @param skip so many words at the beginning are the title
 * @param length how many words the excerpt has
 * @param spaced whether a space stands between Latin and CJK
 */
export function excerptOf(
  { content, anchors }: PagefindPage,
  at: readonly (readonly number[])[],
  weights: readonly number[],
  { skip, length, spaced }: { skip: number; length: number; spaced: boolean },
): Excerpt {
  const code = anchors.find(({ id }) => id === CODE_ID)?.location;
  const words = content.split(" ").slice(0, code);
  const places = at
    .flatMap((list, item) => list.map((place) => ({ place, item })))
    .filter(({ place }) => place >= skip && place < words.length)
    .sort((a, b) => a.place - b.place);
  let best = { from: skip, sum: -1 };
  places.forEach(({ place }, first) => {
    const had = new Map<number, number>();
    for (let index = first; index < places.length && (places[index]?.place ?? 0) < place + length; index++) {
      const { item = 0 } = places[index] ?? {};
      had.set(item, (had.get(item) ?? 0) + 1);
    }
    let sum = 0;
    // The same word again says a little more.
    for (const [item, times] of had) sum += (weights[item] ?? 0) * (1 + 0.1 * Math.min(times - 1, 3));
    if (sum > best.sum) best = { from: place, sum };
  });
  const headings = anchors.filter(({ element }) => /^h[2-4]$/.test(element)).sort((a, b) => a.location - b.location);
  const heading = headings.findLast(({ location }) => location <= best.from);
  // Not before the section that it is of, and not after it.
  const first = heading ? heading.location + heading.text.split(" ").length : skip;
  let start = Math.max(best.from - Math.floor(length / 4), Math.min(first, best.from));
  // No line begins with what ends another one.
  while (start < best.from && /^[:;,.!?)%，。、：；！？）」』]/.test(words[start] ?? "")) start++;
  const next = headings.find(({ location }) => location > best.from)?.location ?? words.length;
  const end = Math.min(start + length, Math.max(next, best.from + 1), words.length);
  const hits = new Set(places.map(({ place }) => place));
  const text: { text: string; hit?: true }[] = [];
  const add = (piece: string, hit: boolean) => {
    const last = text.at(-1);
    if (last && Boolean(last.hit) === hit) last.text += piece;
    else text.push(hit ? { text: piece, hit } : { text: piece });
  };
  // Within a sentence it says that there is more of it.
  const endsBefore = (at: number) => SENTENCE_END.test(words[at - 1] ?? "");
  if (start > first && !endsBefore(start)) add("…", false);
  for (let index = start; index < end; index++) {
    const word = words[index] ?? "";
    if (index > start && hasSpace(words[index - 1] ?? "", word, spaced))
      add(" ", hits.has(index - 1) && hits.has(index));
    add(word, hits.has(index));
  }
  if (end < next && !endsBefore(end)) add("…", false);
  return { text, ...(heading && { section: { id: heading.id, title: joined(heading.text, spaced) } }) };
}

/** A text of the index as it is read. @param spaced whether a space stands between Latin and CJK */
export function joined(text: string, spaced: boolean): string {
  const words = text.split(" ");
  return words.reduce((line, word) => line + (hasSpace(line, word, spaced) ? " " : "") + word);
}
