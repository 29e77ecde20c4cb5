import { type HostName, hosts } from "../../src/scenarios/hosts.ts";

/** The real origin of each of the scenarios' hosts: `https://127.0.0.1:4711`, never two the same. */
export type RealOrigins = Readonly<Record<HostName, string>>;

/** Puts real origins in place of the scenarios' names, and the other way round. */
export interface Names {
  /**
   * Replaces every origin of a host where a whole one stands; `https://app.example.com.evil.test`
   * and another port are none. One that has a capital letter becomes one that has, too.
   */
  toReal(text: string): string;
  /** The reverse. An origin with a capital letter comes back in capitals wholly. */
  toNamed(text: string): string;
}

/** A user name and a password, as a URL can have them before its host. */
const userInfo = "(?:[^\\s/@\"'<>]*@)?";

/** @param real where the hosts are */
export function makeNames(real: RealOrigins): Names {
  const pairs = (Object.keys(hosts) as HostName[]).map((name) => [hosts[name], real[name]] as const);
  const realOf = new Map(pairs.map(([named, origin]) => [named as string, origin]));
  const namedOf = new Map(pairs.map(([named, origin]) => [origin, named as string]));
  const authorities = new Map(pairs.map(([named, origin]) => [authority(origin), authority(named)]));

  const names = new RegExp(`(https?|wss?)://(${userInfo})(${oneOf(pairs.map(([named]) => named))})(?![\\w.:-])`, "gi");
  // A port ends the origin; a full stop behind it is a sentence's.
  const ports = new RegExp(`(https?|wss?)://(${userInfo})(${oneOf(realOf.values())})(?![\\w:-]|\\.\\w)`, "gi");
  const bare = new RegExp(`(?<![\\w./@-])(${oneOf(realOf.values())})(?![\\w:-]|\\.\\w)`, "g");

  return {
    toReal: (text) =>
      text.replace(names, (whole, scheme: string, user: string, host: string) => {
        const origin = realOf.get(`${httpScheme(scheme)}://${host}`.toLowerCase());
        if (!origin) return whole;
        // An address has no letters: where the host alone has capitals, the scheme shows them.
        const shown = scheme !== scheme.toLowerCase() || host === host.toLowerCase() ? scheme : scheme.toUpperCase();
        return `${shown}://${user}${authority(origin)}`;
      }),
    toNamed: (text) =>
      text
        .replace(ports, (whole, scheme: string, user: string, host: string) => {
          const named = namedOf.get(`${httpScheme(scheme)}://${host}`);
          if (!named) return whole;
          const spelled = `${scheme}://${user}${authority(named)}`;
          return scheme === scheme.toLowerCase() ? spelled : spelled.toUpperCase();
        })
        .replace(bare, (host) => authorities.get(host) ?? host),
  };
}

/** The scheme of the server that a WebSocket is opened with: it begins as a request of HTTP. */
function httpScheme(scheme: string): string {
  return scheme.toLowerCase().replace(/^ws/, "http");
}

/** Host and port of an origin. */
function authority(origin: string): string {
  return origin.slice(origin.indexOf("//") + 2);
}

function oneOf(origins: Iterable<string>): string {
  return [...new Set([...origins].map(authority))].map((host) => host.replaceAll(".", "\\.")).join("|");
}
