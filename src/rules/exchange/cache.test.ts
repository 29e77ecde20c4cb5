import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { countWork } from "../../../tests/support/countWork.ts";
import type { CacheDepartures } from "../engines/departures.ts";
import { anyRequest, anyResponse, expressible } from "../examples/arbitraries.ts";
import { request } from "../examples/index.ts";
import { isRefusal, type ReadRequest, readRequest } from "../request/readRequest.ts";
import type { CorsRequest, CorsResponse, Failure, FailureCode, HeaderLine } from "../types.ts";
import {
  clearPreflights,
  coversRequest,
  isPreflightStored,
  type PreflightCache,
  preflightMaxAge,
  storePreflight,
} from "./cache.ts";

fc.configureGlobal({ seed: takeSeed("Preflight caches") });

/** What the engines' sources say; `CacheDepartures` names the places. */
const engines = {
  standard: {},
  chromium: {
    maxAgeCap: 7200,
    signedMaxAge: true,
    cacheClearedBy: "miss",
    cachedUrlLimit: 1024,
    cachesNoOpaqueOrigin: true,
    cachedWildcardCovers: "unless-stored-with-credentials",
    cachedFlagNeeds: "live-answer",
  },
  firefox: {
    maxAgeCap: 86_400,
    malformedMaxAge: 0,
    ignoresZeroMaxAge: true,
    cachesCredentialsApart: true,
    cachedWildcardCovers: "nothing",
    cachedHeadMustBeListed: true,
    cachedFlagNeeds: "former-answer",
  },
  webkit: {
    maxAgeCap: 600,
    signedMaxAge: true,
    cacheClearedBy: "miss",
    cachesRefusals: true,
    cachedWildcardCovers: "requests-without-credentials",
    cachedWildcardCoversAuthorization: true,
    cachedFlagNeeds: "live-answer",
  },
} satisfies Record<string, CacheDepartures>;
type Profile = keyof typeof engines;
const profiles = Object.keys(engines) as Profile[];

interface Answer {
  methods?: string;
  headers?: string;
  maxAge?: string;
}
function answer({ methods, headers, maxAge = "60" }: Answer): CorsResponse {
  const lines: HeaderLine[] = [["Access-Control-Max-Age", maxAge]];
  if (methods !== undefined) lines.push(["Access-Control-Allow-Methods", methods]);
  if (headers !== undefined) lines.push(["Access-Control-Allow-Headers", headers]);
  return { status: 204, headers: lines };
}

function read(written: CorsRequest, departures: CacheDepartures = {}): ReadRequest {
  const known = readRequest(written, departures);
  if (isRefusal(known)) throw new Error(`refused: ${known.code}`);
  return known;
}

interface Step extends Answer {
  asks: Partial<CorsRequest>;
  at?: number;
  /** How the preflight fails, where there is one; or that the actual answer does. */
  fails?: "refused" | "no-ok-status" | "actual-answer";
}

const failure = (code: FailureCode): Failure => ({ code, clause: "" });
const failed = {
  refused: [failure("method-not-allowed")],
  "no-ok-status": [failure("status-not-ok"), failure("method-not-allowed")],
};

/** Plays requests one after the other as a browser does, and says which were preflighted. */
function preflights(steps: readonly Step[], departures: CacheDepartures): boolean[] {
  const cache: PreflightCache = new Map();
  return steps.map(({ asks, at = 0, fails, ...lists }) => {
    const asked = read(request(asks), departures);
    const covered = coversRequest(cache, asked, at, departures);
    if (!covered) {
      clearPreflights(cache, asked, "miss", departures);
      const check =
        fails === "refused" || fails === "no-ok-status"
          ? { ok: false as const, failures: failed[fails] }
          : { ok: true as const };
      if (!check.ok) clearPreflights(cache, asked, "failure", departures);
      if (isPreflightStored(check, departures)) storePreflight(cache, asked, answer(lists), at, departures);
    }
    if (fails === "actual-answer") clearPreflights(cache, asked, "failure", departures);
    return !covered;
  });
}

