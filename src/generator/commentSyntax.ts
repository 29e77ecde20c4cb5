/** How a language writes comments, and the strings in which their marks mean nothing: each the source of a pattern. */
interface CommentSyntax {
  /** What begins a comment that ends with its line. */
  line?: string;
  /** What begins and what ends a comment that may go over several. */
  block?: readonly [open: string, close: string];
  strings: string;
}

const DOUBLE = String.raw`"(?:\\.|[^"\\\n])*"`;
const SINGLE = String.raw`'(?:\\.|[^'\\\n])*'`;
const TEMPLATE = String.raw`${"`"}(?:\\[^]|[^${"`"}\\])*${"`"}`;
const QUOTED = `${DOUBLE}|${SINGLE}`;
const SLASHES = String.raw`\/\/[\/!]?`;
const STARS = [String.raw`\/\*+`, String.raw`\*\/`] as const;

/** Each with the names that Shiki has for its languages, the endings of their files, and files that have none. */
const families: readonly [names: string, CommentSyntax][] = [
  ["py python", { line: "#", strings: `"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|${QUOTED}` }],
  [
    "sh bash zsh rb ru ruby yaml yml ini toml nginx apache conf cfg htaccess caddyfile dockerfile make makefile env " +
      "properties",
    { line: "#", strings: QUOTED },
  ],
  ["js mjs cjs jsx ts mts tsx go scss", { line: SLASHES, block: STARS, strings: `${QUOTED}|${TEMPLATE}` }],
  ["java kt kotlin cs csharp c json jsonc", { line: SLASHES, block: STARS, strings: QUOTED }],
  // A lifetime has no second quotation mark.
  ["rs rust", { line: SLASHES, block: STARS, strings: String.raw`${DOUBLE}|'(?:\\[^'\n]+|[^'\\\n])'` }],
  // Not what #[ begins, which is an attribute.
  ["php", { line: String.raw`\/\/|#(?!\[)`, block: STARS, strings: QUOTED }],
  ["lua", { line: "--", block: [String.raw`--\[\[`, String.raw`\]\]`], strings: QUOTED }],
  ["sql", { line: "--", block: STARS, strings: QUOTED }],
  ["css", { block: STARS, strings: QUOTED }],
  ["html xml vue svelte config", { block: ["<!--", "-->"], strings: "(?!)" }],
];

const patterns = new Map(
  families.flatMap(([names, { line = "(?!)", block: [open, close] = ["(?!)", ""], strings }]) => {
    // What looks like a mark within a word, such as the // of an address, is none.
    const source = `${strings}|(?<open>${open})(?<inside>[^]*?)(?<close>${close}|$)|(?<!\\S)(?<mark>${line})(?<text>[^\\n]*)`;
    return names.split(" ").map((name) => [name, new RegExp(source, "g")] as const);
  }),
);

/**
 * What finds the comments of a language.
 * @param name Shiki's of the language, or a file's
 * @returns nothing where it is not known how they are written
 */
export function commentPattern(name: string): RegExp | undefined {
  return patterns.get(name.replace(/^.*[./]/, "").toLowerCase());
}
