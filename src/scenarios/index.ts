/**
 * Named exchanges that can be played in any browser: the one list from which the lab, the
 * recorded evidence and the tests take what they play.
 */
import { actualAnswers } from "./actualAnswer.ts";
import { allowOrigins } from "./allowOrigin.ts";
import { bodies } from "./bodies.ts";
import { preflightCache } from "./cache.ts";
import { credentials } from "./credentials.ts";
import { elementScenarios } from "./elements.ts";
import { engineDifferences } from "./engineDifferences.ts";
import { exposedHeaders } from "./exposedHeaders.ts";
import { overHttp2 } from "./http2.ts";
import { layers } from "./layers.ts";
import { lists } from "./lists.ts";
import { methods } from "./methods.ts";
import { network } from "./network.ts";
import { nullOrigins } from "./nullOrigin.ts";
import { otherApis } from "./otherApis.ts";
import { redirects } from "./redirects.ts";
import { refusals } from "./refusals.ts";
import { requestHeaders } from "./requestHeaders.ts";
import { serviceWorkers } from "./serviceWorker.ts";
import { severalFaults } from "./severalFaults.ts";
import { statuses } from "./statuses.ts";
import { tracingHeaders } from "./tracingHeaders.ts";
import type { Scenario } from "./types.ts";
import { varyOrigins } from "./varyOrigin.ts";

export { exchangeOf } from "./exchange.ts";
export { hosts, insecureHost } from "./hosts.ts";
export { neighbours } from "./neighbours.ts";
export type { Neighbour, Playable, Scenario, Step } from "./types.ts";

/** Every scenario, by topic, along the exchange. */
export const scenarios: readonly Scenario[] = [
  ...refusals,
  ...network,
  ...methods,
  ...requestHeaders,
  ...bodies,
  ...otherApis,
  ...elementScenarios,
  ...nullOrigins,
  ...statuses,
  ...allowOrigins,
  ...credentials,
  ...lists,
  ...tracingHeaders,
  ...severalFaults,
  ...preflightCache,
  ...layers,
  ...serviceWorkers,
  ...actualAnswers,
  ...redirects,
  ...varyOrigins,
  ...exposedHeaders,
  ...engineDifferences,
  ...overHttp2,
];
