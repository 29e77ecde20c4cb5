import type { EarlierExchange, Exchange } from "../rules/index.ts";
import type { Scenario } from "./types.ts";

/** A scenario's last step as the rules judge it: the steps before it are what the page asked earlier. */
export function exchangeOf({ steps }: Scenario): Exchange {
  const [last, ...former] = steps.toReversed();
  if (!last) throw new Error("unreachable: a scenario has a step");
  const earlier: EarlierExchange[] = [];
  let secondsAgo = last.secondsAfter ?? 0;
  for (const step of former) {
    earlier.unshift({ ...step, secondsAgo });
    secondsAgo += step.secondsAfter ?? 0;
  }
  return earlier.length === 0 ? last : { ...last, earlier };
}
