import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeExchange } from "./exchange.ts";
import { normalizeMethod } from "./methods.ts";
import { decidePreflight, useCorsPreflightFlag } from "./preflight.ts";
import { checkPreflightResponse, checkResponse, leastResponses } from "./responses.ts";
import { findCauses, printedMessages } from "./causes/index.ts";
import type { Api, BodyKind, CorsRequest, CorsResponse, CredentialsMode, HeaderLine, RequestMode } from "./types.ts";

/** What holds of all requests and answers. A failure prints its seed; `FC_SEED` repeats it. */
fc.configureGlobal({ numRuns: 500, ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });

const ORIGIN = "https://app.example.com";
const apis: Api[] = ["fetch", "xhr", "beacon", "eventsource", "element"];
const modes: RequestMode[] = ["cors", "no-cors", "same-origin"];
const credentialsModes: CredentialsMode[] = ["omit", "same-origin", "include"];
const bodies: BodyKind[] = ["none", "text", "urlencoded", "formdata", "blob", "bytes", "stream"];

/** Text that is one thing or nearly another, and text that is nothing at all. */
const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "\0", "\ud800", "\u2028", "null", "*", "a/", ";=", '"', '\\"'),
  fc.constantFrom("a", " ", ",", '"', "\\", ";", "a/b;", "=", "9", "寿", "\r\n").map((unit) => unit.repeat(20_000)),
);

const anyName = fc.oneof(
  hostile,
  fc.constantFrom("Accept", "Content-Type", "Range", "Accept-Language", "X-HTTP-Method", "Cookie", "sec-", "Access-Control-Allow-Origin"),
);
const anyLines = fc.array(fc.tuple(anyName, hostile) as fc.Arbitrary<HeaderLine>, { maxLength: 6 });
const anyUrl = fc.oneof(hostile, fc.webUrl(), fc.constantFrom("data:,", "about:blank", "blob:null/x", "javascript:0", "//a", "http://a:b@c"));

const anyRequest: fc.Arbitrary<CorsRequest> = fc.record(
  {
    origin: fc.oneof(hostile, fc.constantFrom(ORIGIN, "null")),
    url: anyUrl,
    method: fc.oneof(hostile, fc.constantFrom("GET", "post", "PUT")),
    headers: anyLines,
    credentials: fc.constantFrom(...credentialsModes),
    mode: fc.constantFrom(...modes),
    api: fc.constantFrom(...apis),
    body: fc.constantFrom(...bodies),
    bodyType: hostile,
    uploadListener: fc.boolean(),
  },
  { requiredKeys: ["origin", "url", "method", "headers", "credentials", "mode", "api", "body", "uploadListener"] },
);

const anyListName = fc.constantFrom(
  "Access-Control-Allow-Origin",
  "access-control-allow-credentials",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Headers",
  "Access-Control-Expose-Headers",
  "Content-Type",
);
const anyResponse: fc.Arbitrary<CorsResponse> = fc.record({
  status: fc.oneof(fc.integer(), fc.constantFrom(200, 204, 301, 404, 500, Number.NaN)),
  headers: fc.array(fc.tuple(fc.oneof(anyListName, anyName), fc.oneof(hostile, fc.constantFrom(ORIGIN, "*", "true"))) as fc.Arbitrary<HeaderLine>, {
    maxLength: 8,
  }),
});

/** A header that every API that takes headers takes: the value may be safelisted, unsafe or forbidden. */
const validHeader: fc.Arbitrary<HeaderLine> = fc.oneof(
  fc.tuple(
    fc.constantFrom("Accept", "Accept-Language", "Content-Language", "Content-Type", "Range"),
    fc.constantFrom("x", "en", "", "text/plain", "application/json", "text/plain;a, b/c", "bytes=0-", "a:b", "a".repeat(128), "a".repeat(129), "a".repeat(100)),
  ),
  fc.tuple(fc.constantFrom("X-A", "X-B", "Authorization", "User-Agent", "Cache-Control", "X-HTTP-Method"), fc.constantFrom("1", "", "TRACE")),
  fc.tuple(fc.constantFrom("Cookie", "Origin", "Sec-Fetch-Mode", "Proxy-X", "Date"), fc.constantFrom("1", "")),
);
const validMethod = fc.constantFrom("GET", "post", "HEAD", "PUT", "delete", "PATCH", "patch", "OPTIONS", "CHICKEN");
const validUrl = fc.constantFrom("https://api.example.com/items?a=b#c", "http://app.example.com/", `${ORIGIN}/items`, "https://app.example.com:8443/");

