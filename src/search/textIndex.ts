import { isCjk } from "./cut.ts";
import { hashOf } from "./lexicon.ts";
import type { Pagefind, PagefindHit, PagefindPage } from "./pagefind.ts";
import type { Hits } from "./rank.ts";
import type { Item } from "./understand.ts";

/** Latin words that begin with so many letters alike lie in one part of the index. */
const BEGINNING = 3;

/** What words of one part of the index have in common (`src/build/indexing/smallChunks.ts`). */
export const beginningOf = (word: string): string => word.slice(0, isCjk(word.slice(0, 1)) ? 1 : BEGINNING);

/** What Pagefind finds of one word, by the place's index. */
type Found = ReadonlyMap<number, PagefindHit>;

/** Asks Pagefind for one word at a time: it finds only pages that have all of them, and does not say which. */
export class TextIndex {
  readonly #pagefind: Pagefind;
  readonly #places: Map<string, number>;
  /** So many characters of Pagefind's names for places tell them apart. */
  readonly #length: number;
  readonly #mayGoOn: (word: string) => boolean;
  readonly #found = new Map<string, Promise<Found>>();

  /**
   * @param ids of the places that are known; others are counted on from there as they are found
   * @param mayGoOn whether other words may begin with a word
   */
  constructor(pagefind: Pagefind, ids: readonly string[], mayGoOn: (word: string) => boolean) {
    this.#mayGoOn = mayGoOn;
    this.#pagefind = pagefind;
    this.#length = ids[0]?.length ?? 0;
    this.#places = new Map(ids.map((id, index) => [id, index]));
  }

  /** How much each place's text has to do with an item. @param open whether its last word may go on */
  async hits({ words, also }: Item, open: boolean): Promise<Hits> {
    const [own, typed] = await Promise.all([this.#all(words, open), also ? this.#all(also, open) : undefined]);
    if (!typed) return own;
    const both = new Map(own);
    for (const [place, hit] of typed) both.set(place, Math.max(both.get(place) ?? 0, hit));
    return both;
  }

  /** The more of several words a place has, the more it has to do with them; with one of two it has little. */
  async #all(words: readonly string[], open: boolean): Promise<Hits> {
    const each = await Promise.all(words.map((word, index) => this.#ask(word, open && index === words.length - 1)));
    const sums = new Map<number, { sum: number; count: number }>();
    for (const found of each) {
      const most = Math.max(...[...found.values()].map(({ score }) => score));
      for (const [place, { score }] of found) {
        const { sum, count } = sums.get(place) ?? { sum: 0, count: 0 };
        sums.set(place, { sum: sum + 0.3 + (0.7 * score) / most, count: count + 1 });
      }
    }
    const whole = [...sums].filter(([, { count }]) => count === words.length);
    return new Map(whole.map(([place, { sum }]) => [place, sum / words.length]));
  }

  #ask(word: string, open: boolean): Promise<Found> {
    const key = open ? `${word}…` : word;
    const asked = this.#found.get(key) ?? this.#search(word, open);
    this.#found.set(key, asked);
    asked.catch(() => this.#found.delete(key));
    return asked;
  }

  /**
   * Looks for a word, or for several that stand side by side. Pagefind takes a word for the beginning of others; whoever
   * has typed a whole one means that, and where there are others it is asked once more.
   */
  async #search(word: string, open: boolean): Promise<Found> {
    const isPhrase = word.includes(" ");
    // What begins like it may lie in any part of the index, and counts by those that happen to be loaded.
    if (word.length < BEGINNING && !isCjk(word)) return this.#indexed(await this.#pagefind.search(word, true));
    const [ranked, exact] = await Promise.all([
      this.#pagefind.search(word, isPhrase),
      open || isPhrase || !this.#mayGoOn(word) ? undefined : this.#pagefind.search(word, true),
    ]);
    const ids = exact && new Set(exact.map(({ id }) => id));
    return this.#indexed(ranked.filter(({ id }) => !ids || ids.has(id)));
  }

  #indexed(hits: readonly PagefindHit[]): Found {
    return new Map(hits.map((hit) => [this.#indexOf(hit), hit]));
  }

  #indexOf({ id }: PagefindHit): number {
    const short = hashOf(id).slice(0, this.#length);
    const index = this.#places.get(short) ?? this.#places.size;
    this.#places.set(short, index);
    return index;
  }

  /** A place's text, and where in it the words stand. @returns nothing where the text has none of them, or cannot be loaded */
  async read(
    place: number,
    words: readonly string[],
    last: string,
  ): Promise<{ page: PagefindPage; at: number[][] } | null> {
    const found = await Promise.all(words.map((word) => this.#ask(word, word === last)));
    const hits = found.map((each) => each.get(place));
    const page = await hits
      .find((hit) => hit !== undefined)
      ?.data()
      .catch(() => undefined);
    return page ? { page, at: hits.map((hit) => hit?.words ?? []) } : null;
  }
}
