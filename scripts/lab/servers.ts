import { type HostName, hosts } from "../../src/scenarios/hosts.ts";
import type { Playable } from "../../src/scenarios/types.ts";
import { makeCertificate } from "./certificate.ts";
import { startHttp2Server } from "./http2Server.ts";
import { makeNames, type RealOrigins } from "./names.ts";
import { type Play, type Plays, startPlays } from "./plays.ts";
import { type Arrival, type LabServer, startRawServer } from "./rawServer.ts";
import { runnerAnswer } from "./runner/pages.ts";

/** Real servers for the hosts of the scenarios. */
export interface Lab {
  /** Where each host is. */
  real: RealOrigins;
  /** Gives a scenario real URLs, apart from every other play's, and the servers its answers. */
  prepare(scenario: Playable): Play;
  close(): Promise<void>;
}

/**
 * Starts a server for each of the scenarios' hosts, on 127.0.0.1. One certificate is for all of them
 * but `untrusted`, which has its own: so a browser can be told to trust the others.
 * @param caller the origin of a page that may frame the runner pages and send them steps
 */
export async function startLab(caller: string | null = null): Promise<Lab> {
  const [certificate, untrusted] = await Promise.all([makeCertificate(), makeCertificate()]);
  let plays: Plays | undefined;
  const answering = (host: HostName) => (arrival: Arrival) =>
    plays?.answer(host, arrival) ?? runnerAnswer(arrival.path, caller) ?? { status: 404, headers: [] };

  const names = Object.keys(hosts) as HostName[];
  const servers = new Map<HostName, LabServer>();
  for (const host of names) {
    if (host === "http2") servers.set(host, await startHttp2Server(answering(host), certificate));
    else {
      const shown = host === "untrusted" ? untrusted : certificate;
      const overTls = hosts[host].startsWith("https:");
      servers.set(host, await startRawServer(answering(host), overTls ? shown : undefined));
    }
  }
  const real = Object.fromEntries([...servers].map(([host, { origin }]) => [host, origin])) as RealOrigins;
  // Its port was free a moment ago, and no other server here has it.
  await servers.get("down")?.close();
  servers.delete("down");

  plays = startPlays(makeNames(real), real);
  return {
    real,
    prepare: plays.prepare,
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
