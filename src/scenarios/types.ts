import type { Exchange } from "../rules/index.ts";

/** An exchange that a page plays. What its servers answer is in it: `preflight`, `response`, `redirects`. */
export interface Step extends Exchange {
  /** Seconds to let pass before it; by default none. */
  secondsAfter?: number;
}

/** A named exchange that can be played in any browser, with what it shows. */
export interface Scenario {
  /** In kebab-case. */
  id: string;
  /** What happens in it, in one English sentence for developers. */
  title: string;
  /** Ids of the causes that its last step shows; empty where nothing is wrong, or nothing that the table knows. */
  shows: readonly string[];
  /** Where it shows none: the cause that it looks like and that must not be blamed. */
  near?: string;
  /** Played in this order by one page. The last is what the scenario is about, the others lead up to it. */
  steps: readonly [Step, ...Step[]];
}
