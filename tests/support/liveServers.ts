import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { makeCertificate } from "../../scripts/lab/certificate.ts";
import { labEngines } from "../../scripts/lab/engines/index.ts";
import type { Driver } from "../../scripts/lab/engines/types.ts";
import type { Engine } from "../../src/rules/index.ts";

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

/**
 * Launches a browser that trusts them. The last one is asked for its certificate only: no page of the others is to count
 * as one on the public internet.
 */
export function launchBeside({ origins }: LiveServers, engine: Engine): Promise<Driver> {
  return labEngines[engine].launch({ trusted: true, publicOrigin: origins.at(-1) ?? "" });
}
