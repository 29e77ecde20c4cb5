import { asTheStandard, type Departures } from "./departures.ts";
import { engineDifferences } from "./engineDifferences.ts";
import type { Engine, Profile } from "./types.ts";

/** One thing in which engines do something else than the standard says. Its words stand in `src/i18n/ui/`. */
export interface Difference {
  id: string;
  engines: readonly Engine[];
  /** The clause of the standard that they depart from. */
  clause: string;
  /** What they do instead, as the rules read it. */
  departure: Departures;
  /** Where it is in an engine's source, or who reported it. */
  source?: string;
  /** The version since when, where it is known. Else: as long as it has been looked at. */
  since?: string;
  /** Ids of scenarios that show it. Only what takes hours to be seen has none, and a `source`. */
  scenarios: readonly string[];
}

/** The ids of `differences`. */
export type DifferenceId = (typeof engineDifferences)[number]["id"];

/** Everything in which an engine is known to depart from the standard, as far as CORS goes. */
export const differences: readonly (Difference & { id: DifferenceId })[] = engineDifferences;

const departures: Record<Engine, Departures> = {
  chromium: departuresIn(differences, "chromium"),
  firefox: departuresIn(differences, "firefox"),
  webkit: departuresIn(differences, "webkit"),
};

/** Where a profile departs from the standard. */
export function departuresOf(profile: Profile): Departures {
  return profile === "standard" ? asTheStandard : departures[profile];
}

/** What a list of differences amounts to for an engine. */
export function departuresIn(list: readonly Difference[], engine: Engine): Departures {
  return Object.assign({}, ...list.filter(({ engines }) => engines.includes(engine)).map((each) => each.departure));
}
