import { uiStrings } from "../../i18n/strings.ts";
import type { Problem } from "../../problems.ts";
import { differences } from "../../rules/index.ts";
import { type Language, languages } from "../../site.config.ts";

type Part = keyof (typeof uiStrings)[Language];
const parts: readonly Part[] = [
  "common",
  "checker",
  "differences",
  "failures",
  "recipes",
  "recipeForm",
  "search",
  "terminal",
  "terminalPage",
];

/**
 * Checks that each language has every word of the interface that English has, with the same
 * placeholders, and that each difference of the engines has its words. The types say so too, but a
 * build does not look at types.
 */
export function checkUiStrings(strings: Record<string, Record<Part, Record<string, string>>> = uiStrings): Problem[] {
  const others = languages.filter((language) => language !== "en");
  return [
    ...checkDifferences(strings.en?.differences ?? {}),
    ...others.flatMap((language) => parts.flatMap((part) => comparePart(strings, language, part))),
  ];
}

/** English has the words of each difference and of no other; the other languages are compared with it. */
function checkDifferences(english: Record<string, string>): Problem[] {
  const file = "src/i18n/ui/en/differences.ts";
  const wanted = differences.flatMap(({ id }) => [`${id}.title`, `${id}.text`]);
  const missing = wanted.filter((key) => !english[key]?.trim());
  const superfluous = Object.keys(english).filter((key) => !wanted.includes(key));
  return [
    ...missing.map((key) => ({
      file,
      line: 1,
      message: `The string "${key}" is missing.`,
      hint: "Say what the engines do instead; src/rules/engines/engineDifferences.ts has the difference.",
    })),
    ...superfluous.map((key) => ({
      file,
      line: 1,
      message: `"${key}" belongs to no difference.`,
      hint: "Remove it, or mend its id; src/rules/engines/engineDifferences.ts has the differences.",
    })),
  ];
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
