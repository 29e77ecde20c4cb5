import { expect, test } from "vitest";
import { goodAnswer, goodPreflight, preflight, putJson, request } from "./causes/examples.ts";
import { judgeExchange } from "./profiles.ts";

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
