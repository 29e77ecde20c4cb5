import type { ContentFolder } from "../../src/content/checks/context.ts";
import { nearest } from "../../src/content/nearest.ts";
import { readUnits, type Unit, unitKinds } from "../../src/content/translation/units.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { WrongUse } from "./wrongUse.ts";

/**
 * The unit that somebody names: `guide:preflight-404`, `preflight-404` where nothing else is called so, or the path of
 * one of its files.
 * @throws WrongUse where there is none, or more than one
 */
export function findUnit(content: ContentFolder, given: string): Unit {
  const units = readUnits(content);
  const name = given.replace(/^(?:\.\/)?content\/(guide|cause|recipe)s\/([^/]+)(?:\/.*)?$/, "$1:$2");
  const found = units.filter((unit) => unit.name === name || unit.id === name);
  const [unit] = found;
  if (unit && found.length === 1) return unit;
  if (unit)
    throw new WrongUse(`"${given}" is more than one: ${found.map((one) => one.name).join(", ")}.`, "Name one of them.");
  const near = nearest(
    name,
    units.map((one) => (name.includes(":") ? one.name : one.id)),
  );
  throw new WrongUse(
    `There is no "${given}".`,
    near ? `Did you mean "${near}"?` : `Name one as ${unitKinds.join(", ")}, a colon, and its id; status lists them.`,
  );
}

/** @throws WrongUse where the site has no such language */
export function readLanguage(given: string): Language {
  const language = languages.find((known) => known.toLowerCase() === given.toLowerCase());
  if (!language) throw new WrongUse(`The site has no language "${given}".`, `Name one of ${languages.join(", ")}.`);
  return language;
}
