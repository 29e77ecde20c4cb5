import {
  classifyCharacter,
  classifyPrecedingCharacter,
  isCjk,
  isCjkOrIvs,
  isNonCjkPunctuation,
  isSpaceOrPunctuation,
  isUnicodeWhitespace,
} from "micromark-extension-cjk-friendly-util";
import { LETTER, PUNCTUATION, TILDE } from "./scaffold.ts";

/** What is escaped is no mark. */
const ESCAPE_OR_MARKS = /\\[\s\S]|\*+|_+|~+/g;

/**
 * Has emphasis begin and end beside CJK as CJK-friendly Markdown says: there a CJK character is to a mark as a
 * letter, punctuation or not, and beside other punctuation as punctuation. So between the mark and a CJK
 * character one is put that CommonMark takes for that. A single tilde is a range in CJK text, and no mark.
 * @see https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
 * @see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
export function turnMarks(markdown: string): string {
  return markdown.replace(ESCAPE_OR_MARKS, (marks, at: number) => {
    const end = at + marks.length;
    if (marks === "~") return TILDE;
    // To CommonMark a mark is punctuation beside another one, to the engine nothing at all.
    const apart = marks + (/[*_]$/.test(marks) && /[*_]/.test(markdown[end] ?? "") ? PUNCTUATION : "");
    if (marks.startsWith("\\")) return apart;
    const [last = null, oneBefore = null] = codePoints(markdown.slice(Math.max(0, at - 4), at)).reverse();
    const before = classifyPrecedingCharacter(classifyCharacter(last), () => oneBefore, last);
    const after = classifyCharacter(markdown.codePointAt(end) ?? null);
    if (isUnicodeWhitespace(before) || isUnicodeWhitespace(after)) return apart;
    // Behind a variation selector CommonMark sees no punctuation.
    const isHidden = isSpaceOrPunctuation(before) && !isSpaceOrPunctuation(classifyCharacter(last));
    // Underscores are not amended further.
    if (marks.startsWith("_")) return (isHidden ? PUNCTUATION : "") + apart;
    const standIn = (beside: typeof before) => (isNonCjkPunctuation(beside) ? PUNCTUATION : LETTER);
    const left = isCjkOrIvs(before) ? standIn(after) : isHidden ? PUNCTUATION : "";
    return left + apart + (isCjk(after) ? standIn(before) : "");
  });
}

function codePoints(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0) as number);
}
