import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRequest, anyResponse, scriptRequest } from "../../rules/examples/arbitraries.ts";
import {
  type CorsRequest,
  causes,
  chromium,
  type Exchange,
  firefox,
  judgeExchange,
  type Profile,
  plainRequest,
  standard,
  webkit,
} from "../../rules/index.ts";
import { type Hop, readHops } from "./answers.ts";
import { type Here, type Plan, planTry, type Result } from "./plan.ts";

const origin = "https://guide.example";
const lab = "https://lab.example";
const here: Here = { origin, lab, profile: standard, isControlled: false };

const put: CorsRequest = {
  ...plainRequest({
    origin: "https://app.example.com",
    url: "https://api.example.com/items",
    method: "PUT",
    headers: [],
  }),
};
const allowOrigin = (value: string) => ["Access-Control-Allow-Origin", value] as const;

function planned(exchange: Exchange, over: Partial<Here> = {}): Plan {
  const plan = planTry(exchange, { ...here, ...over });
  if ("obstacle" in plan) throw new Error(plan.obstacle);
  return plan;
}
function hopsOf(plan: Plan): readonly Hop[] {
  const read = readHops(plan.asked);
  if ("wrong" in read) throw new Error(read.wrong);
  return read.hops;
}

describe("the page and the lab stand in for the request's page and server", () => {
  const answered = (value: string) =>
    hopsOf(planned({ request: put, preflight: { status: 204, headers: [allowOrigin(value)] } }))[0]?.preflight.headers;

  test.each([
    ["https://app.example.com", origin],
    ["https://app.example.com/", `${origin}/`],
    ["https://APP.example.com", origin.toUpperCase()],
    ["https://api.example.com", lab],
    ["https://app.example.com, https://b.example", `${origin}, https://b.example`],
    ["https://app.example.com.evil.example", "https://app.example.com.evil.example"],
    ["https://app.example.com:8443", "https://app.example.com:8443"],
    ["http://app.example.com", "http://app.example.com"],
    ["*", "*"],
    // What stood for another origin does not become the page's own.
    [origin, "https://app.example.com"],
  ])("%s is answered as %s", (value, expected) => {
    expect(answered(value)).toEqual([allowOrigin(expected)]);
  });

  test("headers that decide nothing are left out", () => {
    const preflight = {
      status: 204,
      headers: [
        ["Server", "nginx"],
        ["X-Own", "1"],
        ["vary", "Origin"],
      ] as const,
    };
    expect(hopsOf(planned({ request: put, preflight }))[0]?.preflight.headers).toEqual([["vary", "Origin"]]);
  });

  test("a secret stays where it is", () => {
    const token = "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop123456789";
    const request = {
      ...put,
      headers: [
        ["Authorization", token],
        ["Accept", "text/plain"],
      ] as const,
    };
    expect(planned({ request }).request.headers).toEqual([
      ["Authorization", "Bearer ***"],
      ["Accept", "text/plain"],
    ]);
  });
});

describe("what is predicted", () => {
  test("with no answer, the least that passes", () => {
    const plan = planned({ request: put });
    expect(plan.predicted).toEqual({ result: "passed", isPreflighted: true, status: 200 });
    expect(hopsOf(plan)).toEqual([
      {
        preflight: { status: 204, headers: [allowOrigin(origin), ["Access-Control-Allow-Methods", "PUT"]] },
        response: { status: 200, headers: [allowOrigin(origin)] },
      },
    ]);
  });

  test("with a preflight that fails, that the request is blocked", () => {
    const plan = planned({ request: put, preflight: { status: 204, headers: [allowOrigin("*")] } });
    expect(plan.predicted).toEqual({ result: "blocked", isPreflighted: true });
  });

  test("by the engine that it is tried in", () => {
    const headers = [["Authorization", "Bearer token"]] as const;
    const answers = [allowOrigin("*"), ["Access-Control-Allow-Headers", "*"]] as const;
    const exchange = { request: { ...put, method: "GET", headers }, preflight: { status: 204, headers: answers } };
    const results = [standard, chromium, firefox, webkit].map(
      (profile) => planned(exchange, { profile }).predicted.result,
    );
    // Only some engines have "*" cover Authorization; what each does is recorded.
    expect(new Set(results).size).toBe(2);
  });

  test("of a request in no-cors mode, an opaque answer", () => {
    const request = { ...put, method: "GET", mode: "no-cors" as const };
    expect(planned({ request }).predicted).toEqual({ result: "opaque", isPreflighted: false });
  });

  test("of a redirect within the server, what is answered where it leads; the lab makes the way itself", () => {
    const request = { ...put, method: "GET" };
    const response = {
      status: 302,
      headers: [allowOrigin("https://app.example.com"), ["Location", "/login"]] as const,
    };
    const plan = planned({ request, response });
    expect(plan.predicted).toEqual({ result: "passed", isPreflighted: false, status: 200 });
    expect(hopsOf(plan).map(({ response }) => response)).toEqual([
      { status: 302, headers: [allowOrigin(origin)] },
      { status: 200, headers: [allowOrigin(origin)] },
    ]);
  });
});

