import { describe, expect, test } from "vitest";
import { request } from "../examples/index.ts";
import type { BodyKind, CorsRequest, DecidingCode, HeaderLine, Outcome } from "../types.ts";
import { decidePreflight } from "./preflight.ts";

const beacon = { api: "beacon", method: "POST", credentials: "include" } as const;
const long = (length: number) => "a".repeat(length);

type Row = [name: string, changes: Partial<CorsRequest>, outcome: Outcome, ...codes: DecidingCode[]];

function decides([, changes, outcome, ...codes]: Row) {
  const decision = decidePreflight(request(changes));
  expect(decision.outcome).toBe(outcome);
  expect(decision.reasons.map(({ code }) => code)).toEqual(codes);
  expect(decision.preflightRequest !== undefined).toBe(outcome === "preflight");
}

describe("no CORS at all", () => {
  test.for<Row>([
    ["the same origin", { url: "https://app.example.com/items" }, "same-origin", "same-origin"],
    ["the same origin with its port spelt out", { url: "https://app.example.com:443/" }, "same-origin", "same-origin"],
    ["the same origin in other letters", { url: "HTTPS://APP.EXAMPLE.COM/" }, "same-origin", "same-origin"],
    [
      "the same origin, whatever the request",
      { url: "https://app.example.com/", method: "PUT", headers: [["X-A", "1"]] },
      "same-origin",
      "same-origin",
    ],
    [
      "the same origin in same-origin mode",
      { url: "https://app.example.com/", mode: "same-origin" },
      "same-origin",
      "same-origin",
    ],
    [
      "the same origin in no-cors mode",
      { url: "https://app.example.com/", mode: "no-cors" },
      "same-origin",
      "same-origin",
    ],
    ["the same origin by beacon", { ...beacon, url: "https://app.example.com/" }, "same-origin", "same-origin"],
    ["data:", { url: "data:text/plain,x" }, "same-origin", "data-url"],
    ["data: in same-origin mode", { url: "data:text/plain,x", mode: "same-origin" }, "same-origin", "data-url"],
    ["data: from an opaque origin", { url: "data:text/plain,x", origin: "null" }, "same-origin", "data-url"],
    ["no-cors mode", { mode: "no-cors" }, "opaque", "no-cors"],
    ["no-cors mode with headers that are dropped", { mode: "no-cors", headers: [["X-A", "1"]] }, "opaque", "no-cors"],
    [
      "an element without crossorigin",
      { api: "element", mode: "no-cors", credentials: "include" },
      "opaque",
      "no-cors",
    ],
  ])("%s", decides);
});

describe("another origin", () => {
  test.for<Row>([
    ["another host", {}, "no-preflight", "everything-safelisted"],
    ["a subdomain", { url: "https://x.app.example.com/" }, "no-preflight", "everything-safelisted"],
    ["another port", { url: "https://app.example.com:8443/" }, "no-preflight", "everything-safelisted"],
    ["another scheme", { url: "http://app.example.com/" }, "no-preflight", "everything-safelisted"],
    [
      "localhost and 127.0.0.1",
      { origin: "http://localhost", url: "http://127.0.0.1/" },
      "no-preflight",
      "everything-safelisted",
    ],
    [
      "an opaque origin, to any URL",
      { origin: "null", url: "https://app.example.com/" },
      "no-preflight",
      "everything-safelisted",
    ],
    ["an app's origin of its own scheme", { origin: "capacitor://localhost" }, "no-preflight", "everything-safelisted"],
  ])("%s", decides);
});

describe("the method", () => {
  test.for<Row>([
    ["GET", { method: "get" }, "no-preflight", "everything-safelisted"],
    ["HEAD", { method: "HEAD" }, "no-preflight", "everything-safelisted"],
    ["POST without a body", { method: "Post" }, "no-preflight", "everything-safelisted"],
    ["PUT", { method: "PUT" }, "preflight", "method-not-safelisted"],
    ["DELETE", { method: "delete" }, "preflight", "method-not-safelisted"],
    ["a script's own OPTIONS", { method: "OPTIONS" }, "preflight", "method-not-safelisted"],
    ["PATCH", { method: "PATCH" }, "preflight", "method-not-safelisted"],
    ["a method that nobody knows", { method: "CHICKEN" }, "preflight", "method-not-safelisted"],
    ["PUT by XHR", { api: "xhr", method: "put" }, "preflight", "method-not-safelisted"],
  ])("%s", decides);
});

