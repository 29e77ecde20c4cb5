import type { Phase } from "../rules/index.ts";
import type { Language } from "../site.config.ts";
import { cut, cutRun, isCjk, squash, stemOf, type Words } from "./cut.ts";
import { type Excerpt, excerptOf, joined, type Marked, mark } from "./excerpt.ts";
import { asksForDefinition, commonWords, fillersOf } from "./fillers.ts";
import { countsTogether, knowledgeOf, wordsOfTerms } from "./knowledge.ts";
import { kindOf, type LexiconFile, type Place, unpackAlike, unpackPlaces, unpackWords } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { likeness, pairsOf } from "./near.ts";
import type { Pagefind } from "./pagefind.ts";
import { fold, LONGEST_LOOKED_AT } from "./query.ts";
import { type Ranked, Ranking } from "./rank.ts";
import { TextIndex } from "./textIndex.ts";
import { type Item, type Knowledge, understand } from "./understand.ts";

/** A place that was found, as the page shows it. */
export interface Result extends Pick<Place, "path" | "kind"> {
  /** Of a cause: where the exchange breaks, and how that is said. */
  phase?: { id: Phase; name: string };
  title: Marked;
  excerpt?: Excerpt;
  /** Words of the query that the place does not have. */
  lacks: string[];
  /** Of a translation that its source has left behind. */
  stale?: true;
}

/** What a search has found. */
export interface Found {
  results: Result[];
  /** How many there are in all. */
  count: number;
  /** Words that stand for others which were typed. */
  instead: { typed: string; says: string; because: "synonym" | "typo" }[];
  /** Words that are nowhere on the site, as they were typed. */
  unknown: string[];
  /** Stems of what was looked for. */
  stems: string[];
  /** Where nothing was found: the terms that are spelt most like what was typed. */
  near: { path: string; title: string }[];
}

/** Words of an excerpt: about two lines. */
const EXCERPT: Readonly<Record<string, number>> = { "zh-TW": 34, ja: 36 };
const LATIN_EXCERPT = 24;

/** So many terms that are spelt alike are offered where nothing is found, and none that is less like it than this. */
const NEAR = 4;
const LEAST_LIKE = 0.25;

