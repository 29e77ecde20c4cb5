import type { Problem } from "../../problems.ts";
import type { Prose } from "../prose.ts";

/** What nobody sees and searches, screen readers or browsers take for something, by its code points. */
const UNSEEN = /[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufffd]|(?![\n\r\t])\p{Cc}/u;
/** What HTML would read as a character, and does not know. */
const NO_ENTITY = /&(?:[a-z][a-z\d]+|#\d+|#x[\da-f]+);/i;

/** Checks that a text has no characters that were not meant: unseen ones, lost ones, and names of such that there are not. */
export function checkCharacters({ file, text, lineAt }: Prose): Problem[] {
  const problems: Problem[] = [];
  const unseen = UNSEEN.exec(text);
  if (unseen) {
    const around = text.slice(Math.max(0, unseen.index - 8), unseen.index + 9).replace(new RegExp(UNSEEN, "gu"), "□");
    const code = (unseen[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    problems.push({
      file,
      line: lineAt(unseen.index),
      message: `A character that nobody sees, or that was lost, stands here (U+${code}, □ in "${around}").`,
      hint: "Delete it, and type again what it stood for.",
    });
  }
  const entity = NO_ENTITY.exec(text);
  if (entity) {
    problems.push({
      file,
      line: lineAt(entity.index),
      message: `"${entity[0]}" is the name of no character: readers would see it as it is.`,
      hint: "Type the character itself, or put it in `code` where it is meant to be read.",
    });
  }
  return problems;
}
