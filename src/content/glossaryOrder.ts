import type { Language } from "../i18n/languages.ts";
import type { ShownTerm } from "./terms.ts";
import { collatorOf } from "./wordOrder.ts";

/** The terms that a strip of initials leads to. */
export interface TermGroup {
  /** A letter, a row of the kana, or a sign of Zhuyin. */
  initial: string;
  /** Its place on the page. */
  id: string;
  terms: ShownTerm[];
}

const ZHUYIN = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ";
const KANA_ROWS = ["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"];

/**
 * The terms of a language in the order of their reading, by initials: as one looks a word up in a dictionary.
 * @returns each group's terms in order; kana and Zhuyin first, Latin letters last, as they are foreign there
 */
export function glossaryGroups(terms: readonly ShownTerm[], language: Language): TermGroup[] {
  const { compare } = collatorOf(language);
  const readingOf = ({ words }: ShownTerm) => words.reading ?? words.term;
  const sorted = [...terms].sort((a, b) => compare(readingOf(a), readingOf(b)));
  const groups = new Map<string, ShownTerm[]>();
  for (const term of sorted) {
    const initial = initialOf(readingOf(term), language, compare);
    groups.set(initial, [...(groups.get(initial) ?? []), term]);
  }
  const isLatin = (initial: string) => /[A-Z]/.test(initial);
  return [...groups]
    .sort(([a], [b]) => Number(isLatin(a)) - Number(isLatin(b)))
    .map(([initial, members]) => ({ initial, id: `initial-${initial.codePointAt(0)?.toString(16)}`, terms: members }));
}

function initialOf(reading: string, language: string, compare: Intl.Collator["compare"]): string {
  const first = reading.charAt(0);
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  // Where a bucket of the Zhuyin order begins, CLDR has a mark: U+FDD0 and its sign.
  if (language === "zh-TW") return [...ZHUYIN].findLast((sign) => compare(`\uFDD0${sign}`, reading) <= 0) ?? first;
  if (language === "ja") return KANA_ROWS.findLast((kana) => compare(kana, first) <= 0) ?? first;
  // Without its accent, and of a syllable in Hangul its first letter.
  return first.normalize("NFD").charAt(0).toUpperCase();
}
