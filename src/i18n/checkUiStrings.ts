import type { Problem } from "../content/problems.ts";
import { type Language, languages } from "../site.config.ts";
import { uiStrings } from "./strings.ts";

type Part = keyof (typeof uiStrings)[Language];
const parts: readonly Part[] = ["common", "checker", "failures", "search"];

/**
 * Checks that each language has every word of the interface that English has, with the same
 * placeholders. The types say so too, but a build does not look at types.
 */
export function checkUiStrings(strings: Record<string, Record<Part, Record<string, string>>> = uiStrings): Problem[] {
  return languages
    .filter((language) => language !== "en")
    .flatMap((language) => parts.flatMap((part) => comparePart(strings, language, part)));
}

function comparePart(
  strings: Record<string, Record<Part, Record<string, string>>>,
  language: Language,
  part: Part,
): Problem[] {
  const file = `src/i18n/ui/${language}/${part}.ts`;
  const english = strings.en?.[part] ?? {};
  const own = strings[language]?.[part] ?? {};
  const problems: Problem[] = [];
  for (const [key, text] of Object.entries(english)) {
    const translation = own[key];
    if (translation === undefined || translation.trim() === "") {
      problems.push({
        file,
        line: 1,
        message: `The string "${key}" is missing.`,
        hint: `Add it. English says: ${text}`,
      });
    } else if (placeholders(translation) !== placeholders(text)) {
      problems.push({
        file,
        line: 1,
        message: `"${key}" has the placeholders ${placeholders(translation) || "(none)"}, and English has ${placeholders(text) || "(none)"}.`,
        hint: "Use the same ones; only their order is free.",
      });
    }
  }
  for (const key of Object.keys(own)) {
    if (!(key in english))
      problems.push({
        file,
        line: 1,
        message: `There is no string "${key}" in English.`,
        hint: `Remove it, or add it to src/i18n/ui/en/${part}.ts first.`,
      });
  }
  return problems;
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");
}
