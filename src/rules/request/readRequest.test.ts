import { describe, expect, test } from "vitest";
import { request } from "../examples/index.ts";
import type { CorsRequest, RefusalCode } from "../types.ts";
import { decidePreflight } from "./preflight.ts";

type Row = [name: string, changes: Partial<CorsRequest>, code: RefusalCode, subject?: string];

function refuses([, changes, code, subject]: Row) {
  const decision = decidePreflight(request(changes));
  expect(decision).toMatchObject({
    outcome: "refused",
    reasons: [{ code, ...(subject !== undefined && { subject }) }],
  });
  expect(decision.reasons).toHaveLength(1);
  expect(decision.preflightRequest).toBeUndefined();
}

const beacon = { api: "beacon", method: "POST", credentials: "include" } as const;

describe("what no API accepts", () => {
  test.for<Row>([
    ["an origin that no browser serialises so", { origin: "https://app.example.com/" }, "origin-invalid"],
    ["a URL that does not parse", { url: "https://" }, "url-invalid"],
    ["a relative URL, which has no base here", { url: "/items" }, "url-invalid"],
    ["a method that is no token", { method: "GE T" }, "method-invalid", "GE T"],
    ["an empty method", { method: "" }, "method-invalid", ""],
    ["CONNECT", { method: "CONNECT" }, "method-forbidden", "CONNECT"],
    ["trace, in any case", { method: "trace", api: "xhr" }, "method-forbidden", "trace"],
    ["Track", { method: "Track" }, "method-forbidden", "Track"],
    ["a header's name that is no token", { headers: [["X Y", "1"]] }, "header-name-invalid", "X Y"],
    ["an empty header name", { headers: [["", "1"]], api: "xhr" }, "header-name-invalid", ""],
    ["a line break in a header's value", { headers: [["X-A", "1\r\nX-B: 2"]] }, "header-value-invalid", "X-A"],
    ["a character that is no byte in a header's value", { headers: [["X-A", "寿司"]] }, "header-value-invalid", "X-A"],
    ["even in a header that would be dropped", { headers: [["Cookie", "寿司"]] }, "header-value-invalid", "Cookie"],
    ["same-origin too", { url: "https://app.example.com/", method: "TRACE" }, "method-forbidden"],
    ["in no-cors mode too", { mode: "no-cors", headers: [["X Y", "1"]] }, "header-name-invalid"],
  ])("%s", refuses);
});

describe("what fetch() rejects", () => {
  test.for<Row>([
    ["a URL with a user name", { url: "https://me@api.example.com/" }, "url-has-credentials"],
    ["a URL with a password", { url: "https://:secret@api.example.com/" }, "url-has-credentials"],
    ["a body with GET", { body: "text" }, "body-with-get-or-head", "GET"],
    ["a body with get", { method: "get", body: "bytes" }, "body-with-get-or-head", "GET"],
    ["a body with HEAD", { method: "HEAD", body: "stream" }, "body-with-get-or-head", "HEAD"],
    ["PUT in no-cors mode", { mode: "no-cors", method: "put" }, "no-cors-method", "PUT"],
    [
      "PUT in no-cors mode, before its headers are read",
      { mode: "no-cors", method: "PUT", headers: [["X Y", "1"]] },
      "no-cors-method",
    ],
    ["an unusual method in no-cors mode", { mode: "no-cors", method: "patch" }, "no-cors-method", "patch"],
    ["a stream in no-cors mode", { mode: "no-cors", method: "POST", body: "stream" }, "no-cors-stream"],
    ["an upload listener", { uploadListener: true }, "api-cannot-express", "upload-listener"],
  ])("%s", refuses);

  test.for<[string, Partial<CorsRequest>]>([
    ["a body with an unusual method", { method: "get2", body: "text" }],
    ["a body with DELETE", { method: "DELETE", body: "text" }],
    ["a stream in cors mode", { method: "POST", body: "stream" }],
    ["an empty query and a fragment", { url: "https://api.example.com/?#x" }],
  ])("not %s", ([, changes]) => expect(decidePreflight(request(changes)).outcome).not.toBe("refused"));

  test("not GET, HEAD and POST in no-cors mode", () => {
    for (const method of ["GET", "head", "Post"]) {
      expect(decidePreflight(request({ mode: "no-cors", method })).outcome).toBe("opaque");
    }
  });
});

describe("what an API has no way to ask for", () => {
  test.for<Row>([
    ["XHR: no-cors mode", { api: "xhr", mode: "no-cors" }, "api-cannot-express", "mode"],
    ["XHR: no credentials at all", { api: "xhr", credentials: "omit" }, "api-cannot-express", "credentials"],
    ["XHR: a stream", { api: "xhr", method: "POST", body: "stream" }, "api-cannot-express", "body"],
    ["beacon: GET", { ...beacon, method: "GET" }, "api-cannot-express", "method"],
    ["beacon: headers", { ...beacon, headers: [["X-A", "1"]] }, "api-cannot-express", "headers"],
    ["beacon: a mode", { ...beacon, mode: "no-cors" }, "api-cannot-express", "mode"],
    ["beacon: no credentials", { ...beacon, credentials: "omit" }, "api-cannot-express", "credentials"],
    ["beacon: a stream", { ...beacon, body: "stream" }, "api-cannot-express", "body"],
    ["EventSource: POST", { api: "eventsource", method: "POST" }, "api-cannot-express", "method"],
    [
      "EventSource: headers",
      { api: "eventsource", headers: [["Authorization", "x"]] },
      "api-cannot-express",
      "headers",
    ],
    ["EventSource: no-cors mode", { api: "eventsource", mode: "no-cors" }, "api-cannot-express", "mode"],
    ["EventSource: no credentials", { api: "eventsource", credentials: "omit" }, "api-cannot-express", "credentials"],
    ["an element: PUT", { api: "element", method: "PUT" }, "api-cannot-express", "method"],
    ["an element: headers", { api: "element", headers: [["X-A", "1"]] }, "api-cannot-express", "headers"],
    ["an element: a body", { api: "element", body: "text" }, "api-cannot-express", "body"],
    ["an element: same-origin mode", { api: "element", mode: "same-origin" }, "api-cannot-express", "mode"],
    [
      "an element: an upload listener",
      { api: "element", uploadListener: true },
      "api-cannot-express",
      "upload-listener",
    ],
  ])("%s", refuses);
});

describe("what main fetch gives a network error", () => {
  test.for<Row>([
    ["same-origin mode to another origin", { mode: "same-origin" }, "same-origin-mode"],
    [
      "same-origin mode to another port",
      { mode: "same-origin", url: "https://app.example.com:8443/" },
      "same-origin-mode",
    ],
    [
      "same-origin mode from an opaque origin",
      { mode: "same-origin", origin: "null", url: "https://app.example.com/" },
      "same-origin-mode",
    ],
    ["ftp:", { url: "ftp://files.example.com/" }, "scheme-not-http", "ftp"],
    ["file:", { url: "file:///etc/hosts" }, "scheme-not-http", "file"],
    ["an app's own scheme", { url: "app://items" }, "scheme-not-http", "app"],
    [
      "a beacon to anything but HTTP(S), data: included",
      { ...beacon, url: "data:text/plain,x" },
      "scheme-not-http",
      "data",
    ],
  ])("%s", refuses);

  test("a scheme that is not HTTP(S) is refused in no-cors mode too: nothing can fetch it", () => {
    expect(decidePreflight(request({ url: "ftp://files.example.com/", mode: "no-cors" })).outcome).toBe("refused");
  });
});