/** Requests that `fetch()` and XHR let an author make, most of them to another origin. */
const scriptRequest: fc.Arbitrary<CorsRequest> = fc
  .record({
    origin: fc.constantFrom(ORIGIN, ORIGIN, "null"),
    url: validUrl,
    method: validMethod,
    headers: fc.array(validHeader, { maxLength: 12 }),
    credentials: fc.constantFrom("same-origin" as const, "include" as const),
    mode: fc.constantFrom("cors" as const, "cors" as const, "no-cors" as const),
    api: fc.constantFrom("fetch" as const, "xhr" as const),
    body: fc.constantFrom(...bodies),
    bodyType: fc.constantFrom("", "text/plain", "application/json"),
    uploadListener: fc.boolean(),
  })
  .map((request) => {
    const { api, method, body } = request;
    if (api === "xhr") return { ...request, mode: "cors" as const, body: body === "stream" ? ("text" as const) : body };
    const bodiless = ["GET", "HEAD"].includes(normalizeMethod(method));
    return { ...request, uploadListener: false, body: bodiless ? ("none" as const) : body };
  });

const otherRequest: fc.Arbitrary<CorsRequest> = fc
  .record({
    api: fc.constantFrom("beacon" as const, "eventsource" as const, "element" as const),
    url: validUrl,
    body: fc.constantFrom("none" as const, "text" as const, "formdata" as const, "blob" as const),
    bodyType: fc.constantFrom("", "text/plain", "application/json"),
    credentials: fc.constantFrom("same-origin" as const, "include" as const),
  })
  .map(({ api, body, credentials, ...rest }) => ({
    ...rest,
    api,
    origin: ORIGIN,
    method: api === "beacon" ? "POST" : "GET",
    headers: [],
    credentials: api === "beacon" ? "include" : credentials,
    mode: "cors",
    body: api === "beacon" ? body : "none",
    uploadListener: false,
  }));

const expressible = fc.oneof({ weight: 4, arbitrary: scriptRequest }, { weight: 1, arbitrary: otherRequest });

/** The parts of a decision that a browser shows. */
function shown(request: CorsRequest) {
  const { outcome, reasons, preflightRequest, droppedHeaders } = decidePreflight(request);
  return {
    outcome,
    codes: [...new Set(reasons.map(({ code }) => code))].sort(),
    preflight: preflightRequest,
    dropped: droppedHeaders.map((name) => name.toLowerCase()).sort(),
  };
}

/** Puts headers into another order, in which the lines of one name keep theirs. */
function reorder(headers: readonly HeaderLine[], keys: readonly number[]): HeaderLine[] {
  const names = [...new Set(headers.map(([name]) => name.toLowerCase()))];
  const key = ([name]: HeaderLine) => keys[names.indexOf(name.toLowerCase())] ?? 0;
  return headers.toSorted((a, b) => key(a) - key(b));
}

function flipCase(name: string, flips: readonly boolean[]): string {
  return [...name].map((letter, i) => (flips[i % flips.length] ? letter.toUpperCase() : letter.toLowerCase())).join("");
}

