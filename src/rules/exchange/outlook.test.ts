import { describe, expect, test } from "vitest";
import { exchangeOf, scenarios } from "../../scenarios/index.ts";
import { profiles } from "../engines/differences.ts";
import { request } from "../examples/index.ts";
import { judgeExchange } from "./judge.ts";
import { foresee } from "./outlook.ts";

const end = (origin: string, url: string) => foresee(request({ origin, url })).trace.end;

test("an unanswered request ends as the whole judgement has it, in every scenario and by every profile", () => {
  for (const scenario of scenarios) {
    const { request: asked } = exchangeOf(scenario);
    for (const rules of Object.values(profiles)) {
      expect(foresee(asked, rules).trace, scenario.id).toEqual(judgeExchange({ request: asked }, rules));
    }
  }
});

test.each(["http://app.example.com", "https://app.example.com", "http://api.example.com"])(
  "a stream to %s of a page over http ends as the whole judgement has it",
  (server) => {
    const asked = request({ origin: "http://app.example.com", url: `${server}/items`, method: "POST", body: "stream" });
    for (const rules of Object.values(profiles)) {
      expect(foresee(asked, rules).trace).toEqual(judgeExchange({ request: asked }, rules));
    }
    const { end } = foresee(asked).trace;
    expect(end.kind).toBe(server === "http://app.example.com" ? "stopped" : "unanswered");
  },
);

test("an https page that asks an http server sends nothing", () => {
  expect(end("https://app.example.com", "http://api.example.com/items")).toMatchObject({
    kind: "stopped",
    code: "mixed-content",
  });
  expect(end("http://app.example.com", "http://api.example.com/items").kind).toBe("unanswered");
});

describe("whether the user may have to permit it", () => {
  test.each([
    ["https://app.example.com", "http://localhost:3000/items", "loopback"],
    ["https://app.example.com", "http://127.0.0.1/items", "loopback"],
    ["https://app.example.com", "http://[::1]:8080/items", "loopback"],
    ["http://app.example.com", "http://192.168.1.5/items", "local"],
    ["http://192.168.1.7", "http://192.168.1.5/items", null],
    ["http://localhost:3000", "http://localhost:8080/items", null],
    ["http://localhost:3000", "https://api.example.com/items", null],
    ["https://app.example.com", "https://api.example.com/items", null],
    ["https://app.example.com", "no URL", null],
  ])("from %s to %s: %s", (origin, url, space) => {
    expect(foresee(request({ origin, url })).needsPermissionFor).toBe(space);
  });
});
