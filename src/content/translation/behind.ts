import type { Language } from "../../site.config.ts";
import { type Change, compareSections } from "./changes.ts";
import { translationsOf, type Unit } from "./units.ts";

/** How far a translation is behind its source. */
export interface Behind {
  language: Language;
  /** Whether it is recorded what it was made from; else nothing is known of changes. */
  recorded: boolean;
  changes: Change[];
}

/** Of each translation that a unit has, what its source has become since. */
export function behindOf(unit: Unit): Behind[] {
  return translationsOf(unit).map((language) => {
    if (unit.isMadeFromNow(language)) return { language, recorded: true, changes: [] };
    const before = unit.madeFrom(language);
    const now = unit.text(unit.source)?.sections ?? [];
    return { language, recorded: before !== undefined, changes: before ? compareSections(before, now) : [] };
  });
}
