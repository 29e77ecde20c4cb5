import { describe, expect, test } from "vitest";
import {
  allowOrigin,
  answer,
  goodAnswer,
  goodPreflight,
  granted,
  ORIGIN,
  preflight,
  putJson,
  request,
} from "../examples/index.ts";
import type { CorsRequest, CorsResponse } from "../types.ts";
import type { Exchange } from "./exchange.ts";
import { judgeExchange } from "./judge.ts";
import { isAnswered, type Trace } from "./trace.ts";

const kindsOf = ({ steps, end }: Trace) => [...steps, end].map(({ kind }) => kind);

test("a good exchange passes at both answers", () => {
  const { steps, end } = judgeExchange({ request: putJson, preflight: goodPreflight, response: goodAnswer });
  expect(steps).toMatchObject([{ kind: "preflighted", asks: { method: "OPTIONS" }, response: goodPreflight }]);
  expect(end).toMatchObject({ kind: "readable", response: goodAnswer, exposedHeaders: ["content-type"] });
});

test("after a failed preflight the actual answer is not looked at", () => {
  const { steps, end } = judgeExchange({ request: putJson, preflight: preflight(), response: goodAnswer });
  expect(steps).toEqual([]);
  expect(end).toMatchObject({ kind: "blocked", at: "preflight", response: preflight() });
});

test("as long as the preflight is not answered, nothing else happens", () => {
  expect(judgeExchange({ request: putJson, response: goodAnswer })).toMatchObject({
    steps: [],
    end: { kind: "unanswered", at: "preflight" },
  });
});

test("without a preflight only the actual answer is checked, even where an OPTIONS answer is at hand", () => {
  const exchange = { request: request(), preflight: preflight([], 404), response: goodAnswer };
  expect(kindsOf(judgeExchange(exchange))).toEqual(["readable"]);
});

test("of a refused request no answer is looked at", () => {
  const refused = request({ method: "TRACE" });
  expect(judgeExchange({ request: refused, preflight: goodPreflight, response: goodAnswer })).toMatchObject({
    steps: [],
    end: { kind: "refused", request: refused, reasons: [{ code: "method-forbidden" }] },
  });
});

describe("what a script gets of an answer", () => {
  const endOf = (exchange: Exchange) => judgeExchange(exchange).end;
  const counting = answer([allowOrigin(), ["X-Total-Count", "42"]]);

  test("is the response, opaque or not", () => {
    expect(endOf({ request: request(), response: goodAnswer })).toMatchObject({ kind: "readable", tainting: "cors" });
    expect(endOf({ request: request({ url: ORIGIN }), response: answer() })).toMatchObject({
      kind: "readable",
      tainting: "basic",
    });
    expect(endOf({ request: request({ mode: "no-cors" }), response: answer() }).kind).toBe("opaque");
  });

  test("is opaque, too, where a request without CORS is led away from its own origin", () => {
    const led = answer([["Location", "https://other.example.com/"]], 302);
    const own = request({ mode: "no-cors", url: ORIGIN });
    expect(kindsOf(judgeExchange({ request: own, response: led, redirects: [{ response: answer() }] }))).toEqual([
      "redirected",
      "opaque",
    ]);
  });

  test("lacks a header that is there and not exposed, and is told from one that is not there", () => {
    const wants = (response: CorsResponse) => endOf({ request: request(), response, wantedHeader: "X-Total-Count" });
    expect(wants(counting)).toMatchObject({ kind: "hidden", wanted: "X-Total-Count" });
    expect(wants(goodAnswer).kind).toBe("readable");
  });

  test("says whence it came", () => {
    const from = (changes: Partial<Exchange>) => endOf({ request: request(), response: goodAnswer, ...changes });
    expect(from({})).toMatchObject({ from: "network" });
    expect(from({ stored: true })).toMatchObject({ from: "http-cache" });
    expect(from({ request: request({ url: "data:text/plain,x" }) })).toMatchObject({ from: "data-url" });
  });
});

test("a redirect is a step, and what it leads to is judged by the request that it has become", () => {
  const to = "https://other.example.com/";
  const { steps, end } = judgeExchange({
    request: putJson,
    preflight: goodPreflight,
    response: answer([allowOrigin(), ["Location", to]], 307),
    redirects: [{ preflight: preflight([], 404) }],
  });
  expect(steps.map(({ kind, request: { url } }) => [kind, url])).toEqual([
    ["preflighted", putJson.url],
    ["redirected", putJson.url],
  ]);
  expect(end).toMatchObject({ kind: "blocked", at: "preflight", request: { url: to, origin: "null" } });
});

