import { expect, test } from "vitest";
import { makeRandom, takeSeed } from "../../scripts/support/seed.ts";
import { throughEverything } from "../../tests/support/throughEverything.ts";
import {
  type AddressSpace,
  allowedBy,
  type CorsRequest,
  type CorsResponse,
  causes,
  decidePreflight,
  type ElementKind,
  type Exchange,
  elements,
  exampleDespiteCorsHeaders,
  type HeaderLine,
  type Outcome,
  printedMessages,
  profiles,
  type Trace,
} from "./index.ts";

/** Random and hostile input through every public function: nothing throws. */
const COUNT = 100_000;
const seed = takeSeed("Hostile exchanges");

/** What was decided of the request, as its trace begins; `null` where nothing was decided about sending it. */
function outcomeOf({ steps, end }: Trace): Outcome | null {
  const first = steps[0] ?? end;
  if (first.kind === "refused") return "refused";
  if (first.kind === "stopped" || first.kind === "worker") return null;
  if ("asks" in first) return "preflight";
  if (first.tainting === "cors") return "no-preflight";
  return first.tainting === "basic" ? "same-origin" : "opaque";
}

const random = makeRandom(seed);
const below = (end: number) => Math.floor(random() * end);
const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

const odd = [
  "",
  " ",
  "\t",
  "\0",
  "\r\n",
  "\ud800",
  "\u2028",
  "寿司",
  "é",
  "*",
  ",",
  ",,",
  ";",
  '"',
  '\\"',
  "=",
  "/",
  "a/b",
  "null",
  "true",
  "True",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "-1",
  "+600",
  "1e9",
  "99999999999999999999",
  "K",
  "ſ",
  "text/plain;charset=",
  "charset=charset=",
  "bytes=0-",
  "bytes=9-1",
  "https://app.example.com",
  "https://app.example.com/",
  "HTTPS://APP.EXAMPLE.COM",
  "http://[::1]:0",
  "//user:pass@host",
  "javascript:0",
  "data:,x",
  "blob:null/1",
  "http://a\u0000b",
  "%",
  "%zz",
];
const names = [
  "Accept",
  "Accept-Language",
  "Content-Language",
  "Content-Type",
  "Range",
  "Authorization",
  "User-Agent",
  "Save-Data",
  "Cookie",
  "X-HTTP-Method-Override",
  "sec-",
  "proxy-",
  "Location",
  "Vary",
  "Age",
  "Via",
  "Server",
  "Access-Control-Allow-Origin",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Headers",
  "Access-Control-Allow-Credentials",
  "Access-Control-Expose-Headers",
  "Access-Control-Max-Age",
];
const methods = ["GET", "post", "HEAD", "PUT", "patch", "PATCH", "TRACE", "OPTIONS", "QUERY"];
const urls = [
  "https://api.example.com/items",
  "https://app.example.com/items",
  "http://api.example.com/#a",
  "https://user:pw@api.example.com/",
];

function text(): string {
  const kind = below(8);
  if (kind < 4) return one(odd);
  if (kind === 4) return one(odd).repeat(below(60));
  return Array.from({ length: below(6) }, () => (kind === 5 ? String.fromCharCode(below(0x10000)) : one(odd))).join("");
}
const mostly = <Value extends string>(good: readonly Value[]): Value => (below(4) > 0 ? one(good) : (text() as Value));
const lines = (): HeaderLine[] => Array.from({ length: below(6) }, () => [mostly(names), text()] as const);

const request = (): CorsRequest => ({
  origin: mostly(["https://app.example.com", "null", "http://app.example.com"]),
  url: mostly(urls),
  method: mostly(methods),
  headers: lines(),
  credentials: one(["omit", "same-origin", "include"]),
  mode: one(["cors", "cors", "cors", "no-cors", "same-origin"]),
  api: one(["fetch", "fetch", "xhr", "beacon", "eventsource", "element"]),
  body: one(["none", "text", "urlencoded", "formdata", "blob", "bytes", "stream"]),
  bodyType: text(),
  uploadListener: below(4) === 0,
});
const statuses = [200, 204, 206, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 407, 500, 501, 503];
const response = (): CorsResponse => ({
  status: below(5) > 0 ? one(statuses) : one([0, -1, Number.NaN, 1e9, 1.5]),
  headers: lines(),
  ...(below(3) === 0 && { body: one(["", "Invalid CORS request", "Disallowed CORS origin", text()]) }),
});
const spaces: AddressSpace[] = ["public", "local", "loopback"];

function exchange(): Exchange {
  const maybe = <Value>(make: () => Value, chance: number) => (below(chance) === 0 ? make() : undefined);
  const fields = {
    preflight: below(8) > 0 ? response() : undefined,
    response: below(8) > 0 ? response() : undefined,
    redirects: maybe(() => [{ preflight: response(), response: response() }, {}], 3),
    wantedHeader: maybe(text, 3),
    unreachable: maybe(() => one(["no-connection", "certificate"] as const), 20),
    earlier: maybe(
      () => [{ request: request(), preflight: response(), response: response(), secondsAgo: below(9) - 1 }],
      3,
    ),
    stored: maybe(() => true as const, 20),
    addressSpaces: maybe(
      () => ({ page: one(spaces), server: one(spaces), permission: one(["granted", "denied"] as const) }),
      9,
    ),
    serviceWorker: maybe(() => one(["passes", "answers", "answers-opaque"] as const), 20),
    probe: maybe(
      () => ({ asks: one(["names-as-written", "plain-get", "without-origin"] as const), response: response() }),
      9,
    ),
    element: maybe(() => one(Object.keys(elements) as ElementKind[]), 9),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { request: request(), ...(Object.fromEntries(given) as Partial<Exchange>) };
}

test(`${COUNT} random exchanges: nothing throws, by no profile`, { timeout: 300_000 }, () => {
  for (let i = 0; i < COUNT; i++) {
    const each = exchange();
    try {
      for (const { profile, trace } of throughEverything(each)) {
        // Something comes of it, and not just nothing thrown.
        const { outcome } = decidePreflight(each.request, profiles[profile]);
        const begun = outcomeOf(trace);
        // An element has fewer modes than a request, and WebKit asks for fonts in another.
        if (each.element) continue;
        // WebKit lets a service worker pass on what would be preflighted.
        const skips =
          profiles[profile].workerSkipsPreflight && each.serviceWorker === "passes" && begun === "no-preflight";
        if (begun !== outcome && begun !== null && !(skips && outcome === "preflight")) {
          throw new Error(`${profile}: ${outcome}, and the exchange begins as ${begun}`);
        }
      }
      printedMessages(each);
    } catch (error) {
      throw new Error(`PREFLIGHT_SEED=${seed}, exchange ${i}: ${JSON.stringify(each)}`, { cause: error });
    }
  }
});

test("no cause is at a loss for its own example", () => {
  for (const cause of causes) {
    expect(Array.isArray(allowedBy(cause))).toBe(true);
    expect(exampleDespiteCorsHeaders(cause)?.request ?? cause.example.request).toEqual(cause.example.request);
  }
});
