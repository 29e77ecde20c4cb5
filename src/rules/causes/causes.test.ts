import { describe, expect, test } from "vitest";
import { profiles } from "../engines/differences.ts";
import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  goodAnswer,
  preflight,
  putJson,
  request,
} from "../examples/index.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { judgeExchange } from "../exchange/judge.ts";
import { isAnswered } from "../exchange/trace.ts";
import { printedMessages } from "../messages/index.ts";
import type { FailureCode, HeaderLine } from "../types.ts";
import { allowedBy, type Cause, causes, findCauses } from "./index.ts";

const ids = (exchange: Exchange) => findCauses(exchange).map(({ id }) => id);

/** Faults that come with another: why a preflight was sent, or who answered it, beside what is wrong with the answer. */
const accompanied: Record<string, string> = {
  "upload-listener-preflight": "options-not-routed",
  "gateway-answers-options": "method-not-allowed",
};
/** Nothing is wrong on the wire, or nothing that the standard minds. */
const passing = new Set(["preflight-cached", "max-age-capped", "no-cors-opaque", "header-not-exposed"]);

describe.for(causes)("$id", (cause) => {
  test("its example shows this cause and, where another comes with it, that one; no other", () => {
    const other = accompanied[cause.id];
    expect(ids(cause.example)).toEqual(other ? [cause.id, other] : [cause.id]);
  });

  test("its mended exchange shows none and passes", () => {
    expect(ids(cause.mended)).toEqual([]);
    expect(isAnswered(judgeExchange(cause.mended))).toBe(true);
  });

  test("its example fails, or passes for a reason", () => {
    const isElement = cause.example.request.api === "element";
    expect(isAnswered(judgeExchange(cause.example))).toBe(passing.has(cause.id) || isElement);
  });

  test("its example breaks at its phase", () => {
    if (!passing.has(cause.id)) expect(phaseOf(cause.example)).toBe(cause.phase);
  });

  test("its clause is in a standard, or in a change to one that browsers have made before it", () => {
    expect(cause.clause).toMatch(
      /^https:\/\/(([a-z]+\.spec\.whatwg\.org|w3c\.github\.io|wicg\.github\.io)\/.*#.|github\.com\/whatwg\/[a-z]+\/pull\/\d)/,
    );
  });

  test("what the engines print is filled in", () => {
    for (const { text } of printedMessages(cause.example)) {
      expect(text).not.toMatch(/\{\w*\}/);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text).not.toMatch(/‘’|「」|「undefined」/);
    }
  });

  test("every engine that blocks an answer of its example says why", () => {
    for (const engine of ["chromium", "firefox", "webkit"] as const) {
      const blocks = judgeExchange(cause.example, profiles[engine]).end.kind === "blocked";
      const printed = printedMessages(cause.example).filter((message) => message.engine === engine);
      // One in each language, and where the version of HTTP makes a difference, one for each of the two.
      const forms = printed.some(({ over }) => over) ? 2 : 1;
      if (blocks) expect([engine, printed.length]).toEqual([engine, engine === "firefox" ? 3 * forms : 1]);
    }
  });
});

/** The phase at which a browser that follows the standard gives up; reading is what is left. */
function phaseOf(exchange: Exchange): Cause["phase"] {
  const { end } = judgeExchange(exchange);
  switch (end.kind) {
    case "refused":
    case "stopped":
      return "request";
    case "unanswered":
    case "blocked":
    case "discarded":
      return end.at;
    case "worker":
      return end.gave === "response" ? "reading" : "response";
    case "opaque":
    case "readable":
    case "hidden":
      return "reading";
  }
}

