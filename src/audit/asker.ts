import { actualLines, preflightLines, sendOverWire, type WireRequest } from "../probe/index.ts";
import {
  type CorsRequest,
  type CorsResponse,
  decidePreflight,
  type HeaderLine,
  plainRequest,
  standard,
} from "../rules/index.ts";
import type { AuditOptions, AuditTarget } from "./types.ts";

/** An audit is no load: it ends after so many requests, whatever was to be asked. */
const MOST_SENT = 400;

/** Of a server that has kept silent so often in a row nothing more is asked. */
const MOST_SILENT = 3;

/** What tells a server who asks. */
export const defaultUserAgent = "Mozilla/5.0 (compatible; preflight-guide)";

/** Asks a server one thing after the other, at a pace, and nothing twice. */
export class Asker {
  readonly target: AuditTarget;
  readonly #timeout: number;
  readonly #gap: number;
  readonly #userAgent: string;
  readonly #asked = new Map<string, Promise<CorsResponse | null>>();
  #last: Promise<unknown> = Promise.resolve();
  #silent = 0;
  #sent = 0;

  constructor(target: AuditTarget, { timeout = 10_000, rate = 20, userAgent = defaultUserAgent }: AuditOptions) {
    this.target = target;
    this.#timeout = timeout;
    this.#gap = 1000 / rate;
    this.#userAgent = userAgent;
  }

  get sent(): number {
    return this.#sent;
  }

  /** A request of the target's kind, from its first origin, without a token. */
  request(url: string, differs: Partial<CorsRequest> = {}): CorsRequest {
    const [origin = ""] = this.target.origins;
    return plainRequest({ origin, url, ...(this.target.credentials && { credentials: "include" }), ...differs });
  }

  /** A request that asks for all of the target's headers. */
  preflighted(url: string, method: string, differs: Partial<CorsRequest> = {}): CorsRequest {
    const headers = this.target.headers.map(([name, value]): HeaderLine => [name, value ?? exampleValue(name)]);
    return this.request(url, { method, headers, ...differs });
  }

  /** The headers that the target's own request has: those whose values were given. */
  ownHeaders(): HeaderLine[] {
    return this.target.headers.flatMap(([name, value]): HeaderLine[] => (value === undefined ? [] : [[name, value]]));
  }

  /** Sends a request's preflight. @returns `null` where it has none, or there is no answer */
  async preflight(request: CorsRequest): Promise<CorsResponse | null> {
    const { preflightRequest: asks } = decidePreflight(request);
    if (!asks) return null;
    return this.#send(preflightLines({ request, asks }, { userAgent: this.#userAgent }));
  }

  /** Sends the request itself, whatever its preflight is answered. @returns `null` where there is no answer */
  async actual(request: CorsRequest): Promise<CorsResponse | null> {
    const at = { request, tainting: "cors", from: "network" } as const;
    return this.#send(actualLines(at, request, standard, { userAgent: this.#userAgent }));
  }

  /** Sends a request that no page can send, with these headers only. */
  async plain(method: string, url: string, headers: readonly HeaderLine[]): Promise<CorsResponse | null> {
    return this.#send({ method, url, headers: [["Accept", "*/*"], ...headers, ["User-Agent", this.#userAgent]] });
  }

  #send(wire: WireRequest): Promise<CorsResponse | null> {
    const key = JSON.stringify(wire);
    const known = this.#asked.get(key);
    if (known) return known;
    if (this.#asked.size >= MOST_SENT) return Promise.resolve(null);
    const answer = this.#last.then(async () => {
      if (this.#silent >= MOST_SILENT) return null;
      this.#sent++;
      const result = await sendOverWire(wire, { timeout: this.#timeout });
      this.#silent = result.kind === "answer" ? 0 : this.#silent + 1;
      return result.kind === "answer" ? result.response : null;
    });
    this.#last = Promise.all([answer, pause(this.#gap)]);
    this.#asked.set(key, answer);
    return answer;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The value that is sent in a header of which only the name was given. */
function exampleValue(name: string): string {
  const lower = name.toLowerCase();
  if (lower === "authorization") return "Bearer token";
  return lower === "content-type" ? "application/json" : "value";
}
