import { english, missingStrings, uiParts } from "../../i18n/strings.ts";
import type { UiPart } from "../../i18n/types.ts";
import { type Language, languages } from "../../site.config.ts";
import { countWords } from "../readingTime.ts";
import { behindOf } from "./behind.ts";
import type { Change } from "./changes.ts";
import type { Section } from "./sections.ts";
import type { Unit } from "./units.ts";

/** How a unit stands in a language that it is translated into, or is to be. */
export interface TranslationState {
  unit: Unit;
  language: Language;
  /** Of the source: words, and of Chinese and Japanese characters. */
  words: number;
  state: "missing" | "unrecorded" | "stale" | "current";
  /** What has changed in the source since. */
  changes: readonly Change[];
  /** What to run to take it on; of what is up to date, nothing. */
  command: string | undefined;
}

/** How a unit stands in each language of the site but its own. */
export function statesOf(unit: Unit): TranslationState[] {
  const words = wordsIn(unit.text(unit.source)?.sections ?? []);
  const behind = new Map(behindOf(unit).map((one) => [one.language, one]));
  return languages
    .filter((language) => language !== unit.source)
    .map((language): TranslationState => {
      const own = behind.get(language);
      if (!own) return told("missing", `translate ${unit.name} --to ${language}`);
      if (!own.recorded) return told("unrecorded", `sync ${unit.name} --lang ${language}`);
      if (own.changes.length === 0) return told("current");
      return { ...told("stale", `diff ${unit.name} --lang ${language}`), changes: own.changes };

      function told(state: TranslationState["state"], command?: string): TranslationState {
        return { unit, language, words, state, changes: [], command: command && `npm run guide -- ${command}` };
      }
    });
}

/** What states come to. */
export interface Sum {
  units: number;
  translated: number;
  stale: number;
  /** Of what is missing. */
  words: number;
}

export function sumOf(states: readonly Pick<TranslationState, "state" | "words">[]): Sum {
  const missing = states.filter(({ state }) => state === "missing");
  return {
    units: states.length,
    translated: states.length - missing.length,
    stale: states.filter(({ state }) => state === "stale").length,
    words: missing.reduce((sum, { words }) => sum + words, 0),
  };
}

const wordsIn = (sections: readonly Section[]) => countWords(sections.flatMap(({ meaning }) => meaning).join("\n"));

/** The words of the interface that a language lacks in a part of it. */
export interface MissingStrings {
  language: Language;
  part: UiPart;
  keys: readonly string[];
  /** How many the part has in all. */
  of: number;
  /** The words in them, in English. */
  words: number;
  /** Where they go, as a path from the project's root. */
  file: string;
}

/** What each language of the site lacks of the interface; nothing of a part that is whole. */
export function missingInterface(): MissingStrings[] {
  return languages.flatMap((language) =>
    uiParts.flatMap((part): MissingStrings[] => {
      const keys = missingStrings(language, part);
      if (keys.length === 0) return [];
      const all: Readonly<Record<string, string>> = english[part];
      return [
        {
          language,
          part,
          keys,
          of: Object.keys(all).length,
          words: countWords(keys.map((key) => all[key]).join("\n")),
          file: `src/i18n/ui/${language}/${part}.ts`,
        },
      ];
    }),
  );
}