describe("the table", () => {
  test("ids are unique and in kebab-case", () => {
    const all = causes.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("every failure code is explained by a cause", () => {
    const codes: Record<FailureCode, true> = {
      "status-not-ok": true,
      redirected: true,
      "allow-origin-missing": true,
      "allow-origin-mismatch": true,
      "allow-origin-multiple": true,
      "allow-origin-wildcard-with-credentials": true,
      "allow-credentials-not-true": true,
      "method-not-allowed": true,
      "header-not-allowed": true,
      "authorization-not-listed": true,
      "malformed-list": true,
    };
    const explained = new Set(
      causes.flatMap(({ example }) => {
        const { end } = judgeExchange(example);
        return end.kind === "blocked" ? end.failures.map(({ code }) => code) : [];
      }),
    );
    expect([...explained].sort()).toEqual(Object.keys(codes).sort());
  });

  test("each example differs from what mends it", () => {
    for (const { id, example, mended } of causes) expect([id, mended]).not.toEqual([id, example]);
  });

  test("Firefox's lines are there in all its three languages, and tell them apart", () => {
    for (const cause of causes) {
      const lines = printedMessages(cause.example).filter(({ engine }) => engine === "firefox");
      expect([0, 3, 6]).toContain(lines.length);
      expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    }
  });

  test("engines let pass what only the standard forbids", () => {
    expect(causes.filter((cause) => allowedBy(cause).length > 0).map(({ id }) => [id, allowedBy(causeOf(id))])).toEqual(
      [
        ["local-network-blocked", ["webkit"]],
        ["authorization-under-wildcard", ["chromium", "firefox", "webkit"]],
      ],
    );
  });
});

function causeOf(id: string): Cause {
  const cause = causes.find((candidate) => candidate.id === id);
  if (!cause) throw new Error(`There is no cause "${id}".`);
  return cause;
}

describe("finding causes", () => {
  const fails = (...headers: Parameters<typeof preflight>[0] & {}): Exchange => ({
    request: putJson,
    preflight: preflight(headers),
  });

  test.for<[string, Exchange, string[]]>([
    ["nothing wrong", { request: request(), response: goodAnswer }, []],
    ["nothing answered yet", { request: putJson }, []],
    ["a request that is refused", { request: request({ method: "TRACE" }), response: answer() }, []],
    ["a same-origin request", { request: request({ url: "https://app.example.com/" }), response: answer() }, []],
    ["two faults in one answer", fails(allowOrigin()), ["method-not-allowed", "header-not-allowed"]],
    [
      "a wrong origin and a missing method",
      fails(["Access-Control-Allow-Origin", "https://b.example"], allowHeaders("*")),
      ["allow-origin-mismatch", "method-not-allowed"],
    ],
    [
      "401 with CORS headers",
      { request: putJson, preflight: preflight([allowOrigin(), allowMethods("PUT"), allowHeaders("*")], 401) },
      ["auth-before-cors"],
    ],
    ["403 without", { request: putJson, preflight: preflight([], 403) }, ["auth-before-cors"]],
    ["405", { request: putJson, preflight: preflight([], 405) }, ["options-not-routed"]],
    ["501", { request: putJson, preflight: preflight([], 501) }, ["options-not-routed"]],
    ["503", { request: putJson, preflight: preflight([], 503) }, ["preflight-server-error"]],
    ["308 without a Location", { request: putJson, preflight: preflight([], 308) }, ["preflight-redirected"]],
    ["204 without CORS headers", fails(), ["allow-origin-missing", "method-not-allowed", "header-not-allowed"]],
    [
      "a wildcard method under credentials",
      {
        request: { ...putJson, credentials: "include" },
        preflight: preflight([allowOrigin(), allowCredentials(), allowMethods("*"), allowHeaders("content-type")]),
      },
      ["wildcard-literal-with-credentials"],
    ],
    ["no preflight, no headers", { request: request(), response: answer() }, ["allow-origin-missing"]],
    [
      "no preflight, no headers, 404",
      { request: request(), response: answer([], 404) },
      ["error-without-cors-headers"],
    ],
    [
      "an element's image",
      {
        request: request({ api: "element", mode: "no-cors", credentials: "include" }),
        response: { status: 200, headers: [["Content-Type", "image/png"]] },
      },
      [],
    ],
    [
      "a header that is wanted and not there",
      { request: request(), response: goodAnswer, wantedHeader: "X-Total-Count" },
      [],
    ],
  ])("%s", ([, exchange, expected]) => expect(ids(exchange)).toEqual(expected));

  test("a lower-case patch is told from a method that is not listed at all", () => {
    const patch = { ...putJson, method: "patch" };
    const lists = (methods: string) =>
      ids({ request: patch, preflight: preflight([allowOrigin(), allowMethods(methods), allowHeaders("*")]) });
    expect(lists("PATCH")).toEqual(["lowercase-patch"]);
    expect(lists("GET")).toEqual(["method-not-allowed"]);
    expect(lists("patch")).toEqual([]);
  });

  test.for<[string, HeaderLine[], boolean]>([
    ["nothing", [], true],
    ["another header", [["Vary", "Accept-Encoding"]], true],
    ["the origin", [["Vary", "Accept-Encoding, ORIGIN"]], false],
    ["everything", [["Vary", "*"]], false],
    [
      "everything, in a second line",
      [
        ["Vary", "Accept"],
        ["vary", "*"],
      ],
      false,
    ],
  ])("a cache is blamed for another origin's answer unless that varies by it: by %s", ([, vary, blamed]) => {
    const ofAnother: HeaderLine = ["Access-Control-Allow-Origin", "https://other.example.com"];
    const fromCache = { request: request(), response: answer([ofAnother, ["Age", "60"], ...vary]) };
    const inBrowser = { request: request(), response: answer([ofAnother, ...vary]), stored: true } as const;
    for (const exchange of [fromCache, inBrowser]) {
      expect(ids(exchange)).toEqual([blamed ? "vary-origin-missing" : "allow-origin-mismatch"]);
    }
  });

  test("the line names the method as it is sent", () => {
    const put: Exchange = { request: { ...putJson, method: "put" }, preflight: preflight([allowOrigin()]) };
    const texts = printedMessages(put).map(({ text }) => text);
    expect(texts.filter((text) => text.includes("Method PUT is not allowed"))).toHaveLength(2);
  });
});

/** Seen in Firefox ESR 153, its language packs, and WebKitGTK 2.50.6: where a line is not built like its neighbours. */
test.for([
  [
    "wildcard-with-credentials",
    "firefox",
    "en",
    "at ‘https://api.example.com/items’. (Reason: Credential is not supported",
  ],
  ["malformed-allow-list", "firefox", "zh-TW", "已封鎖跨來源請求：同源政策"],
  ["header-not-allowed", "webkit", "en", "Request header field Content-Type is not allowed"],
  ["header-not-allowed", "firefox", "en", "header ‘content-type’ is not allowed"],
] as const)("%s: what %s prints in %s has its own form", ([id, engine, language, text]) => {
  const printed = printedMessages(causeOf(id).example).filter(
    (message) => message.engine === engine && message.language === language,
  );
  expect(printed.map((message) => message.text).join()).toContain(text);
});
