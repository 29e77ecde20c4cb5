import { removeComments } from "../../generator/comments.ts";

/** Chinese, Japanese and full-width marks: a browser's message in its user's language. */
const LOCALISED = /[\u3001-\u30ff\u3400-\u9fff\uff01-\uff5e]/;

const PLAIN = /^(?:text|plaintext|)$/;

/** Whether a block is a text for readers of one language, such as a letter to send: most of its lines are in Chinese or Japanese. */
export function isLocalised(text: string, language: string): boolean {
  if (!PLAIN.test(language)) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => LOCALISED.test(line)).length > lines.length / 2;
}

/**
 * A block's text without what languages have each for themselves: comments, and in plain text the messages that a
 * browser prints in its user's language. White space at the ends of lines goes with them.
 */
export function withoutComments(text: string, language: string): string {
  let code = removeComments(text, language);
  if (PLAIN.test(language)) {
    code = code
      .split("\n")
      .filter((line) => !LOCALISED.test(line))
      .join("\n")
      .replace(/\n{2,}/g, "\n\n");
  }
  return code.replace(/[ \t]+$/gm, "");
}