const PUT = { method: "PUT" };
const DELETE = { method: "DELETE" };
const withA: Partial<CorsRequest> = { headers: [["X-A", "1"]] };
const include = { credentials: "include" } as const;
const upload: Partial<CorsRequest> = { api: "xhr", method: "POST", body: "text", uploadListener: true };
const url = (length: number) => `https://api.example.com/?${"a".repeat(length - "https://api.example.com/?".length)}`;

// In which profiles the last of the requests is preflighted. Chromium 156, Firefox 153 and WebKitGTK
// 2.50 were seen to do what their columns say.
type Row = [what: string, preflightedIn: Profile[], ...Step[]];
const rows: Row[] = [
  ["the same request again", [], { asks: PUT, methods: "PUT" }, { asks: PUT, at: 59 }],
  ["when the time is over", profiles, { asks: PUT, methods: "PUT" }, { asks: PUT, at: 60 }],
  ["another method", profiles, { asks: PUT, methods: "PUT" }, { asks: DELETE }],
  ["another method that was listed", [], { asks: PUT, methods: "PUT, DELETE" }, { asks: DELETE }],
  ["a method in other letters", profiles, { asks: PUT, methods: "PUT, patch" }, { asks: { method: "PATCH" } }],
  ["a header", [], { asks: withA, headers: "x-a" }, { asks: { headers: [["x-A", "2"]] } }],
  ["another header", profiles, { asks: withA, headers: "x-a" }, { asks: { headers: [["X-B", "1"]] } }],
  [
    "one more header",
    profiles,
    { asks: withA, headers: "x-a" },
    {
      asks: {
        headers: [
          ["X-A", "1"],
          ["X-B", "1"],
        ],
      },
    },
  ],
  [
    "a header with a listed name that needs no preflight",
    [],
    { asks: withA, headers: "x-a" },
    { asks: { ...withA, method: "POST" } },
  ],
  [
    "another URL",
    profiles,
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, url: "https://api.example.com/items?a" } },
  ],
  [
    "another fragment",
    profiles,
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, url: "https://api.example.com/items#a" } },
  ],
  [
    "the same URL spelt otherwise",
    [],
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, url: "HTTPS://API.example.com:443/items" } },
  ],
  [
    "after another URL was asked",
    [],
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, url: "https://api.example.com/others" }, methods: "PUT" },
    { asks: PUT },
  ],
  [
    "another origin",
    profiles,
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, origin: "https://other.example.com" } },
  ],
  [
    "the origin null",
    ["chromium"],
    { asks: { ...PUT, origin: "null" }, methods: "PUT" },
    { asks: { ...PUT, origin: "null" } },
  ],
  ["credentials after none", profiles, { asks: PUT, methods: "PUT" }, { asks: { ...PUT, ...include } }],
  ["no credentials after some", ["firefox"], { asks: { ...PUT, ...include }, methods: "PUT" }, { asks: PUT }],
  [
    "no credentials after both",
    [],
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, ...include }, methods: "PUT" },
    { asks: PUT },
  ],
  [
    "credentials after none and after some",
    [],
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, ...include }, methods: "PUT" },
    { asks: { ...PUT, ...include } },
  ],
  [
    "no credentials, after a shorter time for the answer with credentials that served them",
    ["standard", "chromium", "webkit"],
    { asks: { ...PUT, ...include }, methods: "PUT" },
    { asks: { ...PUT, ...withA }, methods: "PUT", headers: "x-a" },
    { asks: { ...PUT, ...withA, ...include }, methods: "PUT", headers: "x-a", maxAge: "1" },
    { asks: PUT, at: 2 },
  ],
  ["a method under a wildcard", ["firefox"], { asks: PUT, methods: "*" }, { asks: PUT }],
  ["another method under a wildcard", ["firefox"], { asks: PUT, methods: "*" }, { asks: DELETE }],
  [
    "a method by the name of a header under a wildcard",
    ["firefox"],
    { asks: { method: "authorization" }, methods: "*" },
    { asks: { method: "authorization" } },
  ],
  ["a header under a wildcard", ["firefox"], { asks: withA, headers: "*" }, { asks: withA }],
  [
    "Authorization under a wildcard",
    ["standard", "chromium", "firefox"],
    { asks: { headers: [["Authorization", "x"]] }, headers: "*" },
    { asks: { headers: [["Authorization", "x"]] } },
  ],
  [
    "Authorization beside a wildcard",
    [],
    { asks: { headers: [["Authorization", "x"]] }, headers: "*, authorization" },
    { asks: { headers: [["Authorization", "x"]] } },
  ],
  [
    "a wildcard stored for credentials, asked with credentials",
    ["chromium", "firefox", "webkit"],
    { asks: { ...PUT, ...include }, methods: "PUT, *" },
    { asks: { ...DELETE, ...include } },
  ],
  [
    "a wildcard stored for credentials, asked without",
    ["chromium", "firefox"],
    { asks: { ...PUT, ...include }, methods: "PUT, *" },
    { asks: DELETE },
  ],
  [
    "HEAD that was not listed",
    ["firefox"],
    { asks: { ...withA, method: "HEAD" }, headers: "x-a" },
    { asks: { ...withA, method: "HEAD" } },
  ],
  ["a listener on the upload, no list", [], { asks: upload }, { asks: upload }],
  ["a listener on the upload, another method listed", ["standard"], { asks: upload, methods: "PUT" }, { asks: upload }],
  ["a listener on the upload, its method listed", [], { asks: upload, methods: "POST" }, { asks: upload }],
  [
    "a listener on the upload, too late",
    ["standard", "chromium", "webkit"],
    { asks: upload },
    { asks: upload, at: 61 },
  ],
  ["a listener on the upload, nothing stored", profiles, { asks: upload, maxAge: "0" }, { asks: upload }],
  [
    "a stream for a body, no list",
    [],
    { asks: { method: "POST", body: "stream" } },
    { asks: { method: "POST", body: "stream" } },
  ],
  [
    "what an earlier answer listed and a later one does not",
    ["chromium", "webkit"],
    { asks: PUT, methods: "PUT" },
    { asks: DELETE, methods: "DELETE" },
    { asks: PUT },
  ],
  [
    "what two answers listed between them",
    ["chromium", "webkit"],
    { asks: PUT, methods: "PUT" },
    { asks: withA, headers: "x-a" },
    { asks: { ...PUT, ...withA } },
  ],
  [
    "after a later answer with a shorter time",
    profiles,
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, ...withA }, methods: "PUT", headers: "x-a", maxAge: "1" },
    { asks: PUT, at: 2 },
  ],
  [
    "after a later answer that is not to be stored",
    ["standard", "chromium", "webkit"],
    { asks: PUT, methods: "PUT" },
    { asks: { ...PUT, ...withA }, methods: "PUT", headers: "x-a", maxAge: "0" },
    { asks: PUT },
  ],
  [
    "after another request's preflight failed",
    profiles,
    { asks: PUT, methods: "PUT" },
    { asks: DELETE, fails: "no-ok-status" },
    { asks: PUT },
  ],
  [
    "after another request's preflight failed and listed this one",
    profiles,
    { asks: DELETE, methods: "PUT", fails: "no-ok-status" },
    { asks: PUT },
  ],
  [
    "after another request was refused by an answer that lists this one",
    ["standard", "chromium", "firefox"],
    { asks: DELETE, methods: "PUT", fails: "refused" },
    { asks: PUT },
  ],
  [
    "after the actual answer failed",
    ["standard", "firefox"],
    { asks: PUT, methods: "PUT", fails: "actual-answer" },
    { asks: PUT },
  ],
  [
    "a URL of 1023 characters",
    [],
    { asks: { ...PUT, url: url(1023) }, methods: "PUT" },
    { asks: { ...PUT, url: url(1023) } },
  ],
  [
    "a URL of 1024 characters",
    ["chromium"],
    { asks: { ...PUT, url: url(1024) }, methods: "PUT" },
    { asks: { ...PUT, url: url(1024) } },
  ],
  ["a list that is none", profiles, { asks: PUT, methods: "PUT, a b" }, { asks: PUT }],
];

