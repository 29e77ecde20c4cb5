import { describe, expect, test } from "vitest";
import { goodAnswer, goodPreflight, preflight, putJson, request } from "../examples/index.ts";
import type { Exchange } from "./exchange.ts";
import { judgeExchange } from "./judge.ts";

test("a good exchange is checked at both hops", () => {
  const judged = judgeExchange({ request: putJson, preflight: goodPreflight, response: goodAnswer });
  expect(judged.decision.outcome).toBe("preflight");
  expect(judged.preflightCheck).toEqual({ ok: true });
  expect(judged.responseCheck).toEqual({ ok: true, exposedHeaders: ["content-type"] });
});

test("after a failed preflight the actual answer is not looked at", () => {
  const judged = judgeExchange({ request: putJson, preflight: preflight(), response: goodAnswer });
  expect(judged.preflightCheck?.ok).toBe(false);
  expect(judged.responseCheck).toBeUndefined();
});

test("as long as the preflight is not answered, nothing is checked", () => {
  const judged = judgeExchange({ request: putJson, response: goodAnswer });
  expect(judged.preflightCheck).toBeUndefined();
  expect(judged.responseCheck).toBeUndefined();
});

test("without a preflight only the actual answer is checked, even where an OPTIONS answer is at hand", () => {
  const judged = judgeExchange({ request: request(), preflight: preflight([], 404), response: goodAnswer });
  expect(judged.preflightCheck).toBeUndefined();
  expect(judged.responseCheck?.ok).toBe(true);
});

test("a refused request has no checks", () => {
  const judged = judgeExchange({
    request: request({ method: "TRACE" }),
    preflight: goodPreflight,
    response: goodAnswer,
  });
  expect(judged.decision.outcome).toBe("refused");
  expect(judged.preflightCheck).toBeUndefined();
  expect(judged.responseCheck).toBeUndefined();
});

describe("an earlier exchange of the page", () => {
  const page = "http://app.example.com";
  const kept: Exchange = {
    request: { ...putJson, origin: page },
    preflight: {
      status: 204,
      headers: [
        ["Access-Control-Allow-Origin", page],
        ["Access-Control-Allow-Methods", "PUT"],
        ["Access-Control-Allow-Headers", "content-type"],
        ["Access-Control-Max-Age", "600"],
      ],
    },
    response: { status: 200, headers: [["Access-Control-Allow-Origin", page]] },
  };
  const cachedAfter = (changes: Partial<Exchange>) =>
    judgeExchange({ ...kept, earlier: [{ ...kept, ...changes, secondsAgo: 1 }] }).cached;

  test("that was answered fills the preflight cache", () => expect(cachedAfter({})).toBe(true));

  test.for<[string, Partial<Exchange>]>([
    ["reached no server", { unreachable: "no-connection" }],
    ["met a certificate that is not trusted", { unreachable: "certificate" }],
    ["was denied the local network", { addressSpaces: { page: "public", server: "loopback", permission: "denied" } }],
    ["was given an opaque answer by a service worker", { serviceWorker: "answers-opaque" }],
    ["was refused", { request: { ...kept.request, method: "TRACE" } }],
  ])("that %s was never sent, and leaves it empty", ([, changes]) => expect(cachedAfter(changes)).toBe(false));
});