describe("headers", () => {
  const withHeaders = (...headers: HeaderLine[]) => ({ headers });
  test.for<Row>([
    [
      "safelisted ones",
      withHeaders(["Accept", "x"], ["Accept-Language", "ja"], ["Range", "bytes=0-"]),
      "no-preflight",
      "everything-safelisted",
    ],
    ["one that is not", withHeaders(["X-Requested-With", "XMLHttpRequest"]), "preflight", "header-not-safelisted"],
    ["Authorization", withHeaders(["Authorization", "Bearer x"]), "preflight", "header-not-safelisted"],
    ["User-Agent, which is not forbidden", withHeaders(["User-Agent", "x"]), "preflight", "header-not-safelisted"],
    ["a tracing header", withHeaders(["traceparent", "00-0-0-01"]), "preflight", "header-not-safelisted"],
    [
      "a response header on the request",
      withHeaders(["Access-Control-Allow-Origin", "*"]),
      "preflight",
      "header-not-safelisted",
    ],
    ["an unsafe byte", withHeaders(["Accept", "a:b"]), "preflight", "header-value-unsafe-byte"],
    ["129 bytes", withHeaders(["Accept", long(129)]), "preflight", "header-value-too-long"],
    [
      "129 bytes that lose a space around them",
      withHeaders(["Accept", ` ${long(128)}`]),
      "no-preflight",
      "everything-safelisted",
    ],
    ["a range without a start", withHeaders(["Range", "bytes=-500"]), "preflight", "range-not-safelisted"],
    [
      "1025 bytes together",
      { headers: [...Array(8).fill(["Accept", long(128)]), ["Accept", "a"]] },
      "preflight",
      "header-values-too-long-together",
    ],
    ["1024 bytes together", { headers: Array(8).fill(["Accept", long(128)]) }, "no-preflight", "everything-safelisted"],
    [
      "forbidden ones, which are dropped",
      withHeaders(["Cookie", "a=b"], ["Sec-X", "1"], ["Origin", "x"]),
      "no-preflight",
      "everything-safelisted",
    ],
    [
      "a forbidden override, which is dropped",
      withHeaders(["X-HTTP-Method-Override", "TRACE"]),
      "no-preflight",
      "everything-safelisted",
    ],
    ["another override", withHeaders(["X-HTTP-Method-Override", "PUT"]), "preflight", "header-not-safelisted"],
  ])("%s", decides);

  test("one reason for each header that decides, in the author's order, with its value", () => {
    const { reasons } = decidePreflight(
      request({
        method: "PUT",
        headers: [
          ["X-B", "1"],
          ["Accept", "x"],
          ["Content-Type", "a/b"],
          ["Accept", long(200)],
        ],
      }),
    );
    expect(reasons.map(({ code, subject, value }) => [code, subject, value])).toEqual([
      ["method-not-safelisted", "PUT", undefined],
      ["header-not-safelisted", "X-B", "1"],
      ["content-type-not-safelisted", "Content-Type", "a/b"],
      ["header-value-too-long", "Accept", "200"],
    ]);
    expect(reasons.every(({ clause }) => clause.startsWith("https://fetch.spec.whatwg.org/#"))).toBe(true);
  });

  test("what is dropped is named as the author wrote it", () => {
    expect(
      decidePreflight(
        request({
          headers: [
            ["COOKIE", "a"],
            ["X-A", "1"],
          ],
        }),
      ).droppedHeaders,
    ).toEqual(["COOKIE"]);
    expect(decidePreflight(request({ mode: "no-cors", headers: [["X-A", "1"]] })).droppedHeaders).toEqual(["X-A"]);
  });

  test("fetch judges each of two Content-Type lines, XHR their joined value", () => {
    const post: Partial<CorsRequest> = {
      method: "POST",
      headers: [
        ["Content-Type", "text/plain"],
        ["Content-Type", "text/plain"],
      ],
    };
    expect(decidePreflight(request(post)).outcome).toBe("no-preflight");
    expect(decidePreflight(request({ ...post, api: "xhr" })).outcome).toBe("preflight");
  });
});

