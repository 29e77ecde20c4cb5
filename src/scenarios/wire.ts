import {
  type CorsResponse,
  type End,
  type Exchange,
  judgeExchange,
  normalizeMethod,
  type Step,
} from "../rules/index.ts";
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
  const { steps, end } = judgeExchange(exchange);
  let method = normalizeMethod(exchange.request.method);
  const parts = [method];
  for (const each of [...steps, end]) {
    const next = normalizeMethod(each.request.method);
    // A redirect can change it.
    if (next !== method) parts.push(next);
    method = next;
    parts.push(...partsOf(each));
  }
  return inShort(parts).join(" → ");
}

function partsOf(each: Step | End): string[] {
  switch (each.kind) {
    case "cached":
      return ["(OPTIONS)"];
    case "preflighted":
      return [`OPTIONS ${each.response.status}`];
    case "refused":
    case "stopped":
      return [STOPPED];
    case "worker":
      return each.gave === "response" ? ["SW"] : ["SW", STOPPED];
    case "unanswered":
      return [];
    case "blocked":
      return [each.at === "preflight" ? `OPTIONS ${each.response.status}` : statusOf(each)];
    case "discarded":
      return [each.at === "preflight" ? `OPTIONS ${each.response.status}` : statusOf(each), STOPPED];
    case "redirected":
    case "opaque":
    case "readable":
    case "hidden":
      return [statusOf(each)];
  }
}

function statusOf({ from, response }: { from: string; response: CorsResponse }): string {
  return from === "http-cache" ? `(${response.status})` : String(response.status);
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
