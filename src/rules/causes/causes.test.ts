import { describe, expect, test } from "vitest";
import type { Exchange } from "../exchange.ts";
import { judgeExchange } from "../exchange.ts";
import type { FailureCode } from "../types.ts";
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
} from "./examples.ts";
import { type Cause, causes, findCauses, printedMessages } from "./index.ts";

const ids = (exchange: Exchange) => findCauses(exchange).map(({ id }) => id);

describe.for(causes)("$id", (cause) => {
  test("its example shows this cause and no other", () => expect(ids(cause.example)).toEqual([cause.id]));

  test("its mended exchange shows none and passes", () => {
    expect(ids(cause.mended)).toEqual([]);
    const { decision, preflightCheck, responseCheck } = judgeExchange(cause.mended);
    expect(["preflight", "no-preflight"]).toContain(decision.outcome);
    expect(preflightCheck?.ok).toBe(decision.outcome === "preflight" ? true : undefined);
    expect(responseCheck?.ok).toBe(true);
  });

  test("its example breaks at its hop", () => expect(hopOf(cause.example)).toBe(cause.hop));

  test("its clause is in a standard, or in a change to one that browsers have made before it", () => {
    expect(cause.clause).toMatch(
      /^https:\/\/(([a-z]+\.spec\.whatwg\.org|w3c\.github\.io)\/.*#.|github\.com\/whatwg\/[a-z]+\/pull\/\d)/,
    );
  });

  test("what the engines print is filled in", () => {
    for (const { text } of printedMessages(cause)) {
      expect(text).not.toMatch(/\{\w*\}/);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text).not.toMatch(/‘’|「」|「undefined」/);
    }
  });

  test("engines print something for it, but where it is about reading or they let it pass", () => {
    const silent = cause.hop === "reading";
    for (const engine of ["chromium", "firefox", "webkit"] as const) {
      const prints = cause.prints[engine].length > 0;
      expect([engine, prints]).toEqual([engine, !silent && !cause.allowedBy.includes(engine)]);
    }
  });
});

/** The hop at which a browser that follows the standard gives up; reading is what is left. */
function hopOf(exchange: Exchange): Cause["hop"] {
  const { decision, preflightCheck, responseCheck } = judgeExchange(exchange);
  if (decision.outcome === "refused") return "request";
  if (preflightCheck && !preflightCheck.ok) return "preflight";
  return responseCheck && !responseCheck.ok ? "response" : "reading";
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
        const { preflightCheck, responseCheck } = judgeExchange(example);
        return [preflightCheck, responseCheck].flatMap((check) =>
          check && !check.ok ? check.failures.map(({ code }) => code) : [],
        );
      }),
    );
    expect([...explained].sort()).toEqual(Object.keys(codes).sort());
  });

  test("each example differs from what mends it", () => {
    for (const { id, example, mended } of causes) expect([id, mended]).not.toEqual([id, example]);
  });

  test("Firefox's lines are there in all its three languages, and tell them apart", () => {
    for (const cause of causes) {
      const lines = printedMessages(cause).filter(({ engine }) => engine === "firefox");
      expect(lines).toHaveLength(cause.prints.firefox.length * 3);
      expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    }
  });
});

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
    ["two faults in one answer", fails(allowOrigin), ["method-not-allowed", "header-not-allowed"]],
    [
      "a wrong origin and a missing method",
      fails(["Access-Control-Allow-Origin", "https://b.example"], allowHeaders("*")),
      ["allow-origin-mismatch", "method-not-allowed"],
    ],
    [
      "401 with CORS headers",
      { request: putJson, preflight: preflight([allowOrigin, allowMethods("PUT"), allowHeaders("*")], 401) },
      ["auth-before-cors"],
    ],
    ["403 without", { request: putJson, preflight: preflight([], 403) }, ["auth-before-cors"]],
    ["405", { request: putJson, preflight: preflight([], 405) }, ["options-not-routed"]],
    ["501", { request: putJson, preflight: preflight([], 501) }, ["options-not-routed"]],
    ["503", { request: putJson, preflight: preflight([], 503) }, ["preflight-server-error"]],
    ["308 without CORS headers", { request: putJson, preflight: preflight([], 308) }, ["preflight-redirected"]],
    ["204 without CORS headers", fails(), ["allow-origin-missing", "method-not-allowed", "header-not-allowed"]],
    [
      "a wildcard method under credentials",
      {
        request: { ...putJson, credentials: "include" },
        preflight: preflight([allowOrigin, allowCredentials, allowMethods("*"), allowHeaders("content-type")]),
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
      ids({ request: patch, preflight: preflight([allowOrigin, allowMethods(methods), allowHeaders("*")]) });
    expect(lists("PATCH")).toEqual(["lowercase-patch"]);
    expect(lists("GET")).toEqual(["method-not-allowed"]);
    expect(lists("patch")).toEqual([]);
  });

  test("the line names the method as it is sent", () => {
    const put: Exchange = { request: { ...putJson, method: "put" }, preflight: preflight([allowOrigin]) };
    const [cause] = findCauses(put);
    const texts = cause ? printedMessages(cause, put).map(({ text }) => text) : [];
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
  const cause = causes.find((candidate) => candidate.id === id) as Cause;
  const printed = printedMessages(cause).filter(
    (message) => message.engine === engine && message.language === language,
  );
  expect(printed.map((message) => message.text).join()).toContain(text);
});
