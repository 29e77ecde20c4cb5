import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { findCauses } from "./causes/index.ts";
import {
  anyRequest,
  anyResponse,
  credentialsModes,
  expressible,
  hostile,
  ORIGIN,
  scriptRequest,
} from "./examples/arbitraries.ts";
import { judgeExchange } from "./exchange/judge.ts";
import { printedMessages } from "./messages/index.ts";
import { normalizeMethod } from "./request/methods.ts";
import { decidePreflight } from "./request/preflight.ts";
import { isRefusal, readRequest } from "./request/readRequest.ts";
import { leastResponses } from "./response/leastResponses.ts";
import { checkPreflightResponse, checkResponse } from "./response/responses.ts";
import type { CorsRequest, HeaderLine } from "./types.ts";

/** What holds of all requests and answers. */
fc.configureGlobal({ numRuns: 500, seed: takeSeed("Properties of the rules") });

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
    fc.assert(
      fc.property(scriptRequest, keys, (request, keys) => {
        expect(shown({ ...request, headers: reorder(request.headers, keys) })).toEqual(shown(request));
      }),
    );
  });

  test("does not change with the order of one name's lines either, where fetch judges each for itself", () => {
    fc.assert(
      fc.property(scriptRequest, (request) => {
        fc.pre(request.api === "fetch" && request.mode === "cors");
        expect(shown({ ...request, headers: request.headers.toReversed() })).toEqual(shown(request));
      }),
    );
  });

  test("does not change with the case of header names", () => {
    fc.assert(
      fc.property(scriptRequest, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (request, flips) => {
        const headers = request.headers.map(([name, value]): HeaderLine => [flipCase(name, flips), value]);
        expect(shown({ ...request, headers })).toEqual(shown(request));
      }),
    );
  });

  test("does not change with the credentials mode, among those that the API can express", () => {
    fc.assert(
      fc.property(expressible, fc.constantFrom(...credentialsModes), (request, credentials) => {
        fc.pre(request.api === "fetch" || (credentials !== "omit" && request.api !== "beacon"));
        expect(shown({ ...request, credentials })).toEqual(shown(request));
      }),
    );
  });

  test("keeps its outcome, its reasons and its preflight where a forbidden header is added", () => {
    const forbidden = fc.constantFrom<HeaderLine>(
      ["Cookie", "a"],
      ["SEC-X", ""],
      ["proxy-x", '"'],
      ["Content-Length", "9"],
      ["X-Method-Override", "get, trace"],
    );
    fc.assert(
      fc.property(scriptRequest, forbidden, fc.nat(), (request, line, at) => {
        const { dropped, ...before } = shown(request);
        const headers = request.headers.toSpliced(at % (request.headers.length + 1), 0, line);
        const { dropped: after, ...rest } = shown({ ...request, headers });
        expect(rest).toEqual(before);
        // Of what is refused nothing is sent, and so nothing dropped.
        expect(after).toEqual(
          before.outcome === "refused" && after.length === 0 ? [] : [...dropped, line[0].toLowerCase()].sort(),
        );
      }),
    );
  });

  test("has reasons, each with a clause, and a preflight where and only where one is sent", () => {
    fc.assert(
      fc.property(fc.oneof(expressible, anyRequest), (request) => {
        const { outcome, reasons, preflightRequest } = decidePreflight(request);
        expect(reasons.length).toBeGreaterThan(0);
        if (outcome !== "preflight") expect(reasons).toHaveLength(1);
        for (const { clause } of reasons) expect(clause).toMatch(/^https:\/\//);
        expect(preflightRequest !== undefined).toBe(outcome === "preflight");
      }),
    );
  });

  test("drops nothing that the preflight asks for", () => {
    fc.assert(
      fc.property(scriptRequest, (request) => {
        fc.pre(!request.headers.some(([name]) => name === "X-HTTP-Method"));
        const { preflight, dropped } = shown(request);
        const asked = new Map(preflight?.headers).get("Access-Control-Request-Headers")?.split(",") ?? [];
        expect(asked.filter((name) => dropped.includes(name))).toEqual([]);
      }),
    );
  });
});

