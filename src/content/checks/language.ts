import type { Problem } from "../../problems.ts";
import type { Prose } from "../prose.ts";
import { checkCharacters } from "./characters.ts";
import { type Mend, mendOf } from "./mends.ts";
import { checkTerms, mendTerms, type Terms } from "./terms.ts";
import { checkChinese, mendChinese } from "./zhTW.ts";

/** Checks how a text is worded, as far as that takes little time: the glossary's terms, and Taiwan's Chinese. */
export function checkLanguage(prose: Prose, terms: Terms): Problem[] {
  const avoided = terms(prose);
  return [
    ...checkCharacters(prose),
    ...checkTerms(prose, avoided),
    ...(prose.language === "zh-TW" ? checkChinese(prose, avoided) : []),
  ];
}

/** What of that can be mended by a machine. */
export function mendLanguage(prose: Prose, terms: Terms): Mend[] {
  const avoided = terms(prose);
  const chinese = prose.language === "zh-TW" ? mendChinese(prose, avoided) : [];
  return [...mendTerms(prose, avoided), ...chinese].map((replacement) => mendOf(prose, replacement));
}
