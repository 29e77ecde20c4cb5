import { granted, request } from "../../src/rules/examples/index.ts";
import { hosts } from "../../src/scenarios/hosts.ts";
import type { Driver } from "./engines/types.ts";
import { playScenario } from "./playScenario.ts";
import type { Lab } from "./servers.ts";

/** How often the same PUT is made: three times was seen to be enough. */
const times = 5;

/**
 * Lets a browser that has just started come to keep answers to preflights. Firefox drops one that it
 * stored before it looked the server's address up (`CheckDNSCache` in nsCORSListenerProxy.cpp). A
 * name is looked up before anything is sent; a bare address, as the lab's servers have, not until a
 * stored answer is about to be used, in three ways, for pages over TLS and without.
 */
export async function warmUp(driver: Driver, lab: Lab): Promise<void> {
  if (driver.engine !== "firefox") return;
  for (const [origin, server] of [[hosts.page, hosts.api] as const, [hosts.plainPage, hosts.plainApi] as const]) {
    const first = granted(request({ origin, url: `${server}/items`, method: "PUT" }));
    const more = Array.from({ length: times - 1 }, () => first);
    await playScenario(driver, lab, {
      id: "warm-up",
      title: "One PUT, again and again.",
      steps: [first, ...more],
    });
  }
}
