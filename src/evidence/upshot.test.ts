import { expect, test } from "vitest";
import type { Exchange } from "../rules/index.ts";
import type { RecordedResult, RecordedStep } from "../scenarios/recorded.ts";
import { seenOf, upshotOf } from "./upshot.ts";

const exchange = { request: {} } as Exchange;
const step = (methods: string[], played: RecordedResult): RecordedStep => ({
  arrivals: methods.map((method) => ({ url: "https://api.example.com/items", method, headers: [] })),
  played,
  console: [],
});
const failed: RecordedResult = { result: "failed", error: "TypeError" };
const answered: RecordedResult = { result: "answered", type: "cors", status: 200, headers: ["content-type"] };

test.each<[string, RecordedStep, Partial<Exchange>, string]>([
  ["an answer passes", step(["GET"], answered), {}, "passed"],
  ["one from a cache passes too", step([], answered), {}, "passed"],
  ["an opaque one cannot be read", step(["GET"], { ...answered, type: "opaque" }), {}, "unreadable"],
  ["one without the header that is wanted", step(["GET"], answered), { wantedHeader: "X-Total" }, "unreadable"],
  ["one with it, in any case", step(["GET"], answered), { wantedHeader: "Content-Type" }, "passed"],
  ["a failed preflight", step(["OPTIONS"], failed), {}, "blocked"],
  ["a failed answer", step(["OPTIONS", "PUT"], failed), {}, "blocked"],
  ["a failed answer from the HTTP cache", step([], failed), { stored: true }, "blocked"],
  ["nothing sent", step([], failed), {}, "unsent"],
  ["nothing sent because the API threw", step([], { result: "threw", error: "TypeError" }), {}, "unsent"],
  ["a beacon that arrived", step(["OPTIONS", "POST"], { result: "queued" }), {}, "passed"],
  ["a beacon whose preflight failed", step(["OPTIONS"], { result: "queued" }), {}, "blocked"],
])("%s", (_what, recorded, more, upshot) => {
  expect(upshotOf(seenOf(recorded), { ...exchange, ...more })).toBe(upshot);
});