test("an answer that is thrown away is told from one that fails for its headers", () => {
  const led = answer([allowOrigin(), ["Location", "my-app://x"]], 302);
  expect(judgeExchange({ request: request(), response: led }).end).toMatchObject({
    kind: "discarded",
    at: "response",
    code: "redirect-not-http",
  });
  const refusing = { networkErrorStatuses: [407] };
  expect(judgeExchange({ request: putJson, preflight: preflight([], 407) }, refusing).end).toMatchObject({
    kind: "discarded",
    at: "preflight",
    code: "status-refused",
  });
});

test("a service worker's own response is read, but an opaque one only without CORS", () => {
  const ended = (serviceWorker: "answers" | "answers-opaque", changes: Partial<CorsRequest> = {}) => {
    const trace = judgeExchange({ request: request(changes), response: goodAnswer, serviceWorker });
    return [trace.end.kind, isAnswered(trace)];
  };
  expect(ended("answers")).toEqual(["worker", true]);
  expect(ended("answers-opaque")).toEqual(["worker", false]);
  expect(ended("answers-opaque", { mode: "no-cors" })).toEqual(["opaque", true]);
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
    kindsOf(judgeExchange({ ...kept, earlier: [{ ...kept, ...changes, secondsAgo: 1 }] })).includes("cached");

  test("that was answered fills the preflight cache", () => expect(cachedAfter({})).toBe(true));

  test.for<[string, Partial<Exchange>]>([
    ["reached no server", { unreachable: "no-connection" }],
    ["met a certificate that is not trusted", { unreachable: "certificate" }],
    ["was denied the local network", { addressSpaces: { page: "public", server: "loopback", permission: "denied" } }],
    ["was answered by a service worker", { serviceWorker: "answers" }],
    ["was given an opaque answer by a service worker", { serviceWorker: "answers-opaque" }],
    ["was refused", { request: { ...kept.request, method: "TRACE" } }],
  ])("that %s was never sent, and leaves it empty", ([, changes]) => expect(cachedAfter(changes)).toBe(false));
});
describe("the server's address space", () => {
  const get = { ...putJson, method: "GET", headers: [], body: "none" as const };
  const asked = (
    page: string,
    addressSpaces: Partial<NonNullable<Exchange["addressSpaces"]>>,
    url = "http://localhost:3000/",
  ) => {
    const spaces = { page: "public", server: "loopback", permission: "granted", ...addressSpaces } as const;
    const { end } = judgeExchange({ request: { ...get, origin: page, url }, addressSpaces: spaces });
    return end.kind === "stopped" ? end.code : end.kind;
  };

  test.for<[what: string, page: string, spaces: Parameters<typeof asked>[1], url: string, end: string]>([
    ["a page without TLS is not even asked", "http://a.test", {}, "http://localhost/", "local-network-insecure-page"],
    ["a page on the own machine is secure", "http://localhost:8080", {}, "http://localhost/", "unanswered"],
    [
      "what the script says must be so",
      "https://a.test",
      { target: "local" },
      "http://localhost/",
      "local-network-target-mismatch",
    ],
    ["and may be so", "https://a.test", { target: "loopback" }, "http://localhost/", "unanswered"],
    [
      "a local target is no mixed content",
      "https://a.test",
      { server: "local", target: "local" },
      "http://b.test/",
      "unanswered",
    ],
    ["a public one is", "https://a.test", { server: "public", target: "public" }, "http://b.test/", "mixed-content"],
  ])("%s", ([, page, spaces, url, end]) => expect(asked(page, spaces, url)).toBe(end));
});

test("a stream needs HTTP/2, which nobody speaks without TLS", () => {
  const stream = { ...putJson, method: "POST", headers: [], body: "stream" as const };
  const endOf = (exchange: Partial<Exchange>) => {
    const { steps, end } = judgeExchange({
      request: stream,
      preflight: granted(stream).preflight,
      response: goodAnswer,
      ...exchange,
    } as Exchange);
    return [...steps.map(({ kind }) => kind), end.kind === "stopped" ? end.code : end.kind];
  };
  expect(endOf({ protocol: "HTTP/1.1" })).toEqual(["preflighted", "http2-needed"]);
  expect(endOf({ protocol: "HTTP/2" })).toEqual(["preflighted", "readable"]);
  const plain = { ...stream, origin: "http://app.example.com", url: "http://api.example.com/" };
  expect(endOf(granted(plain))).toEqual(["preflighted", "http2-needed"]);
});