describe("a decision", () => {
  test("does not change with the order of headers", () => {
    const keys = fc.array(fc.double({ noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(fc.property(scriptRequest, keys, (request, keys) => {
      expect(shown({ ...request, headers: reorder(request.headers, keys) })).toEqual(shown(request));
    }));
  });

  test("does not change with the order of one name's lines either, where fetch judges each for itself", () => {
    fc.assert(fc.property(scriptRequest, (request) => {
      fc.pre(request.api === "fetch" && request.mode === "cors");
      expect(shown({ ...request, headers: request.headers.toReversed() })).toEqual(shown(request));
    }));
  });

  test("does not change with the case of header names", () => {
    fc.assert(fc.property(scriptRequest, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (request, flips) => {
      const headers = request.headers.map(([name, value]): HeaderLine => [flipCase(name, flips), value]);
      expect(shown({ ...request, headers })).toEqual(shown(request));
    }));
  });

  test("does not change with the credentials mode, among those that the API can express", () => {
    fc.assert(fc.property(expressible, fc.constantFrom(...credentialsModes), (request, credentials) => {
      fc.pre(request.api === "fetch" || (credentials !== "omit" && request.api !== "beacon"));
      expect(shown({ ...request, credentials })).toEqual(shown(request));
    }));
  });

  test("keeps its outcome, its reasons and its preflight where a forbidden header is added", () => {
    const forbidden = fc.constantFrom<HeaderLine>(["Cookie", "a"], ["SEC-X", ""], ["proxy-x", '"'], ["Content-Length", "9"], ["X-Method-Override", "get, trace"]);
    fc.assert(fc.property(scriptRequest, forbidden, fc.nat(), (request, line, at) => {
      const { dropped, ...before } = shown(request);
      const headers = request.headers.toSpliced(at % (request.headers.length + 1), 0, line);
      const { dropped: after, ...rest } = shown({ ...request, headers });
      expect(rest).toEqual(before);
      expect(after).toEqual([...dropped, line[0].toLowerCase()].sort());
    }));
  });

  test("has reasons, each with a clause, and a preflight where and only where one is sent", () => {
    fc.assert(fc.property(fc.oneof(expressible, anyRequest), (request) => {
      const { outcome, reasons, preflightRequest } = decidePreflight(request);
      expect(reasons.length).toBeGreaterThan(0);
      if (outcome !== "preflight") expect(reasons).toHaveLength(1);
      for (const { clause } of reasons) expect(clause).toMatch(/^https:\/\//);
      expect(preflightRequest !== undefined).toBe(outcome === "preflight");
    }));
  });

  test("drops nothing that the preflight asks for", () => {
    fc.assert(fc.property(scriptRequest, (request) => {
      fc.pre(!request.headers.some(([name]) => name === "X-HTTP-Method"));
      const { preflight, dropped } = shown(request);
      const asked = new Map(preflight?.headers).get("Access-Control-Request-Headers")?.split(",") ?? [];
      expect(asked.filter((name) => dropped.includes(name))).toEqual([]);
    }));
  });
});

describe("a preflight", () => {
  test("asks for sorted, unique, lower-case tokens that the request has", () => {
    fc.assert(fc.property(expressible, (request) => {
      const asked = new Map(decidePreflight(request).preflightRequest?.headers).get("Access-Control-Request-Headers");
      fc.pre(asked !== undefined);
      const names = asked.split(",");
      expect(names).toEqual([...new Set(names)].sort());
      expect(asked).toMatch(/^[a-z0-9!#$%&'*+.^_`|~-]+(,[a-z0-9!#$%&'*+.^_`|~-]+)*$/);
      const own = new Set([...request.headers.map(([name]) => name.toLowerCase()), "content-type"]);
      expect(names.every((name) => own.has(name))).toBe(true);
    }));
  });

  test("asks for the normalised method, always", () => {
    fc.assert(fc.property(expressible, (request) => {
      const { preflightRequest } = decidePreflight(request);
      fc.pre(preflightRequest !== undefined);
      expect(new Map(preflightRequest.headers).get("Access-Control-Request-Method")).toBe(normalizeMethod(request.method));
    }));
  });

  test("is never sent for a same-origin request", () => {
    fc.assert(fc.property(fc.oneof(expressible, anyRequest), (request) => {
      const { outcome } = decidePreflight({ ...request, origin: ORIGIN, url: `${ORIGIN}/items` });
      expect(["same-origin", "refused"]).toContain(outcome);
    }));
  });

  test("is never sent by an element or an EventSource, nor in another mode than cors", () => {
    fc.assert(fc.property(fc.oneof(expressible, anyRequest), (request) => {
      fc.pre(request.api === "element" || request.api === "eventsource" || request.mode !== "cors");
      expect(decidePreflight(request).outcome).not.toBe("preflight");
    }));
  });
});

describe("the least responses", () => {
  test("pass their own checks", () => {
    fc.assert(fc.property(expressible, (request) => {
      const { outcome } = decidePreflight(request);
      const { preflight, response } = leastResponses(request);
      expect(preflight !== undefined).toBe(outcome === "preflight");
      if (preflight) expect(checkPreflightResponse(request, preflight)).toEqual({ ok: true });
      if (outcome !== "refused") expect(checkResponse(request, { status: 200, headers: response }).ok).toBe(true);
    }));
  });

  test("fail without any one of their lines", () => {
    fc.assert(fc.property(expressible, (request) => {
      const { preflight, response } = leastResponses(request);
      const lines = preflight?.headers ?? [];
      for (const [index, [name]] of lines.entries()) {
        // The standard does not need this line under the flag; Chromium does.
        if (name === "Access-Control-Allow-Methods" && useCorsPreflightFlag(request)) continue;
        const headers = lines.toSpliced(index, 1);
        expect([name, checkPreflightResponse(request, { status: 204, headers }).ok]).toEqual([name, false]);
      }
      for (const [index, [name]] of response.entries()) {
        const headers = response.toSpliced(index, 1);
        expect([name, checkResponse(request, { status: 200, headers }).ok]).toEqual([name, false]);
      }
    }));
  });
});

describe("the checks", () => {
  test("let wildcards and Authorization pass for every request without credentials", () => {
    const headers: HeaderLine[] = [
      ["Access-Control-Allow-Origin", "*"],
      ["Access-Control-Allow-Methods", "*"],
      ["Access-Control-Allow-Headers", "*, Authorization"],
    ];
    fc.assert(fc.property(expressible, (request) => {
      fc.pre(request.credentials !== "include");
      expect(checkPreflightResponse(request, { status: 200, headers })).toEqual({ ok: true });
    }));
  });

  test("let no wildcard pass for an origin with credentials", () => {
    fc.assert(fc.property(expressible, anyResponse, (request, { status, headers }) => {
      const wild: HeaderLine[] = [...headers.filter(([name]) => name.toLowerCase() !== "access-control-allow-origin"), ["Access-Control-Allow-Origin", "*"]];
      expect(checkPreflightResponse({ ...request, credentials: "include" }, { status, headers: wild }).ok).toBe(false);
    }));
  });

  test("pass on where a list grows", () => {
    fc.assert(fc.property(expressible, fc.constantFrom("Access-Control-Allow-Methods", "Access-Control-Allow-Headers"), (request, name) => {
      const { preflight } = leastResponses(request);
      fc.pre(preflight !== undefined);
      const headers = preflight.headers.map((line): HeaderLine => (line[0] === name ? [name, `X-More, ${line[1]},`] : line));
      expect(checkPreflightResponse(request, { status: 204, headers })).toEqual({ ok: true });
    }));
  });

  test("name at least one failure where they fail, each with a clause", () => {
    fc.assert(fc.property(expressible, anyResponse, (request, response) => {
      for (const check of [checkPreflightResponse(request, response), checkResponse(request, response)]) {
        if (check.ok) continue;
        expect(check.failures.length).toBeGreaterThan(0);
        for (const { clause } of check.failures) expect(clause).toMatch(/^https:\/\//);
      }
    }));
  });

  test("never show a script a header that is not there, nor Set-Cookie", () => {
    fc.assert(fc.property(expressible, anyResponse, (request, response) => {
      const check = checkResponse(request, response);
      fc.pre(check.ok);
      const present = new Set(response.headers.map(([name]) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())));
      expect(check.exposedHeaders.filter((name) => !present.has(name) || name === "set-cookie")).toEqual([]);
      expect(check.exposedHeaders).toEqual([...new Set(check.exposedHeaders)].sort());
    }));
  });
});

describe("nothing throws", () => {
  test("for a request of any strings", { timeout: 60_000 }, () => {
    fc.assert(fc.property(anyRequest, (request) => {
      decidePreflight(request);
      leastResponses(request);
    }), { numRuns: 3000 });
  });

  test("for any answer to any request", { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.oneof(anyRequest, expressible), anyResponse, anyResponse, hostile, (request, preflight, response, wantedHeader) => {
      const exchange = { request, preflight, response, wantedHeader };
      checkPreflightResponse(request, preflight);
      checkResponse(request, response);
      judgeExchange(exchange);
      for (const cause of findCauses(exchange)) printedMessages(cause, exchange);
    }), { numRuns: 3000 });
  });
});
