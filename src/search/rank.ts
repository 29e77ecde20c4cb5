import { squash, stemOf, type Words } from "./cut.ts";
import { commonWords } from "./fillers.ts";
import type { Kind, Place } from "./lexicon.ts";
import type { Item } from "./understand.ts";

/**
 * What comes first. Pagefind says how much a page's text has to do with a word; a place that is *about* what was asked
 * comes before one that mentions it, and that can be told from few words only: its title, its names, and what people
 * ask who need it.
 */

/** How much a word of the query has to do with the text of each place that has it, at most 1, by the place's index. */
export type Hits = ReadonlyMap<number, number>;

export interface Ranked {
  /** The place's index. */
  place: number;
  score: number;
  /** How much of the query it has, by weight: 1 is all. */
  coverage: number;
  /** Indexes of the items that it does not have. */
  lacks: number[];
}

/** A title, a name or a question, as the weights of its words. */
interface Unit {
  place: number;
  sum: number;
  /** Whether it names its place: a term of the glossary names no product, though a setting is called so. */
  names: boolean;
}

/** How much it counts, beside a title that is nearly the query, that it is the query. */
const WHOLLY = 0.25;
/** How much the text counts beside what the place is about. */
const TEXT = 0.35;
/** What a title has too much counts less than what it lacks. */
const OWED = 0.6;
/** Of places that are as much about the query, what mends comes before what explains. */
const PRIOR: Record<Kind, number> = {
  cause: 0.04,
  guide: 0.05,
  recipe: 0.04,
  stack: -0.08,
  page: 0.02,
  term: -0.05,
  difference: -0.12,
};
/** How much it counts that the rest of the query is in other titles, names and questions of the same place. */
const SPREAD = 0.35;
/** What a word says at most that stands for all that mean the same: mostly it says that something fails. */
const MEANING = 2.5;
/** Who names a server or a framework means its recipe, whatever else is asked of it. */
const NAMED_STACK = 0.32;
/** Who names what has a page of its own means that, after a recipe of the name; who names none means none of them. */
const NAMED_PRODUCT = 0.27;
/** Who asks what something is means the glossary. */
const DEFINED = 0.4;
/** What a filler word says, as a part of what another says that is as rare. */
const FILLER = 0.06;
/** What a word says that nearly every question has, however few pages have it. */
const COMMON = 0.4;
/** A version or an amount, which says nothing of what it is of: who asks about ten minutes does not mean IIS 10. */
const AMOUNT = /^\d{1,2}$/;
/** How rare a word is among titles, names and questions, beside how rare it is in the texts. */
const NAMED = 0.75;
/** What is so much about the query is shown, whatever it lacks. */
const SURELY = 0.35;
/** The least coverage of a result, as a part of the best. */
const LEAST = 0.45;
/** With fewer results than these, the next best are shown, too, whatever they lack: one that is about half of it is not all there is. */
const FEW = 5;
/** With fewer places that have everything, those are shown, too, that have less. */
const ENOUGH = 3;

const nameOf = (stems: ReadonlySet<string>) => [...stems].sort().join(" ");

export class Ranking {
  readonly #units: Unit[] = [];
  readonly #byStem = new Map<string, number[]>();
  readonly #kinds: Kind[] = [];
  readonly #count: number;
  readonly #counts = new Map<string, number>();
  /** The places that are about a word, by its stem. */
  readonly #about = new Map<string, Set<number>>();
  /** What the glossary has, by its words. */
  readonly #terms = new Set<string>();
  readonly #fillers: ReadonlySet<string>;
  readonly #meanings: ReadonlySet<string>;
  readonly #cut: (text: string) => string[];

