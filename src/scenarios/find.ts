import { isDeepStrictEqual } from "node:util";
import type { Exchange } from "../rules/index.ts";
import { exchangeOf } from "./exchange.ts";
import type { Scenario } from "./types.ts";

/**
 * The scenarios that play an exchange, the one that says least besides it first. A scenario may say
 * more than the exchange: what a server would have answered, had it been asked.
 */
export function scenariosPlaying(exchange: Exchange, among: readonly Scenario[]): Scenario[] {
  const fields = Object.entries(exchange);
  return among
    .map((scenario) => ({ scenario, played: exchangeOf(scenario) }))
    .filter(({ played }) => fields.every(([key, value]) => isDeepStrictEqual(played[key as keyof Exchange], value)))
    .sort((a, b) => Object.keys(a.played).length - Object.keys(b.played).length)
    .map(({ scenario }) => scenario);
}
