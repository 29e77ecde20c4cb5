import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CSpellSettings, spellCheckDocument } from "cspell-lib";
import { allProse } from "../../src/content/checks/allProse.ts";
import type { ContentFolder } from "../../src/content/checks/context.ts";
import type { Problem } from "../../src/problems.ts";
import { lineOfFound, linesByFile } from "./lines.ts";

/** One a line, with its reason behind a #. */
const words = readFileSync(join(import.meta.dirname, "words.txt"), "utf8")
  .split("\n")
  .map((line) => line.replace(/#.*/, "").trim())
  .filter((word) => word !== "");

const settings: CSpellSettings = {
  language: "en,en-GB",
  words,
  suggestionsTimeout: 2_000,
};

/** Checks the spelling of all English words by cspell. It takes seconds, so only those who ask for everything wait for it. */
export async function checkEnglish(content: ContentFolder): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const lines of linesByFile(allProse(content), "en", " ")) {
    const { issues } = await spellCheckDocument(
      { uri: "text.txt", text: lines.text, languageId: "plaintext", locale: "en,en-GB" },
      { generateSuggestions: true, noConfigSearch: true, numSuggestions: 1 },
      settings,
    );
    for (const { text, offset, suggestions } of issues) {
      const suggestion = suggestions?.[0] ? `Did you mean "${suggestions[0]}"? ` : "";
      problems.push({
        file: lines.file,
        line: lineOfFound(lines, offset),
        message: `"${text}" is not in the dictionary.`,
        hint: `${suggestion}Mend its spelling, put it in \`code\`, or list it in scripts/language/words.txt with the reason.`,
      });
    }
  }
  return problems;
}
