import type { Result } from "../../search/searcher.ts";

/** Results by what they are, in the order in which they are shown: the kind that has the best comes first. */
export const byKind = (results: readonly Result[]): Result[][] =>
  [...new Set(results.map(({ kind }) => kind))].map((kind) => results.filter((result) => result.kind === kind));
