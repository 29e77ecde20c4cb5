import { describe, expect, test } from "vitest";
import { allowHeaders, answer, anyOrigin, notFound, preflight, putJson, request } from "../examples/index.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Engine, HeaderLine } from "../types.ts";
import { furtherMessages, printedMessages } from "./index.ts";

const lower: HeaderLine = ["access-control-allow-origin", "https://b.test"];
const upper: HeaderLine = ["Access-Control-Allow-Origin", "*"];
const english = (exchange: Exchange, engine: Engine) =>
  printedMessages(exchange).flatMap((message) =>
    message.engine === engine && message.language === "en" ? [message] : [],
  );

describe("two lines Access-Control-Allow-Origin in Firefox", () => {
  const twice = { request: request(), response: answer([anyOrigin, anyOrigin]) };

  test.for<[protocol: "HTTP/1.1" | "HTTP/2", says: string]>([
    ["HTTP/1.1", "Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed"],
    ["HTTP/2", "does not match ‘*, *’"],
  ])("over %s: %s", ([protocol, says]) => {
    const lines = english({ ...twice, protocol }, "firefox");
    expect(lines.map(({ text }) => text)).toEqual([expect.stringContaining(says)]);
  });

  test("are both where the version is not known, and each says which it is", () => {
    expect(english(twice, "firefox").map(({ over }) => over)).toEqual(["HTTP/1.1", "HTTP/2"]);
  });

  test("without TLS are those of HTTP/1.1, which no browser speaks otherwise", () => {
    const plain = { request: request({ origin: "http://a.test", url: "http://b.test/" }), response: twice.response };
    expect(
      english(plain, "firefox")
        .map(({ text }) => text)
        .join(),
    ).toContain("Multiple CORS header");
  });

  test("whose names differ in case are one to it over HTTP/1.1, too", () => {
    const differing = { request: request(), response: answer([lower, upper]), protocol: "HTTP/1.1" } as const;
    expect(
      english(differing, "firefox")
        .map(({ text }) => text)
        .join(),
    ).toContain("does not match ‘https://b.test, *’");
  });
});

test.for([
  ["/moved?a=1", "https://api.example.com/moved?a=1"],
  ["other", "https://api.example.com/other"],
  ["//b.test/x", "https://b.test/x"],
  ["https://b.test/x", "https://b.test/x"],
])("WebKit names where %s leads as an absolute URL", ([location = "", url]) => {
  const response = { status: 302, headers: [["Location", location]] as const };
  expect(english({ request: request(), response }, "webkit")[0]?.text).toContain(
    `Cross-origin redirection to ${url} denied`,
  );
});

describe("what Firefox prints besides", () => {
  const texts = (exchange: Exchange) => furtherMessages(exchange).map(({ language, text }) => `${language}: ${text}`);

  test("a preflight that failed: no status is known, in its three languages", () => {
    const lines = texts({ request: putJson, preflight: notFound });
    expect(lines).toHaveLength(3);
    expect(lines.join()).toMatch(/did not succeed\). Status code: \(null\)\..*請求未成功.*成功しなかった/s);
  });

  test("Authorization under a wildcard, which it lets pass: a warning", () => {
    const authorized = request({ headers: [["Authorization", "Bearer token"]] });
    const lines = texts({
      request: authorized,
      preflight: preflight([anyOrigin, allowHeaders("*")]),
      response: answer([anyOrigin]),
    });
    expect(lines).toHaveLength(3);
    expect(lines.join()).toMatch(
      /en: Cross-Origin Request Warning: .*zh-TW: 跨來源請求警告：.*ja: クロスオリジン要求警告: /s,
    );
  });

  test("an answer that fails by itself: nothing", () => {
    expect(texts({ request: request(), response: answer() })).toEqual([]);
  });
});

describe("the local network in Chromium", () => {
  const local = request({ origin: "https://public.test", url: "http://localhost:3000/" });
  const spaces = { page: "public", server: "loopback", permission: "granted" } as const;

  test.for<[what: string, exchange: Exchange, says: string]>([
    ["denied", { request: local, addressSpaces: { ...spaces, permission: "denied" } }, "Permission was denied"],
    [
      "a wrong target",
      { request: local, addressSpaces: { ...spaces, target: "local" } },
      "target IP address space of `local` yet the resource is in address space `loopback`",
    ],
    [
      "a page without TLS",
      { request: { ...local, origin: "http://public.test" }, addressSpaces: spaces },
      "not a secure context",
    ],
  ])("%s", ([, exchange, says]) => {
    expect(english(exchange, "chromium").map(({ text }) => text)).toEqual([expect.stringContaining(says)]);
  });
});
