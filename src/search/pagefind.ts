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