/** What may be a product's name. */
const PRODUCT = /^\p{Script=Latin}[\p{Script=Latin}\d.+#-]{2,}$/u;
/** The path of the list of recipes. */
const RECIPES = "recipes/";

/** So many words are looked for in the texts: those that say most. */
const MOST_LOOKED_FOR = 3;

/** The search of one language. */
export class Searcher {
  readonly #known: Knowledge;
  readonly #ranking: Ranking;
  /** By their indexes; one that is not known of before it is found is there once its text was read. */
  readonly #places: Place[];
  readonly #index: TextIndex;
  readonly #language: Language;
  /** Whether a space stands between Latin and CJK. */
  readonly #spaced: boolean;
  readonly #words: Words;
  readonly #phaseNames: LexiconFile["phaseNames"];

  constructor(language: Language, file: LexiconFile, pagefind: Pagefind) {
    this.#language = language;
    this.#spaced = language !== "ja";
    this.#places = unpackPlaces(file);
    this.#phaseNames = file.phaseNames;
    const fillers = fillersOf(language);
    const words = unpackWords(file.words);
    this.#index = new TextIndex(
      pagefind,
      this.#places.map(({ id }) => id),
      (word) => mayGoOn(word, words),
    );
    const alike = unpackAlike(file.alike);
    this.#known = knowledgeOf(file, this.#places, words, fillers, alike);
    this.#words = this.#known.words;
    this.#ranking = new Ranking(
      this.#places,
      file.count,
      countsTogether(words, alike),
      fillers,
      (text) => wordsOfTerms(text, this.#known),
      new Set([...alike.values()].map(stemOf)),
    );
  }

  /**
   * Searches for what a reader typed.
   * @param shown so many of the results are made ready to be shown, and so many of them with an excerpt
   * @param exactly no other words than those that were typed
   */
  async search(query: string, shown: { results: number; excerpts: number }, exactly = false): Promise<Found> {
    const text = query.slice(0, LONGEST_LOOKED_AT);
    const understood = understand(text, this.#known, exactly);
    const { fillers } = understood;
    const known = [
      ...(await Promise.all(understood.items.map((item) => this.#surelyMeant(item)))),
      ...(await this.#rare(understood.unknown)),
    ];
    const unknown = understood.unknown.filter((word) => !known.some(({ typed }) => typed === word));
    const items = exactly ? known : [...known, ...this.#instead(known, unknown)];
    // Only a word that nothing stands after may go on, and only one that was typed: for the beginning of a word that no
    // page has, Pagefind finds what happens to be loaded.
    const open = /[\p{L}\p{N}]$/u.test(text) && this.#mayBeBegun(items.at(-1)) ? items.length - 1 : -1;
    const telling = items.some(({ words }) => !words.every(saysLittle));
    // What nearly every page has is not worth a part of the index, and nor is the fifth word of a long question.
    const worth = items
      .filter(({ words }) => !telling || !words.every(saysLittle))
      .sort((a, b) => this.#ranking.weightOf(b) - this.#ranking.weightOf(a))
      .slice(0, MOST_LOOKED_FOR);
    const isLookedFor = items.map((item) => worth.includes(item));
    const hits = await Promise.all(
      items.map((item, index) =>
        isLookedFor[index] ? this.#index.hits(item, index === open) : new Map<number, number>(),
      ),
    );
    const last = items[open]?.words.at(-1) ?? "";
    const defines = asksForDefinition(fold(text));
    const found = this.#ranking.rank(items, hits, fillers, defines);
    const isNew = await this.#learn(found.slice(0, shown.results), items, last);
    const ranked = isNew ? this.#ranking.rank(items, hits, fillers, defines) : found;
    const results = await Promise.all(
      ranked
        .filter(({ place }) => this.#places[place])
        .slice(0, shown.results)
        .map(({ lacks, ...each }, index) => {
          const missed = lacks.filter((item) => isLookedFor[item]);
          return this.#result({ ...each, lacks: missed }, items, index < shown.excerpts, last);
        }),
    );
    return {
      results,
      count: ranked.length,
      instead: items.flatMap(({ typed, says, because }) =>
        says !== undefined && because && squash(says) !== squash(typed) ? { typed, says, because } : [],
      ),
      unknown,
      stems: stemsOf(items.filter((_, index) => isLookedFor[index])),
      near: ranked.length === 0 ? this.#near(text) : [],
    };
  }

  /**
   * Whether what was typed last may be the beginning of a word that texts have, and not one that stands for it. For what
   * is the beginning of none, Pagefind takes what happens to be loaded.
   */
  #mayBeBegun(item: Item | undefined): boolean {
    const last = item?.words.at(-1);
    if (!item || last === undefined || squash(item.words.join("")) !== squash(item.typed)) return false;
    // What only queries have is in no text.
    const isInTexts = (word: string) => this.#words.get(word) !== 0;
    const goesOn = (word: string) => word.length > last.length && word.startsWith(last) && isInTexts(word);
    return [...this.#words.keys(), ...this.#known.about].some(goesOn);
  }

  /** A word that the index has is no mistake, though the lexicon does not know it. */
  async #surelyMeant(item: Item): Promise<Item> {
    const word = squash(item.typed);
    if (item.because !== "typo" || isCjk(word)) return item;
    const asTyped: Item = { typed: item.typed, words: [word] };
    return (await this.#index.hits(asTyped, false)).size > 0 ? asTyped : item;
  }

  /** Those of some words that few places have: the lexicon does not know them, and of CJK they are a phrase. */
  async #rare(words: readonly string[]): Promise<Item[]> {
    const found = await Promise.all(
      words.map(async (typed): Promise<Item[]> => {
        const text = fold(typed);
        const item = { typed, words: [isCjk(text) ? cutRun(text, this.#words).join(" ") : squash(text)] };
        return (await this.#index.hits(item, false)).size > 0 ? [item] : [];
      }),
    );
    return found.flat();
  }

  /** What is looked for besides where somebody names a product that no page has: its API is another's, its setting a recipe. */
  #instead(items: readonly Item[], unknown: readonly string[]): Item[] {
    const product = unknown.find((word) => PRODUCT.test(word));
    if (product === undefined || items.length === 0) return [];
    const { alike } = this.#known;
    const isApi = items.some(({ words }) => words.some((word) => word === alike.get("api")));
    const recipes = this.#places.find(({ path }) => path === RECIPES);
    const says = isApi
      ? [alike.get(stemOf("thirdparty")) ?? ""]
      : items.every(({ words }) => words.every(saysLittle))
        ? wordsOfTerms(recipes?.title ?? "", this.#known)
        : [];
    return says.length > 0 ? [{ typed: product, words: says.map(squash) }] : [];
  }

  /** Reads what those of the places are called that were not known of. @returns whether there were any */
  async #learn(found: readonly Ranked[], items: readonly Item[], last: string): Promise<boolean> {
    const unknown = found.filter(({ place }) => !this.#places[place]);
    await Promise.all(
      unknown.map(async ({ place: index }) => {
        const read = await this.#index.read(index, wordsOf(items), last);
        if (!read) return;
        const { url, meta } = read.page;
        const path = url.slice(url.indexOf(`/${this.#language}/`) + this.#language.length + 2);
        const place = {
          id: "",
          path,
          kind: kindOf(path),
          title: joined(meta.title ?? path, this.#spaced),
          phrases: [],
        };
        this.#places[index] = place;
        this.#ranking.learn(index, place);
      }),
    );
    return unknown.length > 0;
  }

  #near(text: string): Found["near"] {
    const terms = this.#places.filter(({ kind }) => kind === "term");
    const typed = pairsOf(fold(text));
    const alike = terms.map(({ path, title, phrases }) => ({
      path,
      title,
      likeness: Math.max(...[title, ...phrases].map((name) => likeness(pairsOf(fold(name)), typed))),
    }));
    return alike
      .filter(({ likeness }) => likeness > LEAST_LIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, NEAR)
      .map(({ path, title }) => ({ path, title }));
  }

  /** What a message is about. */
  causes({ causes, notCors }: Message): Result[] {
    const paths = [...causes.map((id) => `causes/${id}/`), ...notCors.map((id) => `not-cors/${id}/`)];
    return paths.flatMap((path) => {
      const place = this.#places.find((each) => each.path === path);
      return place ? { ...this.#pick(place), title: [{ text: place.title }], lacks: [] } : [];
    });
  }

  async #result(
    { place: index, lacks }: Ranked,
    items: readonly Item[],
    hasExcerpt: boolean,
    open: string,
  ): Promise<Result> {
    const place = this.#places[index] as Place;
    const words = wordsOf(items);
    const found = hasExcerpt ? await this.#index.read(index, words, open) : null;
    const stems = new Set(words.map(stemOf));
    const excerpt =
      found &&
      excerptOf(
        found.page,
        found.at,
        words.map((word) => this.#ranking.weight(word)),
        {
          skip: cut(place.title, this.#words).length,
          length: EXCERPT[this.#language] ?? LATIN_EXCERPT,
          spaced: this.#spaced,
        },
      );
    return {
      ...this.#pick(place),
      title: mark(place.title, this.#words, stems),
      ...(excerpt && { excerpt }),
      ...(found?.page.stale && { stale: true as const }),
      lacks: lacks.flatMap((item) => items[item]?.typed ?? []),
    };
  }

  #pick({ path, kind, phase }: Place): Pick<Result, "path" | "kind" | "phase"> {
    return { path, kind, ...(phase && { phase: { id: phase, name: this.#phaseNames[phase] } }) };
  }
}

const wordsOf = (items: readonly Item[]) => [...new Set(items.flatMap(({ words, also = [] }) => [...words, ...also]))];

/** Whether a word of the index is the beginning of others; what the lexicon does not know to be in a text may always be. */
function mayGoOn(word: string, words: Words): boolean {
  if (!words.get(word)) return true;
  const stem = stemOf(word);
  for (const other of words.keys()) if (other.startsWith(stem) && stemOf(other) !== stem) return true;
  return false;
}

/** Of a phrase it is the whole. */
const stemsOf = (items: readonly Item[]) => [
  ...new Set(wordsOf(items).map((word) => stemOf(word.replaceAll(" ", "")))),
];

const saysLittle = (word: string) => commonWords.has(word) || (isCjk(word) && word.length === 1);
