import { afterEach, describe, expect, test, vi } from "vitest";
import { request } from "../examples/index.ts";
import { decidePreflight } from "../index.ts";
import { isHttpScheme, isSerializedOrigin, parseUrl, withoutFragment } from "./url.ts";

describe("a serialised origin", () => {
  test.for([
    "https://app.example.com",
    "http://localhost:8080",
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
    "https://xn--r8jz45g.example",
    "null",
    "chrome-extension://abcdefghijklmnop",
    "capacitor://localhost",
    "safari-web-extension://0B0D2BF2-11",
  ])("%s is one", (origin) => expect(isSerializedOrigin(origin)).toBe(true));

  test.for([
    ["https://app.example.com/", "a slash at the end"],
    ["https://app.example.com/path", "a path"],
    ["https://app.example.com:443", "the scheme's own port"],
    ["HTTPS://app.example.com", "a scheme in capitals"],
    ["https://APP.example.com", "a host in capitals"],
    ["https://例え.example", "a host that is not ASCII"],
    ["https://user@app.example.com", "a user"],
    ["https://app.example.com?q", "a query"],
    ["CAPACITOR://localhost", "another scheme in capitals"],
    ["capacitor://localhost/", "another scheme and a slash at the end"],
    ["app.example.com", "no scheme"],
    ["https://", "no host"],
    ["*", "a wildcard"],
    ["NULL", "null in capitals"],
    ["file:///index.html", "a file, whose origin is opaque"],
    ["data:text/html,x", "a data: URL, whose origin is opaque"],
    ["", "nothing"],
  ] as const)("%j is none: %s", ([origin]) => expect(isSerializedOrigin(origin)).toBe(false));
});

test("what is no absolute URL does not parse", () => {
  expect(
    ["", "/items", "api.example.com/items", "https://", "http://[", "http://a b/"].map((text) => parseUrl(text)),
  ).toEqual(Array(6).fill(null));
});

test("only http: and https: are HTTP(S) schemes", () => {
  const schemes = ["http://a/", "https://a/", "HTTP://a/", "ws://a/", "ftp://a/", "data:,", "file:///a", "httpx://a/"];
  const http = schemes.filter((url) => isHttpScheme(parseUrl(url) as NonNullable<ReturnType<typeof parseUrl>>));
  expect(http).toEqual(["http://a/", "https://a/", "HTTP://a/"]);
});

test.for([
  ["https://a/b?c#d", "https://a/b?c"],
  ["https://a/#", "https://a/"],
  ["https://a/%23#d#e", "https://a/%23"],
  ["https://a", "https://a/"],
] as const)("%s goes over the wire as %s", ([url, sent]) => {
  const parsed = parseUrl(url);
  expect(parsed && withoutFragment(parsed)).toBe(sent);
});

describe("what was parsed last", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("is given for the same text alone, whatever else was asked for", () => {
    const texts = ["https://a/", "https://b/", "https://a/#", "no URL", "", "https://b/"];
    for (const first of texts) {
      for (const second of texts) {
        for (const third of texts) {
          const parsed = [first, second, third, first].map((text) => parseUrl(text));
          expect(parsed.map((url) => url?.href)).toEqual(
            [first, second, third, first].map((text) => (URL.canParse(text) ? new URL(text).href : undefined)),
          );
        }
      }
    }
  });

  test("saves a decision from parsing its origin and its URL again, and is no more than these two", () => {
    const parsed: string[] = [];
    vi.stubGlobal(
      "URL",
      class extends URL {
        constructor(text: string) {
          super(text);
          parsed.push(text);
        }
      },
    );
    const urls = ["https://b.example/1", "https://b.example/2", "https://b.example/1"];
    for (const url of urls) decidePreflight(request({ origin: "https://memo.example", url }));
    expect(parsed).toEqual(["https://memo.example", ...urls]);
  });
});
