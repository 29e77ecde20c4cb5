/** An index that Pagefind has made. */
export interface Pagefind {
  /**
   * @param query words that Pagefind's index may have, with a space between them
   * @param exact only places that have just these words, side by side; else longer words are found as well
   * @throws where the part of the index that would have them cannot be loaded
   */
  search(query: string, exact: boolean): Promise<PagefindHit[]>;
}

/** @see https://pagefind.app/docs/ranking/ */
export interface RankingWeights {
  page_length?: number;
  term_frequency?: number;
  term_saturation?: number;
  term_similarity?: number;
  meta_weights?: Record<string, number>;
}

export interface PagefindHit {
  readonly id: string;
  readonly score: number;
  /** Where the word stands in the page's text, counted in words. */
  readonly words: number[];
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  url: string;
  meta: { title?: string };
  /** Of a translation that its source has left behind. */
  stale?: true;
  /** Its words, each after a space. */
  content: string;
  anchors: { element: string; id: string; text: string; location: number }[];
}

/**
 * How Pagefind ranks one word's pages. Measured on the questions of `tests/search/`.
 * - `term_similarity`: while a word is being typed, those that are hardly longer come first.
 * - `page_length`: guides are long and must not come behind each entry of the glossary that has the word once.
 * - `meta_weights`: titles are ranked by `rank.ts`, which sees how much of the title was asked for.
 */
export const RANKING: RankingWeights = {
  term_similarity: 2,
  page_length: 0.15,
  term_saturation: 1.6,
  meta_weights: { title: 1 },
};
