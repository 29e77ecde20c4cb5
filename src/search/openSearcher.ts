import type { Language } from "../site.config.ts";
import { openIndex } from "./engine.ts";
import type { LexiconFile } from "./lexicon.ts";
import { Searcher } from "./searcher.ts";

/**
 * How Pagefind ranks one word's pages. Measured on the questions of `tests/search/`.
 * - `term_similarity`: while a word is being typed, those that are hardly longer come first.
 * - `page_length`: guides are long and must not come behind each entry of the glossary that has the word once.
 * - `meta_weights`: titles are ranked by `rank.ts`, which sees how much of the title was asked for.
 */
const RANKING = {
  term_similarity: 2,
  page_length: 0.15,
  term_saturation: 1.6,
  meta_weights: { title: 1 },
};

/**
 * Opens the search of a language.
 * @param address of its index, with a slash at the end
 * @throws where a part of it cannot be loaded
 */
export async function openSearcher(language: Language, address: string): Promise<Searcher> {
  const [lexicon, index] = await Promise.all([loadLexicon(`${address}lexicon.json`), openIndex(address, RANKING)]);
  return new Searcher(language, lexicon, index);
}

async function loadLexicon(address: string): Promise<LexiconFile> {
  // It has no hash in its name, and belongs to one index.
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address} was answered ${response.status}.`);
  return response.json();
}
