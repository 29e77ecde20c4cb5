import { readFileSync } from "node:fs";

/**
 * Scripts that must run before the page is painted, and so stand in it. The Content-Security-Policy
 * names them by their hashes.
 */
function readInlineScript(name: string): string {
  return readFileSync(`${process.cwd()}/src/client/${name}.inline.js`, "utf8").trim().replace(/\n\s*/g, "\n");
}

export const themeScript = readInlineScript("theme");
export const chooseLanguageScript = readInlineScript("chooseLanguage");