describe("bodies", () => {
  const post = (body: BodyKind, bodyType?: string): Partial<CorsRequest> => ({
    method: "POST",
    body,
    ...(bodyType !== undefined && { bodyType }),
  });
  test.for<Row>([
    ["text, as JSON.stringify gives it, without headers", post("text"), "no-preflight", "everything-safelisted"],
    ["an encoded form", post("urlencoded"), "no-preflight", "everything-safelisted"],
    ["a form", post("formdata"), "no-preflight", "everything-safelisted"],
    ["bytes", post("bytes"), "no-preflight", "everything-safelisted"],
    ["a Blob without a type", post("blob"), "no-preflight", "everything-safelisted"],
    ["a Blob of text", post("blob", "text/plain"), "no-preflight", "everything-safelisted"],
    ["a Blob of JSON", post("blob", "application/json"), "preflight", "content-type-not-safelisted"],
    ["a Blob of an image", post("blob", "image/png"), "preflight", "content-type-not-safelisted"],
    [
      "a Blob of JSON under the author's own text/plain",
      { ...post("blob", "application/json"), headers: [["Content-Type", "text/plain"]] },
      "no-preflight",
      "everything-safelisted",
    ],
    ["a stream", post("stream"), "preflight", "stream-body"],
    ["a stream by PUT", { ...post("stream"), method: "PUT" }, "preflight", "method-not-safelisted", "stream-body"],
    [
      "XHR: a Blob of JSON on GET, which is not sent",
      { ...post("blob", "application/json"), api: "xhr", method: "GET" },
      "no-preflight",
      "everything-safelisted",
    ],
    [
      "XHR: a charset that is replaced and leaves quotes",
      { ...post("text"), api: "xhr", headers: [["Content-Type", "text/plain; a= b; charset=koi8-r"]] },
      "preflight",
      "header-value-unsafe-byte",
    ],
  ])("%s", decides);
});

describe("an upload listener", () => {
  const xhr = { api: "xhr", uploadListener: true } as const;
  test.for<Row>([
    ["alone", { ...xhr, method: "POST", body: "text" }, "preflight", "upload-listener"],
    ["on a GET", xhr, "preflight", "upload-listener"],
    ["with an unsafe method", { ...xhr, method: "PUT" }, "preflight", "method-not-safelisted", "upload-listener"],
    ["on the same origin", { ...xhr, url: "https://app.example.com/" }, "same-origin", "same-origin"],
  ])("%s", decides);
});

describe("the other APIs", () => {
  test.for<Row>([
    ["a beacon without data", beacon, "opaque", "no-cors"],
    ["a beacon of text", { ...beacon, body: "text" }, "opaque", "no-cors"],
    ["a beacon of a form", { ...beacon, body: "formdata" }, "opaque", "no-cors"],
    ["a beacon of a Blob without a type", { ...beacon, body: "blob" }, "opaque", "no-cors"],
    [
      "a beacon of JSON",
      { ...beacon, body: "blob", bodyType: "application/json" },
      "preflight",
      "content-type-not-safelisted",
    ],
    ["EventSource", { api: "eventsource" }, "no-preflight", "api-never-preflights"],
    [
      "EventSource with credentials",
      { api: "eventsource", credentials: "include" },
      "no-preflight",
      "api-never-preflights",
    ],
    ["an element with crossorigin", { api: "element" }, "no-preflight", "api-never-preflights"],
  ])("%s", decides);
});

test("credentials take no part in the decision", () => {
  for (const changes of [{}, { method: "PUT" }, { headers: [["X-A", "1"]] as const }]) {
    const [omit, sameOrigin, include] = (["omit", "same-origin", "include"] as const).map((credentials) =>
      decidePreflight(request({ ...changes, credentials })),
    );
    expect(sameOrigin).toEqual(omit);
    expect(include).toEqual(omit);
  }
});
