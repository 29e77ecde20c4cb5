import { setTimeout as pause } from "node:timers/promises";
import { scenarios } from "../../src/scenarios/index.ts";
import type { Driver } from "./engines/types.ts";
import { playScenario } from "./playScenario.ts";
import type { Lab } from "./servers.ts";

const attempts = 10;

/**
 * Lets a browser that has just started come to keep answers to preflights. Firefox drops those that
 * it stored before it looked the server's address up (`CheckDNSCache` in nsCORSListenerProxy.cpp),
 * which in a new profile is for the first seconds.
 */
export async function warmUp(driver: Driver, lab: Lab): Promise<void> {
  if (driver.engine !== "firefox") return;
  const scenario = scenarios.find(({ id }) => id === "cached-server-unchanged");
  if (!scenario) throw new Error('There is no scenario "cached-server-unchanged". Name another that needs the cache.');
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [, second] = await playScenario(driver, lab, scenario);
    if (second?.arrivals.every(({ method }) => method !== "OPTIONS")) return;
    await pause(500);
  }
}