describe("a request is preflighted though an answer is in the cache", () => {
  test.for(rows)("%s: in %j", ([, preflightedIn, ...steps]) => {
    const seen = profiles.filter((profile) => preflights(steps, engines[profile]).at(-1));
    expect(seen).toEqual(preflightedIn);
  });

  test("always without one", () => {
    for (const profile of profiles) expect(preflights([{ asks: PUT }], engines[profile])).toEqual([true]);
  });
});

test("where a miss clears, an answer replaces the former one without being told of the miss", () => {
  const covers = (departures: CacheDepartures) => {
    const cache: PreflightCache = new Map();
    storePreflight(cache, read(request(PUT), departures), answer({ methods: "PUT" }), 0, departures);
    storePreflight(cache, read(request(DELETE), departures), answer({ methods: "DELETE" }), 0, departures);
    return coversRequest(cache, read(request(PUT), departures), 0, departures);
  };
  expect(profiles.map((profile) => covers(engines[profile]))).toEqual([true, false, true, false]);
});

describe("Access-Control-Max-Age", () => {
  test.for<[value: string, standard: number, chromium: number, firefox: number, webkit: number]>([
    ["60", 60, 60, 60, 60],
    ["0000060", 60, 60, 60, 60],
    ["0", 0, 0, 0, 0],
    ["600", 600, 600, 600, 600],
    ["601", 601, 601, 601, 600],
    ["7200", 7200, 7200, 7200, 600],
    ["7201", 7201, 7200, 7201, 600],
    ["86400", 86_400, 7200, 86_400, 600],
    ["1728000", 1_728_000, 7200, 86_400, 600],
    ["9223372036854775807", Number.MAX_SAFE_INTEGER, 7200, 86_400, 600],
    ["99999999999999999999", Number.MAX_SAFE_INTEGER, 5, 86_400, 5],
    ["", 5, 5, 5, 5],
    ["abc", 5, 5, 0, 5],
    ["-1", 5, 0, 0, 0],
    ["-99999999999999999999", 5, 5, 0, 5],
    ["+60", 5, 60, 0, 60],
    ["60.0", 5, 5, 0, 5],
    ["6 0", 5, 5, 0, 5],
    ["1e3", 5, 5, 0, 5],
    ["60, 60", 5, 5, 0, 5],
    ["٦٠", 5, 5, 0, 5],
  ])("%j", ([value, ...seconds]) => {
    expect(profiles.map((profile) => preflightMaxAge(answer({ maxAge: value }), engines[profile]))).toEqual(seconds);
  });

  test("is 5 where there is none, and malformed where there are two", () => {
    const line: HeaderLine = ["access-control-max-age", " 60 "];
    const seconds = (...headers: HeaderLine[]) =>
      profiles.map((profile) => preflightMaxAge({ status: 204, headers }, engines[profile]));
    expect(seconds()).toEqual([5, 5, 5, 5]);
    expect(seconds(line)).toEqual([60, 60, 60, 60]);
    expect(seconds(line, line)).toEqual([5, 5, 0, 5]);
  });
});

