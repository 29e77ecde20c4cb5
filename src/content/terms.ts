import { getCollection } from "astro:content";
import { type Language, languages } from "../i18n/languages.ts";
import { type Shown, shownWords } from "./fallback.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import type { Term, TermWords } from "./schemas/glossary.ts";

/** A term as a language shows it. */
export interface ShownTerm extends Shown<TermWords> {
  term: Term;
}

const terms = oncePerBuild(async () => (await getCollection("glossary")).map(({ data }) => data));

/** All terms in a language, in the order of the file; where one is not translated, in its source. */
export const termsFor = oncePerBuild(
  async (language: Language): Promise<readonly ShownTerm[]> =>
    (await terms()).flatMap((term) => {
      const shown = shownWords<TermWords>(term, language);
      return shown ? [{ term, ...shown }] : [];
    }),
);

/** What a term is called in the other languages that have it: each with its words. */
export function inOtherLanguages({ term }: ShownTerm, language: Language): { tag: Language; words: TermWords }[] {
  return languages.flatMap((tag) => {
    const words = tag === language ? undefined : term[tag];
    return words ? [{ tag, words }] : [];
  });
}
