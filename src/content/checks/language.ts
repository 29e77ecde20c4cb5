import type { Problem } from "../../problems.ts";
import type { Prose } from "../prose.ts";
import { checkTerms, type Terms } from "./terms.ts";
import { checkChinese } from "./zhTW.ts";

/** Checks how a text is worded, as far as that takes little time: the glossary's terms, and Taiwan's Chinese. */
export function checkLanguage(prose: Prose, terms: Terms): Problem[] {
  const avoided = terms(prose);
  return [...checkTerms(prose, avoided), ...(prose.language === "zh-TW" ? checkChinese(prose, avoided) : [])];
}