describe("a preflight", () => {
  test("asks for sorted, unique, lower-case tokens that the request has", () => {
    fc.assert(
      fc.property(expressible, (request) => {
        const asked = new Map(decidePreflight(request).preflightRequest?.headers).get("Access-Control-Request-Headers");
        fc.pre(asked !== undefined);
        const names = asked.split(",");
        expect(names).toEqual([...new Set(names)].sort());
        expect(asked).toMatch(/^[a-z0-9!#$%&'*+.^_`|~-]+(,[a-z0-9!#$%&'*+.^_`|~-]+)*$/);
        const own = new Set([...request.headers.map(([name]) => name.toLowerCase()), "content-type"]);
        expect(names.every((name) => own.has(name))).toBe(true);
      }),
    );
  });

  test("asks for the normalised method, always", () => {
    fc.assert(
      fc.property(expressible, (request) => {
        const { preflightRequest } = decidePreflight(request);
        fc.pre(preflightRequest !== undefined);
        expect(new Map(preflightRequest.headers).get("Access-Control-Request-Method")).toBe(
          normalizeMethod(request.method),
        );
      }),
    );
  });

  test("is never sent for a same-origin request", () => {
    fc.assert(
      fc.property(fc.oneof(expressible, anyRequest), (request) => {
        const { outcome } = decidePreflight({ ...request, origin: ORIGIN, url: `${ORIGIN}/items` });
        expect(["same-origin", "refused"]).toContain(outcome);
      }),
    );
  });

  test("is never sent by an element or an EventSource, nor in another mode than cors", () => {
    fc.assert(
      fc.property(fc.oneof(expressible, anyRequest), (request) => {
        fc.pre(request.api === "element" || request.api === "eventsource" || request.mode !== "cors");
        expect(decidePreflight(request).outcome).not.toBe("preflight");
      }),
    );
  });
});

function isFlagged(request: CorsRequest): boolean {
  const read = readRequest(request);
  return !isRefusal(read) && read.flaggedBy.length > 0;
}

describe("the least responses", () => {
  test("pass their own checks", () => {
    fc.assert(
      fc.property(expressible, (request) => {
        const { outcome } = decidePreflight(request);
        const { preflight, response } = leastResponses(request);
        expect(preflight !== undefined).toBe(outcome === "preflight");
        if (preflight) expect(checkPreflightResponse(request, preflight)).toEqual({ ok: true });
        if (outcome !== "refused") expect(checkResponse(request, { status: 200, headers: response }).ok).toBe(true);
      }),
    );
  });

  test("fail without any one of their lines", () => {
    fc.assert(
      fc.property(expressible, (request) => {
        const { preflight, response } = leastResponses(request);
        const lines = preflight?.headers ?? [];
        for (const [index, [name]] of lines.entries()) {
          // The standard does not need this line under the flag; Chromium does.
          if (name === "Access-Control-Allow-Methods" && isFlagged(request)) continue;
          const headers = lines.toSpliced(index, 1);
          expect([name, checkPreflightResponse(request, { status: 204, headers }).ok]).toEqual([name, false]);
        }
        for (const [index, [name]] of response.entries()) {
          const headers = response.toSpliced(index, 1);
          expect([name, checkResponse(request, { status: 200, headers }).ok]).toEqual([name, false]);
        }
      }),
    );
  });
});

describe("the checks", () => {
  test("let wildcards and Authorization pass for every request without credentials", () => {
    const headers: HeaderLine[] = [
      ["Access-Control-Allow-Origin", "*"],
      ["Access-Control-Allow-Methods", "*"],
      ["Access-Control-Allow-Headers", "*, Authorization"],
    ];
    fc.assert(
      fc.property(expressible, (request) => {
        fc.pre(request.credentials !== "include");
        expect(checkPreflightResponse(request, { status: 200, headers })).toEqual({ ok: true });
      }),
    );
  });

  test("let no wildcard pass for an origin with credentials", () => {
    fc.assert(
      fc.property(expressible, anyResponse, (request, { status, headers }) => {
        const wild: HeaderLine[] = [
          ...headers.filter(([name]) => name.toLowerCase() !== "access-control-allow-origin"),
          ["Access-Control-Allow-Origin", "*"],
        ];
        expect(checkPreflightResponse({ ...request, credentials: "include" }, { status, headers: wild }).ok).toBe(
          false,
        );
      }),
    );
  });

  test("pass on where a list grows", () => {
    fc.assert(
      fc.property(
        expressible,
        fc.constantFrom("Access-Control-Allow-Methods", "Access-Control-Allow-Headers"),
        (request, name) => {
          const { preflight } = leastResponses(request);
          fc.pre(preflight !== undefined);
          const headers = preflight.headers.map(
            (line): HeaderLine => (line[0] === name ? [name, `X-More, ${line[1]},`] : line),
          );
          expect(checkPreflightResponse(request, { status: 204, headers })).toEqual({ ok: true });
        },
      ),
    );
  });

  test("name at least one failure where they fail, each with a clause", () => {
    fc.assert(
      fc.property(expressible, anyResponse, (request, response) => {
        for (const check of [checkPreflightResponse(request, response), checkResponse(request, response)]) {
          if (check.ok) continue;
          expect(check.failures.length).toBeGreaterThan(0);
          for (const { clause } of check.failures) expect(clause).toMatch(/^https:\/\//);
        }
      }),
    );
  });

  test("never show a script a header that is not there, nor Set-Cookie", () => {
    fc.assert(
      fc.property(expressible, anyResponse, (request, response) => {
        const check = checkResponse(request, response);
        fc.pre(check.ok);
        const present = new Set(
          response.headers.map(([name]) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
        );
        expect(check.exposedHeaders.filter((name) => !present.has(name) || name === "set-cookie")).toEqual([]);
        expect(check.exposedHeaders).toEqual([...new Set(check.exposedHeaders)].sort());
      }),
    );
  });
});

describe("nothing throws", () => {
  test("for a request of any strings", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        decidePreflight(request);
        leastResponses(request);
      }),
      { numRuns: 3000 },
    );
  });

  test("for any answer to any request", () => {
    fc.assert(
      fc.property(
        fc.oneof(anyRequest, expressible),
        anyResponse,
        anyResponse,
        hostile,
        (request, preflight, response, wantedHeader) => {
          const exchange = { request, preflight, response, wantedHeader };
          checkPreflightResponse(request, preflight);
          checkResponse(request, response);
          judgeExchange(exchange);
          findCauses(exchange);
          printedMessages(exchange);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
