import type { Phase } from "../rules/index.ts";
import { stemOf, type Words } from "./cut.ts";

/** What a place of the site is, for readers. */
export type Kind = "cause" | "guide" | "recipe" | "stack" | "term" | "difference" | "page";

/** A place that a search can lead to: a page, or a section of a page that has many things. */
export interface Place {
  /** How Pagefind's name for it begins, so far as it differs from others. */
  id: string;
  /** Its address below the language's own: `causes/null-origin/`, `glossary/#cors`. */
  path: string;
  kind: Kind;
  title: string;
  /** Other names of it, and what people ask who need it. */
  phrases: readonly string[];
  /** Of a cause: where the exchange breaks. */
  phase?: Phase;
}

/** A place in the lexicon; what it is can be told from its path. Its phrases are lines. */
export type PackedPlace = readonly [path: string, title: string, phrases: string, phase?: Phase];

/** A word that people type, and the one that this site has for it. */
export interface Synonym {
  typed: string;
  says: string;
}

/** What is known about a language's index besides the index: one file, loaded with it. */
export interface LexiconFile {
  /**
   * The places that the site's own words lead to. A guide that nobody has written questions for is none of them: there
   * may be thousands, and what it is called is read with its text.
   */
  places: readonly PackedPlace[];
  /** How Pagefind's names for these places begin, each as long as tells them from all others, in one string. */
  ids: string;
  /** How many places there are in all. */
  count: number;
  /**
   * The words of the index by about how many places have them, each list in one string. Latin ones that few places
   * have are left out: they are most of all, and the index itself can be asked for them.
   */
  words: Record<string, string>;
  /** By what the site says: what people type, in lines. */
  synonyms: Record<string, string>;
  /** By the one word for all that mean the same: the stems of the others, in one string. */
  alike: Record<string, string>;
  /** Simplified characters, each before the traditional one that the site has for it. */
  characters: string;
  phaseNames: Record<Phase, string>;
}

/** What the content knows and the pages do not show: which words lead where. Written by the pages, read by the index. */
export interface SearchWords {
  synonyms: { says: string[]; typed: string[] }[];
  /** By the place's path. */
  phrases: Record<string, string[]>;
  phases: Record<string, Phase>;
  phaseNames: Record<Phase, string>;
}

const KINDS: Record<string, Kind> = { causes: "cause", guides: "guide", recipes: "recipe", stacks: "stack" };

/** What the place at a path is. */
export function kindOf(path: string): Kind {
  if (path.startsWith("glossary/#")) return "term";
  if (path.startsWith("differences/#")) return "difference";
  const [folder = "", name = ""] = path.split("/");
  return (name !== "" && KINDS[folder]) || "page";
}

export function packPlace({ path, title, phrases, phase }: Place): PackedPlace {
  return [path, title, phrases.join("\n"), ...(phase ? [phase] : [])] as unknown as PackedPlace;
}

export function unpackPlaces({ places, ids }: Pick<LexiconFile, "places" | "ids">): Place[] {
  const length = ids.length / places.length;
  return places.map(([path, title, phrases, phase], index) => ({
    id: ids.slice(index * length, (index + 1) * length),
    path,
    kind: kindOf(path),
    title,
    phrases: phrases === "" ? [] : phrases.split("\n"),
    ...(phase && { phase }),
  }));
}

/** The beginnings of Pagefind's names for places, as short as they differ from one another. */
export function shortestIds(ids: readonly string[]): string[] {
  const hashes = ids.map(hashOf);
  for (let length = 1; ; length++) {
    const short = hashes.map((hash) => hash.slice(0, length));
    if (new Set(short).size === new Set(ids).size) return short;
  }
}

/** What is not the same in all of Pagefind's names for places: they begin with the language. */
export const hashOf = (id: string) => id.slice(id.indexOf("_") + 1);

export function packSynonyms(synonyms: readonly Synonym[]): LexiconFile["synonyms"] {
  const lists = Map.groupBy(synonyms, ({ says }) => says);
  return Object.fromEntries([...lists].map(([says, list]) => [says, list.map(({ typed }) => typed).join("\n")]));
}

export function unpackSynonyms(packed: LexiconFile["synonyms"]): Synonym[] {
  return Object.entries(packed).flatMap(([says, list]) => list.split("\n").map((typed) => ({ typed, says })));
}

/** @param alike one word for all that mean the same, by their stems; it stands for itself */
export function packAlike(alike: ReadonlyMap<string, string>): LexiconFile["alike"] {
  const lists = Map.groupBy(alike, ([, says]) => says);
  return Object.fromEntries(
    [...lists].map(([says, list]) => [
      says,
      list
        .map(([stem]) => stem)
        .filter((stem) => stem !== stemOf(says))
        .join(" "),
    ]),
  );
}

export function unpackAlike(packed: LexiconFile["alike"]): Map<string, string> {
  return new Map(
    Object.entries(packed).flatMap(([says, list]) =>
      `${stemOf(says)} ${list}`
        .trim()
        .split(" ")
        .map((stem) => [stem, says] as const),
    ),
  );
}

/** Only roughly, as a power of two: what a word says goes by the logarithm of how many have it. */
const roughly = (count: number) => (count < 2 ? count : 2 ** Math.round(Math.log2(count)));

export function packWords(words: Words): LexiconFile["words"] {
  const lists = Map.groupBy([...words].sort(), ([, count]) => roughly(count));
  return Object.fromEntries([...lists].map(([count, list]) => [count, list.map(([word]) => word).join(" ")]));
}

export function unpackWords(packed: LexiconFile["words"]): Words {
  return new Map(
    Object.entries(packed).flatMap(([count, list]) => list.split(" ").map((word) => [word, Number(count)] as const)),
  );
}
