import { describe, expect, test } from "vitest";
import { allowHeaders, allowMethods, allowOrigin, goodAnswer, preflight, putJson, request } from "../examples/index.ts";
import {
  type CorsRequest,
  type CorsResponse,
  checkPreflightResponse,
  checkResponse,
  chromium,
  decidePreflight,
  firefox,
  judgeExchange,
  type Profile,
  standard,
  webkit,
} from "../index.ts";

const profiles: Profile[] = [standard, chromium, firefox, webkit];

/** What each profile says of the same thing, in the order of `profiles`. */
function byProfile<Said>(ask: (profile: Profile) => Said): Said[] {
  return profiles.map(ask);
}

describe("an answer to a preflight that has several faults: which is named first", () => {
  const first = (request: CorsRequest, response: CorsResponse) =>
    byProfile((profile) => {
      const check = checkPreflightResponse(request, response, profile);
      return check.ok ? "passes" : check.failures[0]?.code;
    });
  const missing = "allow-origin-missing";

  test.for<[string, CorsResponse, (string | undefined)[]]>([
    ["404 without CORS headers", preflight([], 404), [missing, missing, missing, "status-not-ok"]],
    ["404 with Allow-Origin", preflight([allowOrigin()], 404), profiles.map(() => "status-not-ok")],
    [
      "a redirect without CORS headers",
      preflight([["Location", "/login"]], 302),
      [missing, "redirected", missing, "redirected"],
    ],
    [
      "a redirect with Allow-Origin",
      preflight([["Location", "/"], allowOrigin()], 308),
      profiles.map(() => "redirected"),
    ],
    ["301 without Location", preflight([allowOrigin()], 301), profiles.map(() => "status-not-ok")],
    [
      "no method listed, and a list of headers that is malformed",
      preflight([allowOrigin(), allowMethods("GET"), allowHeaders("a;b")]),
      ["malformed-list", "malformed-list", "method-not-allowed", "malformed-list"],
    ],
    ["neither the method nor the header listed", preflight([allowOrigin()]), profiles.map(() => "method-not-allowed")],
  ])("%s", ([, response, codes]) => expect(first(putJson, response)).toEqual(codes));

  test("Authorization under a wildcard fails by the standard, and by no engine today", () => {
    const authorized = request({ headers: [["Authorization", "Bearer token"]] });
    const wildcard = preflight([["Access-Control-Allow-Origin", "*"], allowHeaders("*")]);
    expect(first(authorized, wildcard)).toEqual(["authorization-not-listed", "passes", "passes", "passes"]);
    const include: CorsRequest = { ...authorized, credentials: "include" };
    const literal = preflight([allowOrigin(), ["Access-Control-Allow-Credentials", "true"], allowHeaders("*")]);
    expect(first(include, literal)).toEqual(profiles.map(() => "header-not-allowed"));
  });
});

describe("whether there is a preflight", () => {
  const outcomes = (changes: Partial<CorsRequest>) =>
    byProfile((profile) => decidePreflight(request(changes), profile).outcome);
  const yes = "preflight";
  const no = "no-preflight";

  test.for<[string, Partial<CorsRequest>, string[]]>([
    ["a header of one's own", { headers: [["X-A", "1"]] }, [yes, yes, yes, yes]],
    ["User-Agent", { headers: [["User-Agent", "x"]] }, [yes, no, yes, yes]],
    ["a client hint", { headers: [["Save-Data", "on"]] }, [yes, no, yes, yes]],
    [
      "safelisted values of more than 1024 bytes together",
      { headers: Array.from({ length: 9 }, () => ["Accept", "a".repeat(120)] as const) },
      // The lines together are over 128 bytes where they are judged together.
      [yes, yes, no, yes],
    ],
    ["a listener on the upload of nothing", { api: "xhr", uploadListener: true }, [yes, no, yes, yes]],
    ["a stream", { method: "POST", body: "stream" }, [yes, yes, no, "refused"]],
    [
      "two types of which each alone is safelisted",
      {
        method: "POST",
        headers: [
          ["Content-Type", "text/plain"],
          ["Content-Type", "text/plain"],
        ],
      },
      [no, yes, no, yes],
    ],
    [
      "a URL with a user name, asked by EventSource",
      { api: "eventsource", url: "https://user@api.example.com/" },
      [no, "refused", no, no],
    ],
  ])("%s", ([, changes, expected]) => expect(outcomes(changes)).toEqual(expected));

  test("what Chromium drops, it says that it drops", () => {
    const agent = request({ headers: [["User-Agent", "x"]] });
    expect(byProfile((profile) => decidePreflight(agent, profile).droppedHeaders)).toEqual([
      [],
      ["User-Agent"],
      [],
      [],
    ]);
  });
});

