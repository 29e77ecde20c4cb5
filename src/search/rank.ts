import { fold, isPasted, LONGEST_PIECE, normalizeQuery, piecesOf } from "./query.ts";

/** A page that a search found, not yet loaded. */
export interface Hit {
  id: string;
}

/** One search of the index. A query in double quotes finds the exact words in their order. */
export type SearchIndex<Found extends Hit> = (query: string) => Promise<readonly Found[]>;

/**
 * Searches for what a reader typed or pasted, best first, each page once.
 * A query is tried as a phrase first: an index of CJK fragments finds them anywhere on a page
 * otherwise. Of a pasted message each piece is a phrase, and the rarer a piece is, the more it says.
 */
export async function search<Found extends Hit>(input: string, index: SearchIndex<Found>): Promise<Found[]> {
  if (isPasted(input)) {
    const found = await searchMessage(piecesOf(input), index);
    if (found.length > 0) return found;
  }
  const query = normalizeQuery(input).slice(0, LONGEST_PIECE);
  if (query === "") return [];
  const [phrase, words] = await Promise.all([index(`"${query}"`), index(query)]);
  // The index ranks words, but not phrases.
  const rank = new Map(words.map(({ id }, place) => [id, place]));
  const last = words.length;
  return unique([...phrase.toSorted((a, b) => (rank.get(a.id) ?? last) - (rank.get(b.id) ?? last)), ...words]);
}

/**
 * How much of a pasted message each page has word for word; what few pages have counts most. The
 * index cannot say so of every piece: of CJK it knows words, not where one thought ends.
 * @param contents the pages' text
 */
export function agreement(message: string, contents: readonly string[]): number[] {
  const texts = contents.map(fold);
  const scores = texts.map(() => 0);
  for (const piece of piecesOf(message).map(fold)) {
    const having = texts.flatMap((text, place) => (text.includes(piece) ? [place] : []));
    for (const place of having) scores[place] = (scores[place] ?? 0) + 1 / having.length;
  }
  return scores;
}

/** As much of a page as its place among the results depends on. */
export interface FoundPage {
  url: string;
  /** Its text. */
  content: string;
  meta: { title?: string };
}

/**
 * Puts those pages first that have the query in their title, or word for word. For a pasted message
 * causes come before guides: they carry the fix in one screen. Among them those come first that have
 * most of the message.
 * @param pages as the index ranks them, which decides between equals
 */
export function orderPages<Page extends FoundPage>(text: string, pages: readonly Page[]): Page[] {
  const pasted = isPasted(text);
  const contents = pages.map(({ content }) => content);
  const agreed = pasted ? agreement(text, contents) : contents.map(() => 0);
  const query = fold(text);
  const score = (page: Page) =>
    (pasted && page.url.includes("/causes/") ? 4 : 0) +
    (page.meta.title?.toLowerCase().includes(query) ? 2 : 0) +
    (page.content.toLowerCase().includes(query) ? 1 : 0);
  return pages
    .map((page, rank) => ({ page, score: score(page), agreed: agreed[rank] ?? 0 }))
    .sort((a, b) => b.score - a.score || b.agreed - a.agreed)
    .map(({ page }) => page);
}

async function searchMessage<Found extends Hit>(
  pieces: readonly string[],
  index: SearchIndex<Found>,
): Promise<Found[]> {
  const scores = new Map<string, { hit: Found; score: number }>();
  for (const piece of pieces) {
    const exact = await index(`"${piece}"`);
    // The index does not follow a phrase across every sign; then its words must do, and count less.
    const hits = exact.length > 0 ? exact : await index(piece);
    const weight = exact.length > 0 ? 1 : 0.5;
    hits.forEach((hit, rank) => {
      const entry = scores.get(hit.id) ?? { hit, score: 0 };
      // Rare pieces count most; the index's own order only breaks ties.
      entry.score += weight / hits.length + 1e-4 / (rank + 1);
      scores.set(hit.id, entry);
    });
  }
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}

function unique<Found extends Hit>(hits: readonly Found[]): Found[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
}
