import { describe, expect, test } from "vitest";
import { type CorsResponse, causes, type HeaderLine } from "../../rules/index.ts";
import { outcomeOf } from "./judge.ts";
import { type CheckerState, defaultState, toRequest } from "./state.ts";

const APP = "https://app.example.com";
const answer = (status: number, ...headers: HeaderLine[]): CorsResponse => ({ status, headers });
const allow: HeaderLine = ["Access-Control-Allow-Origin", APP];
const preflight = answer(
  204,
  allow,
  ["Access-Control-Allow-Methods", "PUT"],
  ["Access-Control-Allow-Headers", "authorization, content-type"],
);

describe("what is said of a request with its answers", () => {
  const get = { method: "GET", contentType: "", headers: [], body: "none" } as const;
  test.each<[string, Partial<CheckerState>, string]>([
    ["both answers allow it", { preflight, response: answer(200, allow) }, "passes"],
    ["the preflight is refused", { preflight: answer(405) }, "preflight-blocked"],
    ["the request's answer lacks the header", { preflight, response: answer(500) }, "response-blocked"],
    ["the preflight passes, and no more is known", { preflight }, "response-unknown"],
    ["what was answered to OPTIONS is not known", { response: answer(200, allow) }, "preflight-unknown"],
    ["the answer leads elsewhere", { ...get, response: answer(302, allow, ["Location", "/new"]) }, "redirect-unknown"],
    ["a no-cors request is answered", { ...get, mode: "no-cors", response: answer(200) }, "opaque"],
    ["nobody asks for the answer that is known", { ...get, preflight }, "as-foreseen"],
    ["nothing is sent", { ...get, url: "http://api.example.com/", response: answer(200, allow) }, "as-foreseen"],
    // Chromium leaves the header out; the others ask for it.
    ["the engines differ", { ...get, headers: [["User-Agent", "x"]], preflight: answer(204, allow) }, "differs"],
  ])("%s", (_what, changes, kind) => {
    const state = { ...defaultState, ...changes };
    expect(outcomeOf(toRequest(state), state).kind).toBe(kind);
  });
});

/** The causes whose example is told by a request and its two answers alone. */
const told = causes.filter(({ example }) =>
  Object.keys(example).every((part) => ["request", "preflight", "response"].includes(part)),
);

test.each(told.map((cause) => [cause.id, cause] as const))("%s is named with its answers", (id, { example }) => {
  const { request, preflight: first = null, response = null } = example;
  const { causes: found } = outcomeOf(request, { ...defaultState, preflight: first, response });
  expect(found.map((cause) => cause.id)).toContain(id);
});
