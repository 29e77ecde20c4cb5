import type { Language } from "../i18n/languages.ts";
import type { Term } from "./schemas/glossary.ts";

/** The terms that a strip of initials leads to. */
export interface TermGroup {
  /** A letter, a row of the kana, or a sign of Zhuyin. */
  initial: string;
  /** Its place on the page. */
  id: string;
  terms: Term[];
}

const ZHUYIN = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ";
const KANA_ROWS = ["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"];

const collators: Record<Language, Intl.Collator> = {
  en: new Intl.Collator("en"),
  ja: new Intl.Collator("ja"),
  "zh-TW": new Intl.Collator("zh-TW-u-co-zhuyin"),
};

/**
 * The terms of a language in the order of their reading, by initials: as one looks a word up in a dictionary.
 * @returns each group's terms in order; kana and Zhuyin first, Latin letters last, as they are foreign there
 */
export function glossaryGroups(terms: readonly Term[], language: Language): TermGroup[] {
  const { compare } = collators[language];
  const readingOf = (term: Term) => term[language].reading ?? term[language].term;
  const sorted = [...terms].sort((a, b) => compare(readingOf(a), readingOf(b)));
  const groups = new Map<string, Term[]>();
  for (const term of sorted) {
    const initial = initialOf(readingOf(term), language);
    groups.set(initial, [...(groups.get(initial) ?? []), term]);
  }
  const isLatin = (initial: string) => /[A-Z]/.test(initial);
  return [...groups]
    .sort(([a], [b]) => Number(isLatin(a)) - Number(isLatin(b)))
    .map(([initial, members]) => ({ initial, id: `initial-${initial.codePointAt(0)?.toString(16)}`, terms: members }));
}

function initialOf(reading: string, language: Language): string {
  const first = reading.charAt(0);
  if (/[a-z]/i.test(first) || language === "en") return first.toUpperCase();
  const { compare } = collators[language];
  // Where a bucket of the Zhuyin order begins, CLDR has a mark: U+FDD0 and its sign.
  if (language === "zh-TW") return [...ZHUYIN].findLast((sign) => compare(`\uFDD0${sign}`, reading) <= 0) ?? first;
  return KANA_ROWS.findLast((kana) => compare(kana, first) <= 0) ?? first;
}
