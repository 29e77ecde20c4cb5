import { type Language, languages } from "../../i18n/languages.ts";
import { english } from "../../i18n/strings.ts";
import { guidesFor } from "../guides.ts";
import { oncePerBuild } from "../oncePerBuild.ts";
import { unitsOf } from "./staleness.ts";
import { type MissingStrings, missingInterface, type Sum, statesOf, sumOf, type TranslationState } from "./state.ts";
import { type UnitKind, unitKinds } from "./units.ts";

/** How far a language has come. */
export interface Progress {
  language: Language;
  /** Of each kind of unit, and of the interface's strings. */
  kinds: ReadonlyMap<UnitKind | "interface", Sum>;
  all: Sum;
  /** What is left to do. */
  open: readonly TranslationState[];
  strings: readonly MissingStrings[];
}

/** How far each language of the site has come, in their order. Drafts are nobody's to translate yet. */
export const progress = oncePerBuild(async (): Promise<readonly Progress[]> => {
  const guides = new Set((await Promise.all(languages.map(guidesFor))).flat().map(({ slug }) => slug));
  const states = unitKinds
    .flatMap((kind) => [...unitsOf(kind).values()])
    .filter(({ kind, id }) => kind !== "guide" || guides.has(id))
    .flatMap(statesOf);
  const missing = missingInterface();
  const count = Object.values(english).reduce((sum, part) => sum + Object.keys(part).length, 0);
  return languages.map((language) => {
    const own = states.filter((state) => state.language === language);
    const strings = missing.filter((part) => part.language === language);
    const lacking = strings.reduce((sum, { keys }) => sum + keys.length, 0);
    const words = strings.reduce((sum, part) => sum + part.words, 0);
    const kinds = unitKinds.map((kind) => [kind, sumOf(own.filter(({ unit }) => unit.kind === kind))] as const);
    return {
      language,
      kinds: new Map<UnitKind | "interface", Sum>([
        ...kinds.filter(([, { units }]) => units > 0),
        ["interface", { units: count, translated: count - lacking, stale: 0, words }],
      ]),
      all: sumOf(own),
      open: own.filter(({ state }) => state !== "current"),
      strings,
    };
  });
});