  /**
   * @param places those that are known
   * @param count how many there are in all
   * @param cut cuts a text into the words of the index
   * @param meanings stems of words that stand for others
   */
  constructor(
    places: readonly Place[],
    count: number,
    words: Words,
    fillers: ReadonlySet<string>,
    cut: (text: string) => string[],
    meanings: ReadonlySet<string> = new Set(),
  ) {
    this.#meanings = meanings;
    this.#count = count;
    this.#fillers = fillers;
    this.#cut = cut;
    for (const [word, count] of words) {
      const stem = stemOf(word);
      this.#counts.set(stem, Math.max(this.#counts.get(stem) ?? 0, count));
    }
    const units = places.flatMap((place, index) => this.#unitsOf(place).map((stems) => ({ place: index, stems })));
    for (const { place, stems } of units) {
      for (const stem of stems) this.#about.set(stem, (this.#about.get(stem) ?? new Set()).add(place));
    }
    for (const { kind } of places) this.#kinds.push(kind);
    for (const { place, stems } of units) if (this.#kinds[place] === "term") this.#terms.add(nameOf(stems));
    for (const { place, stems } of units) this.#add(place, stems);
  }

  /** Takes in what a place is called that was not known of before. What words say stays as it is. */
  learn(index: number, place: Place): void {
    this.#kinds[index] = place.kind;
    for (const stems of this.#unitsOf(place)) this.#add(index, stems);
  }

  #unitsOf({ title, phrases }: Place): Set<string>[] {
    return [title, ...phrases].map((text) => {
      const stems = new Set(this.#cut(text).map((word) => stemOf(squash(word))));
      stems.delete("");
      return stems;
    });
  }

  #add(place: number, stems: ReadonlySet<string>): void {
    let sum = 0;
    for (const stem of stems) {
      sum += this.weight(stem);
      const units = this.#byStem.get(stem);
      if (units) units.push(this.#units.length);
      else this.#byStem.set(stem, [this.#units.length]);
    }
    this.#units.push({ place, sum, names: this.#kinds[place] === "term" || !this.#terms.has(nameOf(stems)) });
  }

  /**
   * How much a word says: the fewer places have it, the more. A name that many places mention says much all the same
   * where few are about it.
   */
  weight(word: string): number {
    const stem = stemOf(word);
    const weight = this.#rarity(this.#counts.get(stem) ?? 0);
    if (this.#fillers.has(word)) return Math.max(weight, 1) * FILLER;
    if (commonWords.has(word) || commonWords.has(stem)) return COMMON;
    const about = this.#about.get(stem);
    const says = Math.max(weight, about ? NAMED * this.#rarity(about.size) : 0, COMMON);
    return this.#meanings.has(stem) || AMOUNT.test(word) ? Math.min(says, MEANING) : says;
  }

  #rarity(count: number): number {
    return Math.log(1 + (this.#count - count + 0.5) / (count + 0.5));
  }

  /** What an item says: as much as its words together. */
  weightOf({ words }: Item): number {
    return words.reduce((sum, word) => sum + this.weight(word), 0);
  }

  /**
   * @param hits for each item
   * @param fillers words of the query that only decide between what is equal otherwise
   * @param defines whether it is asked what something is
   */
  rank(items: readonly Item[], hits: readonly Hits[], fillers: readonly string[], defines = false): Ranked[] {
    const weights = items.map((item) => this.weightOf(item));
    const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    const about = this.#shares(items, all, fillers);
    const places = new Set([...about.keys(), ...hits.flatMap((each) => [...each.keys()])]);
    const ranked = [...places].map((place): Ranked => {
      const { share = 0, items: had = new Set<number>(), isNamed = false } = about.get(place) ?? {};
      const spread = [...had].reduce((sum, index) => sum + (weights[index] ?? 0) / all, 0);
      let text = 0;
      let coverage = 0;
      const lacks: number[] = [];
      weights.forEach((weight, index) => {
        const hit = hits[index]?.get(place) ?? 0;
        text += (weight * hit) / all;
        if (hit > 0 || had.has(index)) coverage += weight / all;
        else lacks.push(index);
      });
      // Only guides are not known before they are found.
      const kind = this.#kinds[place] ?? "guide";
      const score =
        share +
        WHOLLY * share ** 4 +
        SPREAD * Math.max(0, spread - share) +
        TEXT * text * coverage ** 1.5 +
        PRIOR[kind] +
        (kind === "recipe" && isNamed ? NAMED_STACK : 0) +
        (kind === "stack" && isNamed ? NAMED_PRODUCT : 0) +
        (kind === "term" && defines && isNamed ? DEFINED * share : 0);
      return { place, score, coverage: share >= SURELY ? 1 : coverage, lacks };
    });
    ranked.sort((a, b) => b.score - a.score || a.place - b.place);
    const whole = ranked.filter(({ lacks }) => lacks.length === 0);
    const best = Math.max(...ranked.map(({ coverage }) => coverage));
    const least = whole.length >= ENOUGH ? 0.75 : best * LEAST;
    const found = ranked.filter(({ coverage }) => coverage >= least);
    return found.length >= FEW ? found : ranked.filter(({ coverage }, index) => coverage >= least || index < FEW);
  }

  /** For each place, how much of the query and of the nearest of its titles, names and questions is the same. */
  #shares(
    items: readonly Item[],
    all: number,
    fillers: readonly string[],
  ): Map<number, { share: number; items: Set<number>; isNamed: boolean }> {
    const units = new Map<number, { shared: number; items: Set<number> }>();
    items.forEach((item, index) => {
      for (const stem of new Set(item.words.map(stemOf))) {
        const weight = this.weight(stem);
        for (const unit of this.#byStem.get(stem) ?? []) {
          const entry = units.get(unit) ?? { shared: 0, items: new Set<number>() };
          entry.shared += weight;
          entry.items.add(index);
          units.set(unit, entry);
        }
      }
    });
    for (const word of new Set(fillers)) {
      for (const unit of this.#byStem.get(stemOf(word)) ?? []) {
        const entry = units.get(unit);
        if (entry) entry.shared += this.weight(word);
      }
    }
    const asked = all + fillers.reduce((sum, word) => sum + this.weight(word), 0);
    const places = new Map<number, { share: number; items: Set<number>; isNamed: boolean }>();
    for (const [index, { shared, items: had }] of units) {
      const { place, sum, names } = this.#units[index] as Unit;
      const share = shared / (OWED * asked + (1 - OWED) * sum);
      const entry = places.get(place) ?? { share: 0, items: new Set<number>(), isNamed: false };
      entry.share = Math.max(entry.share, share);
      // All of a name was asked for, and it says something.
      entry.isNamed ||= names && shared > sum - 0.01 && sum > 2 * COMMON;
      for (const each of had) entry.items.add(each);
      places.set(place, entry);
    }
    return places;
  }
}
