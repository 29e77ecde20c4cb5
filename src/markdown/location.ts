import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Language, languages } from "../site.config.ts";

/** How messages name the document being rendered: its path from the project's root. */
export function documentName(url: URL | undefined): string {
  return url ? relative(process.cwd(), fileURLToPath(url)).replaceAll("\\", "/") : "(unknown file)";
}

/** The language that a content file is in, by its name; `null` for one that is not named so. */
export function documentLanguage(url: URL | undefined): Language | null {
  const name = url?.pathname.split("/").at(-1)?.replace(/\.mdx?$/, "");
  return languages.find((language) => language === name) ?? null;
}

/** The line, in the file, of the first occurrence of a text, so that an author can jump to it. */
export function lineOf(source: string, text: string): number {
  const index = source.indexOf(text);
  return index === -1 ? 1 : source.slice(0, index).split("\n").length;
}

/** An error about a document, in its two halves. */
export function documentError(url: URL | undefined, line: number, what: string, hint: string): Error {
  return new Error(`${documentName(url)}:${line}\n  ${what}\n  → ${hint}`);
}
