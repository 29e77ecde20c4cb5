import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Language, languages } from "../site.config.ts";

/** How messages name the document being rendered: its path from the project's root. */
function documentName(url: URL | undefined): string {
  return url ? relative(process.cwd(), fileURLToPath(url)).replaceAll("\\", "/") : "(unknown file)";
}

/** The language that a content file is in, by its name; `null` for one that is not named so. */
export function documentLanguage(url: URL | undefined): Language | null {
  const name = url?.pathname
    .split("/")
    .at(-1)
    ?.replace(/\.mdx?$/, "");
  return languages.find((language) => language === name) ?? null;
}

/**
 * The line, in the file, on which a text first stands, so that an author can jump to it.
 * @param texts the first of them that is there decides
 */
export function lineOf(source: string, ...texts: string[]): number {
  const index = texts.map((text) => source.indexOf(text)).find((found) => found !== -1);
  return index === undefined ? 1 : source.slice(0, index).split("\n").length;
}

/** An error about a document, in its two halves. */
export function documentError(url: URL | undefined, line: number, what: string, hint: string): Error {
  return new Error(`${documentName(url)}:${line}\n  ${what}\n  → ${hint}`);
}