test("no profile says another thing of an answer to the actual request", () => {
  const answers: CorsResponse[] = [goodAnswer, { status: 200, headers: [] }, { status: 404, headers: [allowOrigin()] }];
  for (const answer of answers) {
    const checks = byProfile((profile) => checkResponse(request(), answer, profile));
    expect(checks).toEqual(profiles.map(() => checks[0]));
  }
});

describe("the second request of a page", () => {
  const open: CorsResponse = { status: 200, headers: [["Access-Control-Allow-Origin", "*"]] };
  const asksAgain = (maxAge: string, secondsAgo: number, changes: Partial<CorsRequest> = {}) =>
    byProfile((profile) => {
      const kept = preflight([
        ["Access-Control-Allow-Origin", "*"],
        allowMethods("PUT"),
        allowHeaders("content-type"),
        ["Access-Control-Max-Age", maxAge],
      ]);
      const exchange = { request: { ...putJson, ...changes }, preflight: kept, response: open };
      const { steps } = judgeExchange({ ...exchange, earlier: [{ ...exchange, secondsAgo }] }, profile);
      return steps[0]?.kind !== "cached";
    });

  test.for<[string, string, number, boolean[]]>([
    ["after ten minutes, where Max-Age is a day", "86400", 599, [false, false, false, false]],
    ["after more than ten minutes", "86400", 601, [false, false, false, true]],
    ["after more than two hours", "86400", 7201, [false, true, false, true]],
    ["after more than a day, where Max-Age is a year", "31536000", 86_401, [false, true, true, true]],
    ["at once, where Max-Age is no number", "1 day", 1, [false, false, true, false]],
    ["at once, where Max-Age is 0", "0", 0, [true, true, true, true]],
  ])("%s", ([, maxAge, secondsAgo, expected]) => expect(asksAgain(maxAge, secondsAgo)).toEqual(expected));

  test("of a sandboxed frame", () => {
    expect(asksAgain("600", 1, { origin: "null" })).toEqual([false, true, true, false]);
  });
});

describe("a redirect to another origin", () => {
  const led = (headers: CorsRequest["headers"]) =>
    byProfile((profile) => {
      const names = headers.map(([name]) => name).join();
      const exchange = {
        request: request({ headers }),
        preflight: preflight([allowOrigin(), allowHeaders(names)]),
        response: { status: 302, headers: [["Location", "https://other.example.com/"], allowOrigin()] as const },
        redirects: [{ preflight: preflight(), response: goodAnswer }],
      };
      return judgeExchange(exchange, profile).end;
    });

  test("Authorization is gone, and with it the preflight; but Firefox and WebKit ask all the same", () => {
    const asked = led([["Authorization", "Bearer token"]]).map((end) =>
      "asks" in end ? new Map(end.asks.headers).get("Access-Control-Request-Headers") : "no preflight",
    );
    expect(asked).toEqual(["no preflight", "no preflight", undefined, "authorization"]);
  });

  test("the request's origin is null there; Firefox's preflight has the page's", () => {
    const allowed = led([["X-A", "1"]]);
    expect(allowed.map((end) => end.request.origin)).toEqual(profiles.map(() => "null"));
    const origins = allowed.map((end) => ("asks" in end ? new Map(end.asks.headers).get("Origin") : "no preflight"));
    expect(origins).toEqual(["null", "null", "https://app.example.com", "null"]);
  });
});
