import type { EarlierExchange, Exchange } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario, Step } from "./types.ts";

/** A scenario's steps as the rules judge them: the steps before one are what the page asked earlier. */
export function exchangesOf({ steps }: Scenario): Exchange[] {
  return steps.map((_, index) => lastOf(steps.slice(0, index + 1)));
}

/** A scenario's last step, which is what it is about, as the rules judge it. */
export function exchangeOf({ steps }: Scenario): Exchange {
  return lastOf(steps);
}

function lastOf(steps: readonly Step[]): Exchange {
  const [last, ...former] = steps.toReversed();
  if (!last) throw new Error("unreachable: a scenario has a step");
  const earlier: EarlierExchange[] = [];
  let secondsAgo = last.secondsAfter ?? 0;
  for (const step of former) {
    earlier.unshift({ ...step, secondsAgo });
    secondsAgo += step.secondsAfter ?? 0;
  }
  return { ...last, protocol: protocolOf(last), ...(earlier.length > 0 && { earlier }) };
}

/** The lab has one server that speaks HTTP/2, and it speaks nothing else. */
function protocolOf({ request }: Step): "HTTP/1.1" | "HTTP/2" {
  return request.url.startsWith(`${hosts.http2}/`) ? "HTTP/2" : "HTTP/1.1";
}
