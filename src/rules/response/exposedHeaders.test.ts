import { describe, expect, test } from "vitest";
import { request } from "../examples/index.ts";
import type { CorsRequest, HeaderLine } from "../types.ts";
import { checkResponse } from "./responses.ts";

/** What a script may read of an answer that passes: `checkResponse`'s other half. */
function exposed(changes: Partial<CorsRequest>, ...headers: HeaderLine[]): string[] {
  const check = checkResponse(request(changes), { status: 200, headers });
  if (!check.ok) throw new Error("The answer does not pass.");
  return check.exposedHeaders;
}

const allowOrigin: HeaderLine = ["Access-Control-Allow-Origin", "https://app.example.com"];
const allowCredentials: HeaderLine = ["Access-Control-Allow-Credentials", "true"];
const expose = (value: string): HeaderLine => ["Access-Control-Expose-Headers", value];
const safelisted = [
  "Cache-Control",
  "Content-Language",
  "Content-Length",
  "Content-Type",
  "Expires",
  "Last-Modified",
  "Pragma",
];

describe("of a cross-origin answer", () => {
  test("the seven CORS-safelisted response-headers, lower-case and sorted", () => {
    const headers = safelisted.toReversed().map((name): HeaderLine => [name, "x"]);
    expect(exposed({}, allowOrigin, ...headers, ["X-Total", "1"])).toEqual(
      safelisted.map((name) => name.toLowerCase()),
    );
  });

  test("only headers that are there", () => {
    expect(exposed({}, allowOrigin)).toEqual([]);
    expect(exposed({}, allowOrigin, expose("X-Absent"))).toEqual([]);
  });

  test("those that the answer exposes, in any case and on several lines", () => {
    expect(exposed({}, allowOrigin, ["X-A", "1"], ["x-b", "2"], ["X-C", "3"], expose("x-a"), expose("X-B"))).toEqual([
      "x-a",
      "x-b",
    ]);
  });

  test("each once", () => {
    expect(exposed({}, allowOrigin, ["X-A", "1"], ["x-a", "2"], expose("X-A, x-a"))).toEqual(["x-a"]);
  });

  test("all but Set-Cookie under a wildcard", () => {
    const all = exposed({}, allowOrigin, ["X-A", "1"], ["Set-Cookie", "a=b"], ["Set-Cookie2", "a=b"], expose("*"));
    expect(all).toEqual(["access-control-allow-origin", "access-control-expose-headers", "x-a"]);
  });

  test("never Set-Cookie, even where it is listed", () => {
    expect(exposed({}, allowOrigin, ["Set-Cookie", "a=b"], expose("Set-Cookie"))).toEqual([]);
  });

  test("no more than what is listed under credentials: a wildcard is a name then", () => {
    const credentials = { credentials: "include" } as const;
    expect(exposed(credentials, allowOrigin, allowCredentials, ["X-A", "1"], ["Pragma", "x"], expose("*"))).toEqual([
      "pragma",
    ]);
    expect(exposed(credentials, allowOrigin, allowCredentials, ["X-A", "1"], ["*", "2"], expose("*, x-a"))).toEqual([
      "*",
      "x-a",
    ]);
  });

  test("no more than the safelisted ones where the list does not parse", () => {
    expect(exposed({}, allowOrigin, ["X-A", "1"], ["Pragma", "x"], expose("X-A X-B"))).toEqual(["pragma"]);
  });

  test("Authorization too, which a wildcard leaves out only on requests", () => {
    expect(exposed({}, allowOrigin, ["Authorization", "x"], expose("*"))).toContain("authorization");
  });
});

test("of a same-origin answer all but Set-Cookie, and nothing is checked", () => {
  const url = "https://app.example.com/";
  expect(exposed({ url }, ["X-A", "1"], ["Set-Cookie", "a=b"], ["Date", "x"])).toEqual(["date", "x-a"]);
});

test("of an opaque answer nothing, and nothing is checked", () => {
  expect(exposed({ mode: "no-cors" }, ["Content-Type", "text/plain"], expose("*"))).toEqual([]);
});
