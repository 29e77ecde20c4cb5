import { readFileSync } from "node:fs";
import { minifySync } from "vite";

/**
 * Scripts that must run before the page is painted, and so stand in it. The Content-Security-Policy
 * names them by their hashes.
 */
function readInlineScript(name: string): string {
  const file = `${process.cwd()}/src/client/${name}.inline.js`;
  // Every page carries it, and nothing else makes it smaller.
  return minifySync(file, readFileSync(file, "utf8")).code.trim();
}

export const themeScript = readInlineScript("theme");
export const chooseLanguageScript = readInlineScript("chooseLanguage");
