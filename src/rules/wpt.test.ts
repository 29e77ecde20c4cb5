import { describe, expect, test } from "vitest";
import { request } from "./examples/index.ts";
import { decidePreflight } from "./request/preflight.ts";
import type { CorsRequest, HeaderLine } from "./types.ts";

/**
 * What web-platform-tests expect of browsers.
 * @see https://github.com/web-platform-tests/wpt/tree/master/fetch/api/cors
 */

const digits = (length: number) => "0123456789".repeat(14).slice(0, length);

// resources/not-cors-safelisted.json
const notSafelisted: HeaderLine[] = [
  ["accept", '"'],
  ["accept", digits(129)],
  ["accept-language", "\u0001"],
  ["accept-language", "@"],
  ["authorization", "basics"],
  ["content-language", "\u0001"],
  ["content-language", "@"],
  ["content-type", "text/html"],
  ["content-type", `text/plain; long=${digits(112)}`],
  ["last-event-id", '"'],
  ["last-event-id", digits(129)],
  ["range", "bytes 0-"],
  ["test", "hi"],
];

describe("cors-preflight-not-cors-safelisted: the header is asked for", () => {
  test.for(notSafelisted)("%s: %s", ([name, value]) => {
    const { outcome, preflightRequest } = decidePreflight(request({ headers: [[name, value]] }));
    expect(outcome).toBe("preflight");
    expect(preflightRequest?.headers).toContainEqual(["Access-Control-Request-Headers", name]);
  });
});

describe("cors-no-preflight", () => {
  test.for<[string, string, HeaderLine[]]>([
    ["HEAD", "HEAD", []],
    ["POST", "POST", []],
    [
      "GET with safelisted headers",
      "GET",
      [
        ["Accept", "*/*"],
        ["Accept-Language", "fr"],
        ["Content-Language", "fr"],
      ],
    ],
    ["POST of an encoded form", "POST", [["Content-Type", "application/x-www-form-urlencoded"]]],
    ["POST of a form", "POST", [["Content-Type", "multipart/form-data"]]],
    ["POST of text", "POST", [["Content-Type", "text/plain"]]],
    ["POST of text with a charset", "POST", [["Content-Type", "text/plain;charset=utf-8"]]],
  ])("%s", ([, method, headers]) => {
    expect(decidePreflight(request({ method, headers })).outcome).toBe("no-preflight");
  });
});

describe("cors-preflight", () => {
  test.for<[string, Partial<CorsRequest>, string | undefined]>([
    ["DELETE", { method: "DELETE" }, undefined],
    ["PUT", { method: "PUT" }, undefined],
    ["PATCH", { method: "PATCH" }, undefined],
    ["a lower-case patch", { method: "patch" }, undefined],
    ["NEW", { method: "NEW" }, undefined],
    [
      "GET with x-test headers",
      {
        headers: [
          ["x-test", "1"],
          ["x-test2", "2"],
        ],
      },
      "x-test,x-test2",
    ],
    [
      "PUT with headers in disorder",
      {
        method: "PUT",
        headers: [
          ["x-test-2", "2"],
          ["content-type", "test"],
          ["x-test-1", "1"],
          ["X-TEST-0", "0"],
        ],
      },
      "content-type,x-test-0,x-test-1,x-test-2",
    ],
  ])("%s", ([, changes, asked]) => {
    const { outcome, preflightRequest } = decidePreflight(request(changes));
    expect(outcome).toBe("preflight");
    const headers = new Map(preflightRequest?.headers);
    expect(headers.get("Access-Control-Request-Method")).toBe(changes.method ?? "GET");
    expect(headers.get("Access-Control-Request-Headers")).toBe(asked);
  });
});
