import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { makeCertificate } from "../../scripts/lab/certificate.ts";
import { labEngines } from "../../scripts/lab/engines/index.ts";
import type { Driver } from "../../scripts/lab/engines/types.ts";
import type { Engine } from "../../src/rules/index.ts";
import { launchTimeout } from "./chromium.ts";

/** Servers of one certificate, each of which is an origin of its own. */
export interface LiveServers {
  /** `https://127.0.0.1:4711` */
  origins: readonly string[];
  servers: readonly Server[];
  close(): void;
}

/** Starts servers that all answer alike. @param count how many */
export async function startServers(count: number, answer: RequestListener): Promise<LiveServers> {
  const certificate = await makeCertificate();
  const servers = Array.from({ length: count }, () => createServer(certificate, answer).listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => server.listening || once(server, "listening")));
  return {
    origins: servers.map((server) => `https://127.0.0.1:${(server.address() as AddressInfo).port}`),
    servers,
    close() {
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}

/** A browser that a `describe` has while its tests run. */
export interface BrowserBeside {
  /** It is not installed, and has no tab. */
  missing: boolean;
  readonly tab: Driver["tab"];
}

/**
 * Has a browser started before the tests of a `describe`, and ended after them. It trusts the servers; the last of them is
 * asked for its certificate only: no page of the others is to count as one on the public internet.
 * @param live the servers, once they are there
 */
export function browserBeside(live: () => LiveServers, engine: Engine): BrowserBeside {
  const { find, launch } = labEngines[engine];
  const missing = find() === undefined;
  let driver: Driver;
  beforeAll(async () => {
    if (!missing) driver = await launch({ trusted: true, publicOrigin: live().origins.at(-1) ?? "" });
  }, launchTimeout);
  afterAll(() => driver?.close());
  return {
    missing,
    get tab() {
      return driver.tab;
    },
  };
}
