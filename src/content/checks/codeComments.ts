/** How a comment that ends with its line begins, by languages; the others have none that a text translates. */
const LINE_COMMENTS: readonly [languages: string, mark: RegExp][] = [
  ["sh bash zsh py python rb ruby yaml yml ini toml nginx apache dockerfile make php", /(?<=^|\s)#.*$/gm],
  ["js jsx ts tsx go java cs csharp php json jsonc c rust scss", /(?<=^|\s)\/\/.*$/gm],
  ["lua sql", /(?<=^|\s)--.*$/gm],
];
const markByLanguage = LINE_COMMENTS.flatMap(([languages, mark]) =>
  languages.split(" ").map((language) => [language, mark] as const),
);

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
  let code = text;
  for (const [name, mark] of markByLanguage) if (name === language) code = code.replace(mark, "");
  if (/^(?:js|jsx|ts|tsx|go|java|cs|csharp|php|css|scss)$/.test(language)) code = code.replace(/\/\*[\s\S]*?\*\//g, "");
  if (/^(?:html|xml|vue|svelte)$/.test(language)) code = code.replace(/<!--[\s\S]*?-->/g, "");
  if (PLAIN.test(language)) {
    code = code
      .split("\n")
      .filter((line) => !LOCALISED.test(line))
      .join("\n")
      .replace(/\n{2,}/g, "\n\n");
  }
  return code.replace(/[ \t]+$/gm, "");
}
