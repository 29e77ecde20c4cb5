import { type Language, languages } from "../../i18n/languages.ts";
import { ContentFolder } from "../checks/context.ts";
import { oncePerBuild } from "../oncePerBuild.ts";
import { type Change, compareSections } from "./changes.ts";
import { readUnits, type Unit, type UnitKind } from "./units.ts";

/** What a translation's readers are to know of its source. */
export interface Staleness {
  source: Language;
  /** Never empty. */
  changes: readonly Change[];
  /** The headings of the translation's sections, by their ids. */
  titles: ReadonlyMap<string, string>;
}

const content = new ContentFolder(process.cwd());

/** The units of a kind by their ids. */
export const unitsOf = oncePerBuild(
  (kind: UnitKind): ReadonlyMap<string, Unit> => new Map(readUnits(content, [kind]).map((unit) => [unit.id, unit])),
);

/**
 * What has changed in a source since its translation was made, as far as it is a reader's matter: another id of a
 * heading is none.
 * @returns nothing where nothing has, of a source itself, of what is not translated, and where the site has not the source
 */
export function stalenessOf(kind: UnitKind, id: string, language: Language): Staleness | undefined {
  const unit = unitsOf(kind).get(id);
  if (unit && (!languages.includes(unit.source) || unit.isMadeFromNow(language))) return undefined;
  const translation = unit && unit.source !== language ? unit.text(language) : undefined;
  const before = unit?.madeFrom(language);
  const now = unit?.text(unit.source)?.sections;
  if (!unit || !translation || !before || !now) return undefined;
  const changes = compareSections(before, now).filter(
    ({ kind, reworded, moved }) => kind !== "renamed" || reworded || moved,
  );
  if (changes.length === 0) return undefined;
  return { source: unit.source, changes, titles: new Map(translation.sections.map(({ id, title }) => [id, title])) };
}
