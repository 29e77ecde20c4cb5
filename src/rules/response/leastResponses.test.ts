import { describe, expect, test } from "vitest";
import { request } from "../examples/index.ts";
import type { CorsRequest } from "../types.ts";
import { leastResponses } from "./leastResponses.ts";
import { checkPreflightResponse, checkResponse } from "./responses.ts";

const allowOrigin = ["Access-Control-Allow-Origin", "https://app.example.com"];
const allowCredentials = ["Access-Control-Allow-Credentials", "true"];

describe("the least that a server must answer", () => {
  test("to a request without a preflight: the origin", () => {
    expect(leastResponses(request())).toEqual({ response: [allowOrigin] });
  });

  test("to one with credentials: that they are allowed too", () => {
    expect(leastResponses(request({ credentials: "include" }))).toEqual({ response: [allowOrigin, allowCredentials] });
  });

  test("to a PUT of JSON with credentials: all four lines, two of them on both answers", () => {
    const changes: Partial<CorsRequest> = {
      method: "put",
      headers: [
        ["X-A", "1"],
        ["Content-Type", "application/json"],
      ],
      credentials: "include",
    };
    expect(leastResponses(request(changes))).toEqual({
      preflight: {
        status: 204,
        headers: [
          allowOrigin,
          allowCredentials,
          ["Access-Control-Allow-Methods", "PUT"],
          ["Access-Control-Allow-Headers", "content-type, x-a"],
        ],
      },
      response: [allowOrigin, allowCredentials],
    });
  });

  test("no method where it is safelisted, no names where none is unsafe", () => {
    expect(leastResponses(request({ headers: [["Authorization", "x"]] })).preflight?.headers).toEqual([
      allowOrigin,
      ["Access-Control-Allow-Headers", "authorization"],
    ]);
    expect(leastResponses(request({ method: "patch" })).preflight?.headers).toEqual([
      allowOrigin,
      ["Access-Control-Allow-Methods", "patch"],
    ]);
    expect(leastResponses(request({ method: "POST", body: "stream" })).preflight?.headers).toEqual([allowOrigin]);
  });

  test("to an opaque origin: null", () => {
    expect(leastResponses(request({ origin: "null" })).response).toEqual([["Access-Control-Allow-Origin", "null"]]);
  });

  test.for<[string, Partial<CorsRequest>]>([
    ["a same-origin request", { url: "https://app.example.com/", method: "PUT" }],
    ["an opaque one", { mode: "no-cors" }],
    ["a refused one", { method: "TRACE" }],
  ])("to %s: nothing", ([, changes]) => expect(leastResponses(request(changes))).toEqual({ response: [] }));
});

test("passes the checks itself", () => {
  const put = request({
    method: "PUT",
    headers: [
      ["X-A", "1"],
      ["Authorization", "x"],
    ],
    credentials: "include",
  });
  const { preflight, response } = leastResponses(put);
  expect(preflight && checkPreflightResponse(put, preflight)).toEqual({ ok: true });
  expect(checkResponse(put, { status: 500, headers: response }).ok).toBe(true);
});

test("lists the method under the flag too, which the standard would not want and Chromium does", () => {
  const upload = request({ api: "xhr", method: "PUT", body: "text", uploadListener: true });
  expect(leastResponses(upload).preflight?.headers).toContainEqual(["Access-Control-Allow-Methods", "PUT"]);
});