describe("what cannot be tried", () => {
  const get = { ...put, method: "GET" };
  const redirect = (to: string) => ({ status: 302, headers: [allowOrigin("*"), ["Location", to]] as const });
  test.each<[string, Exchange, Partial<Here>?]>([
    ["api", { request: { ...put, method: "POST", api: "beacon", credentials: "include" } }],
    ["api", { request: { ...get, api: "element" } }],
    ["stream", { request: { ...put, body: "stream" } }],
    ["not-http", { request: { ...get, url: "data:text/plain,a" } }],
    ["opaque-origin", { request: { ...get, origin: "null" } }],
    ["same-origin", { request: { ...get, url: "https://app.example.com/items" } }],
    ["unsent", { request: { ...put, method: "TRACE" } }],
    ["unsent", { request: { ...get, url: "http://api.example.com/" } }],
    ["scenario", { request: get, serviceWorker: "answers" }],
    ["scenario", { request: get, unreachable: "no-connection" }],
    ["redirect", { request: get, response: redirect("https://login.example.com/") }],
    ["redirect", { request: get, response: redirect("https://") }],
    ["answer", { request: get, response: { status: 999, headers: [] } }],
    ["answer", { request: get, response: { status: 200, headers: [allowOrigin("*\n")] } }],
    ["lab-insecure", { request: get }, { lab: "http://lab.example" }],
    ["lab-insecure", { request: get }, { lab: "http://127.0.0.1:4400", profile: webkit }],
  ])("%s", (obstacle, exchange, over = {}) => {
    expect(planTry(exchange, { ...here, ...over })).toEqual({ obstacle });
  });
});

test("a lab on the own machine may need a permission, from a page that is not", () => {
  const own = { lab: "http://127.0.0.1:4400", profile: chromium };
  expect(planned({ request: put }, own).needsPermission).toBe(true);
  expect(planned({ request: put }, { ...own, origin: "http://localhost:4321" }).needsPermission).toBe(false);
  expect(planned({ request: put }, { ...own, lab }).needsPermission).toBe(false);
});

const exchanges = fc.record(
  { request: fc.oneof(scriptRequest, anyRequest), preflight: anyResponse, response: anyResponse },
  { requiredKeys: ["request"] },
);

/** What the rules say comes of an exchange where it is; nothing where that hangs on an answer that is not known. */
function resultOf(exchange: Exchange, profile: Profile): Result | undefined {
  const { end } = judgeExchange(exchange, profile);
  if (end.kind === "unanswered") return undefined;
  return end.kind === "readable" ? "passed" : end.kind === "opaque" ? "opaque" : "blocked";
}

test("whatever can be tried, the lab reads, and what the rules say of it is what they say of the original", () => {
  fc.assert(
    fc.property(exchanges, fc.constantFrom(standard, chromium, firefox, webkit), (exchange, profile) => {
      const plan = planTry(exchange, { ...here, profile });
      if ("obstacle" in plan) return;
      for (const encoded of [plan.asked, plan.refusing, plan.permitting])
        expect(readHops(encoded)).toHaveProperty("hops");
      const original = resultOf(exchange, profile);
      if (original) expect(plan.predicted.result).toBe(original);
    }),
    { numRuns: 2000 },
  );
});

test("most of the causes' examples can be tried, and fail as they do", () => {
  const tried = causes.flatMap(({ id, example }) => {
    const plan = planTry(example, here);
    return "obstacle" in plan ? [] : [[id, plan.predicted.result, resultOf(example, standard)] as const];
  });
  expect(tried.length).toBeGreaterThan(causes.length / 2);
  expect(tried.filter(([, here, there]) => here !== there)).toEqual([]);
});