describe("of any requests and answers", () => {
  const any = fc.oneof(expressible, anyRequest);
  const sendable = expressible.filter((written) => !isRefusal(readRequest(written)));
  const anyDepartures = fc.constantFrom(...Object.values<CacheDepartures>(engines));

  test("none makes the cache throw", () => {
    fc.assert(
      fc.property(any, anyResponse, any, anyDepartures, (first, response, second, departures) => {
        const cache: PreflightCache = new Map();
        const [stored, asked] = [readRequest(first, departures), readRequest(second, departures)];
        if (!isRefusal(stored)) storePreflight(cache, stored, response, 0, departures);
        if (isRefusal(asked)) return;
        coversRequest(cache, asked, 1, departures);
        clearPreflights(cache, asked, "miss", departures);
      }),
    );
  });

  test("what lists all that a request needs covers it for as long as it says, and no longer", () => {
    fc.assert(
      fc.property(sendable, anyDepartures, fc.integer({ min: 1, max: 600 }), (written, departures, maxAge) => {
        const asked = read(written, departures);
        fc.pre(asked.origin !== "null" || !departures.cachesNoOpaqueOrigin);
        const names = asked.headers.map(([name]) => name);
        const lists = { methods: "GET, HEAD, POST, PUT, DELETE, PATCH, patch, OPTIONS, CHICKEN" };
        const response = answer({ ...lists, headers: ["content-type", ...names].join(","), maxAge: String(maxAge) });
        const cache: PreflightCache = new Map();
        storePreflight(cache, asked, response, 100, departures);
        expect(coversRequest(cache, asked, 99 + maxAge, departures)).toBe(true);
        const needsAnswer = !coversRequest(new Map(), asked, 0, departures);
        fc.pre(needsAnswer && departures.cachedFlagNeeds !== "former-answer");
        expect(coversRequest(cache, asked, 100 + maxAge, departures)).toBe(false);
      }),
    );
  });

  test("an answer changes nothing of what is there for another origin or another URL", () => {
    fc.assert(
      fc.property(sendable, anyResponse, anyDepartures, (written, response, departures) => {
        const asked = read(written, departures);
        const others = [
          request({ ...written, url: `${written.url}?other` }),
          request({ ...written, origin: "https://o.example" }),
        ];
        const cache: PreflightCache = new Map();
        for (const other of others)
          storePreflight(cache, read(other), answer({ methods: "PUT", headers: "x-a" }), 0, {});
        const before = structuredClone([...cache]);
        storePreflight(cache, asked, response, 1, departures);
        expect([...cache].slice(0, 2)).toEqual(before);
        clearPreflights(cache, asked, departures.cacheClearedBy ?? "failure", departures);
        expect([...cache]).toEqual(before);
      }),
    );
  });
});

