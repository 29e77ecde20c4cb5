import { type Exchange, type JudgedExchange, judgeExchange, normalizeMethod } from "../rules/index.ts";
import { exchangesOf } from "./exchange.ts";
import type { Scenario } from "./types.ts";

/** Nothing is sent, or an answer is thrown away before a script could see it. */
const STOPPED = "✕";

/**
 * A scenario in short, as the standard has it go, in signs that need no translation:
 * `PUT → OPTIONS 404`. What comes from a cache is in parentheses, `SW` is a service worker, `✕` ends
 * what is not sent or not followed. Steps are separated by dots.
 */
export function wireOf(scenario: Scenario): string {
  return exchangesOf(scenario)
    .map((exchange, index) => {
      const wire = wireOfExchange(exchange);
      const wait = scenario.steps[index]?.secondsAfter;
      return wait ? `+${wait} s ${wire}` : wire;
    })
    .join(" · ");
}

function wireOfExchange(exchange: Exchange): string {
  const method = normalizeMethod(exchange.request.method);
  return [method, ...inShort(partsOf(judgeExchange(exchange)))].join(" → ");
}

/** What follows the method, hop by hop. */
function partsOf(judged: JudgedExchange): string[] {
  const { request, decision, stopped, serviceWorker, preflight, preflightCheck, response, responseCheck, next } =
    judged;
  if (stopped === "service-worker-opaque") return ["SW", STOPPED];
  if (decision.outcome === "refused" || (stopped && !responseCheck)) return [STOPPED];
  if (serviceWorker === "answers") return ["SW"];

  const parts: string[] = [];
  if (judged.cached) parts.push("(OPTIONS)");
  else if (preflight && preflightCheck) parts.push(`OPTIONS ${preflight.status}`);
  if (response && responseCheck) parts.push(judged.stored ? `(${response.status})` : String(response.status));
  if (!next) return stopped ? [...parts, STOPPED] : parts;
  const method = normalizeMethod(next.request.method);
  return [...parts, ...(method === normalizeMethod(request.method) ? [] : [method]), ...partsOf(next)];
}

/** Writes what follows itself once, with how often it does. */
function inShort(parts: readonly string[]): string[] {
  const runs: { part: string; times: number }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.part === part) last.times++;
    else runs.push({ part, times: 1 });
  }
  return runs.map(({ part, times }) => (times > 1 ? `${part} × ${times}` : part));
}
