import { ownStrings } from "../../i18n/strings.ts";
import type { Problem } from "../../problems.ts";
import { differences } from "../../rules/index.ts";
import { isComplete, type Language, languages } from "../../site.config.ts";

/** The words of the interface by languages and parts. */
export type StringsByLanguage = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** What is written; English is compared with the others, whether the site is built in it or not. */
const written = () =>
  Object.fromEntries(
    ["en", ...languages].map((language) => [language, ownStrings(language as Language)]),
  ) as StringsByLanguage;

/**
 * Checks that each language that is complete has every word of the interface that English has, and each language the
 * same placeholders and no other words; and that each difference of the engines has its words. The types say so too, but
 * a build does not look at types.
 * @param isWhole whether a language must have all
 */
export function checkUiStrings(
  strings: StringsByLanguage = written(),
  isWhole: (language: Language) => boolean = isComplete,
): Problem[] {
  const others = languages.filter((language) => language !== "en");
  return [
    ...checkDifferences(strings.en?.differences ?? {}),
    ...others.flatMap((language) =>
      Object.keys(strings.en ?? {}).flatMap((part) => comparePart(strings, language, part, isWhole(language))),
    ),
  ];
}

/** English has the words of each difference and of no other; the other languages are compared with it. */
function checkDifferences(english: Readonly<Record<string, string>>): Problem[] {
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

function comparePart(strings: StringsByLanguage, language: Language, part: string, isWhole: boolean): Problem[] {
  const file = `src/i18n/ui/${language}/${part}.ts`;
  const english = strings.en?.[part] ?? {};
  const own = strings[language]?.[part] ?? {};
  const problems: Problem[] = [];
  for (const [key, text] of Object.entries(english)) {
    const translation = own[key];
    if (translation === undefined && !isWhole) continue;
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