test.for<[what: string, list: (length: number) => string]>([
  ["of one name", (length) => "a,".repeat(length)],
  ["of as many names", (length) => Array.from({ length }, (_, i) => `x${i}`).join()],
  ["of nothing", (length) => " ".repeat(length)],
])("a list %s that is twice as long is at most twice the work", ([, list]) => {
  const work = (length: number, departures: CacheDepartures) =>
    countWork(() => {
      const cache: PreflightCache = new Map();
      const lists = { methods: list(length), headers: list(length) };
      storePreflight(
        cache,
        read(request(PUT), departures),
        answer({ ...lists, maxAge: "9".repeat(length) }),
        0,
        departures,
      );
      storePreflight(cache, read(request(PUT), departures), answer(lists), 1, departures);
      coversRequest(cache, read(request({ ...PUT, ...withA }), departures), 1, departures);
    });
  for (const profile of profiles) {
    expect(work(20_000, engines[profile]) / work(10_000, engines[profile]), profile).toBeLessThan(2.5);
  }
});

test.each(["9", "-", "0"])("a megabyte of %j and what is no number comes to an end", (unit) => {
  for (const profile of profiles) {
    const maxAge = `${unit.repeat(1_000_000)}x`;
    expect(preflightMaxAge(answer({ maxAge }), engines[profile])).toBe(
      preflightMaxAge(answer({ maxAge: "x" }), engines[profile]),
    );
  }
});
