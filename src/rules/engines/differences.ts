import type { Engine, ProfileName } from "../types.ts";
import { type Departures, type Difference, type Profile, standard } from "./departures.ts";
import { engineDifferences } from "./engineDifferences.ts";

/**
 * The ids of `differences`.
 * @useDeclaredType
 */
export type DifferenceId = (typeof engineDifferences)[number]["id"];

/** Everything in which an engine is known to depart from the standard, as far as CORS goes. */
export const differences: readonly (Difference & { id: DifferenceId })[] = engineDifferences;

/** The engines that have a profile. */
export const engines: readonly Engine[] = ["chromium", "firefox", "webkit"];

/** The rules of the engine of Chrome and Edge. */
export const chromium: Profile = departuresIn(differences, "chromium");
/** The rules of the engine of Firefox. */
export const firefox: Profile = departuresIn(differences, "firefox");
/** The rules of the engine of Safari. */
export const webkit: Profile = departuresIn(differences, "webkit");

/** Every profile, by its name. */
export const profiles: Readonly<Record<ProfileName, Profile>> = { standard, chromium, firefox, webkit };

/** What a list of differences amounts to for an engine. */
export function departuresIn(list: readonly Difference[], engine: Engine): Departures {
  return Object.assign({}, ...list.filter(({ engines }) => engines.includes(engine)).map((each) => each.departure));
}
