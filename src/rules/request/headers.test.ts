import { describe, expect, test } from "vitest";
import { extractTokenList, getHeader } from "../syntax/headerLines.ts";
import type { HeaderLine } from "../types.ts";
import {
  corsUnsafeRequestHeaderNames,
  isForbiddenRequestHeader,
  isNoCorsSafelistedRequestHeader,
  safelistedValuesLength,
  whyHeaderIsUnsafe,
} from "./headers.ts";

const long = (length: number) => "a".repeat(length);

describe("CORS-safelisted request-headers", () => {
  test.for<[string, string, string]>([
    ["accept", "*/*", "any media type"],
    ["ACCEPT", "text/html,application/xhtml+xml;q=0.9", "its name in capitals, a list with weights"],
    ["accept", "", "an empty value"],
    ["accept", "a\tb\x80é", "a tab and bytes beyond ASCII"],
    ["accept-language", "en-US,en;q=0.9,*;q=0.5", "languages with weights"],
    ["content-language", "zh-Hant-TW, ja", "two languages"],
    ["content-language", "", "no language"],
    ["content-type", "text/plain", "text"],
    ["Content-Type", "Text/PLAIN;charset=UTF-8", "an essence in any case, with a charset"],
    ["content-type", "text/plain;charset=iso-8859-1;x=y;z", "any parameters"],
    ["content-type", "text/plain;a, application/json", "a comma after the first semicolon"],
    ["content-type", "multipart/form-data; boundary=----x", "a form"],
    ["content-type", "multipart/form-data", "a form without its boundary"],
    ["content-type", "application/x-www-form-urlencoded", "an encoded form"],
    ["range", "bytes=0-", "an open range"],
    ["range", "bytes=5-9", "a closed range"],
    ["accept", long(128), "128 bytes"],
    ["accept-language", long(128), "128 bytes"],
    ["content-type", `text/plain;${long(117)}`, "128 bytes"],
  ])("%s: %j is one: %s", ([name, value]) => expect(whyHeaderIsUnsafe(name, value)).toBeNull());

  test.for<[string, string, ReturnType<typeof whyHeaderIsUnsafe>, string]>([
    ["accept", long(129), "header-value-too-long", "129 bytes"],
    ["accept-language", long(129), "header-value-too-long", "129 bytes"],
    ["content-language", long(129), "header-value-too-long", "129 bytes"],
    ["content-type", `text/plain;${long(118)}`, "header-value-too-long", "129 bytes"],
    ["range", `bytes=0-${long(121)}`, "header-value-too-long", "129 bytes"],
    ["accept", '"', "header-value-unsafe-byte", "a quote"],
    ["accept", "(comment)", "header-value-unsafe-byte", "parentheses"],
    ["accept-language", "en_US", "header-value-unsafe-byte", "an underscore in a language"],
    ["accept-language", "en/US", "header-value-unsafe-byte", "a slash in a language"],
    ["accept-language", "en\tja", "header-value-unsafe-byte", "a tab in a language"],
    ["content-language", "é", "header-value-unsafe-byte", "a byte beyond ASCII in a language"],
    ["content-type", "application/json", "content-type-not-safelisted", "JSON"],
    ["content-type", "text/html", "content-type-not-safelisted", "HTML"],
    ["content-type", "text/plainx", "content-type-not-safelisted", "an essence that begins like a safelisted one"],
    ["content-type", "text/plain, text/plain", "content-type-not-safelisted", "two types in one value"],
    ["content-type", "text/ plain", "content-type-not-safelisted", "a space after the slash"],
    ["content-type", "text", "content-type-not-safelisted", "no type that parses"],
    ["content-type", "", "content-type-not-safelisted", "an empty value"],
    ["content-type", 'text/plain;charset="utf-8"', "header-value-unsafe-byte", "a quoted parameter"],
    ["content-type", "multipart/form-data; boundary=a:b", "header-value-unsafe-byte", "a colon in a boundary"],
    ["range", "bytes=-500", "range-not-safelisted", "the last bytes"],
    ["range", "", "range-not-safelisted", "an empty value"],
    ["authorization", "Bearer x", "header-not-safelisted", "credentials"],
    ["x-requested-with", "", "header-not-safelisted", "an author's own, even empty"],
    ["user-agent", "x", "header-not-safelisted", "a user agent, which is not forbidden"],
    ["last-event-id", "1", "header-not-safelisted", "an event stream's position"],
    ["accepts", "*/*", "header-not-safelisted", "a name that begins like a safelisted one"],
    ["", "", "header-not-safelisted", "no name"],
    // The Kelvin sign lower-cases to k in Unicode, and to nothing in ASCII.
    ["content-type\u212a", "text/plain", "header-not-safelisted", "a name that is not ASCII"],
  ])("%s: %j is none (%s): %s", ([name, value, why]) => expect(whyHeaderIsUnsafe(name, value)).toBe(why));

  test("each CORS-unsafe byte makes an Accept and a Content-Type unsafe", () => {
    const codes = [
      ...Array.from({ length: 0x20 }, (_, code) => code),
      ...[...'"():<>?@[\\]{}\x7f'].map((c) => c.charCodeAt(0)),
    ];
    for (const code of codes.filter((code) => code !== 0x09)) {
      const byte = String.fromCharCode(code);
      expect([code, whyHeaderIsUnsafe("accept", `a${byte}b`)]).toEqual([code, "header-value-unsafe-byte"]);
      expect([code, whyHeaderIsUnsafe("content-type", `text/plain;a${byte}b`)]).toEqual([
        code,
        "header-value-unsafe-byte",
      ]);
    }
  });
});

describe("CORS-unsafe request-header names", () => {
  test("are lower-case, sorted by byte, each once", () => {
    const headers: HeaderLine[] = [
      ["X-B", "1"],
      ["x-a", "1"],
      ["Authorization", "1"],
      ["x-b", "2"],
      ["X_A", "1"],
      ["X.A", "1"],
    ];
    expect(corsUnsafeRequestHeaderNames(headers)).toEqual(["authorization", "x-a", "x-b", "x.a", "x_a"]);
  });

  test("are none where all headers are safelisted", () => {
    expect(
      corsUnsafeRequestHeaderNames([
        ["Accept", "x"],
        ["Content-Type", "text/plain"],
      ]),
    ).toEqual([]);
    expect(corsUnsafeRequestHeaderNames([])).toEqual([]);
  });

  test("judge each line of a repeated name for itself", () => {
    const types: HeaderLine[] = [
      ["Content-Type", "application/json"],
      ["Content-Type", "text/plain"],
    ];
    expect(corsUnsafeRequestHeaderNames(types)).toEqual(["content-type"]);
    expect(corsUnsafeRequestHeaderNames(types.toReversed())).toEqual(["content-type"]);
    expect(
      corsUnsafeRequestHeaderNames([
        ["Content-Type", "text/plain"],
        ["Content-Type", "text/plain"],
      ]),
    ).toEqual([]);
    expect(
      corsUnsafeRequestHeaderNames([
        ["Accept", long(100)],
        ["Accept", long(100)],
      ]),
    ).toEqual([]);
  });

  const eightTimes = Array.from({ length: 8 }, (): HeaderLine => ["Accept", long(128)]);

  test("safelisted values of 1024 bytes together are safe", () => {
    expect(safelistedValuesLength(eightTimes)).toBe(1024);
    expect(corsUnsafeRequestHeaderNames(eightTimes)).toEqual([]);
  });

  test("1025 bytes together make all safelisted names unsafe", () => {
    const headers: HeaderLine[] = [...eightTimes, ["Accept-Language", "a"], ["Range", ""]];
    expect(corsUnsafeRequestHeaderNames(headers)).toEqual(["accept", "accept-language", "range"]);
  });

  test("values of headers that are unsafe by themselves do not count", () => {
    const headers: HeaderLine[] = [...eightTimes, ["Accept", long(129)], ["X-Long", long(2000)]];
    expect(safelistedValuesLength(headers)).toBe(1024);
    expect(corsUnsafeRequestHeaderNames([...eightTimes, ["X-Long", long(2000)]])).toEqual(["x-long"]);
  });
});

describe("forbidden request-headers", () => {
  const names = [
    "Accept-Charset",
    "Accept-Encoding",
    "Access-Control-Request-Headers",
    "Access-Control-Request-Method",
    "Connection",
    "Content-Length",
    "Cookie",
    "Cookie2",
    "Date",
    "DNT",
    "Expect",
    "Host",
    "Keep-Alive",
    "Origin",
    "Referer",
    "Set-Cookie",
    "TE",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
    "Via",
    "Proxy-",
    "Proxy-Authorization",
    "Sec-",
    "Sec-Fetch-Mode",
    "Sec-CH-UA",
  ];
  test.for(names)("%s is one, in any case", (name) => {
    for (const spelt of [name, name.toLowerCase(), name.toUpperCase()]) {
      expect([spelt, isForbiddenRequestHeader(spelt, "x")]).toEqual([spelt, true]);
    }
  });

  test.for([
    "User-Agent",
    "Proxy",
    "Sec",
    "X-Sec-Token",
    "X-Proxy-Id",
    "Dates",
    "Authorization",
    "Content-Type",
    "Set-Cookie2",
    "",
  ])("%j is none", (name) => expect(isForbiddenRequestHeader(name, "x")).toBe(false));

  const overrides = ["X-HTTP-Method", "x-http-method-override", "X-METHOD-OVERRIDE"];
  test.for(["TRACE", "connect", "Track", " TRACE\t", "GET, TRACE", "GET,trace,PUT", ",TRACK", '"GET,", CONNECT'])(
    "a method override is one with the value %j",
    (value) => expect(overrides.map((name) => isForbiddenRequestHeader(name, value))).toEqual([true, true, true]),
  );
  test.for(["PATCH", "", "TRACES", "GET TRACE", '"TRACE"', '"GET, TRACE"', '"a\\", TRACE"', "GET;TRACE"])(
    "a method override is none with the value %j",
    (value) => expect(overrides.map((name) => isForbiddenRequestHeader(name, value))).toEqual([false, false, false]),
  );
  test("no other header is one for a forbidden method in its value", () => {
    expect(isForbiddenRequestHeader("X-Method", "TRACE")).toBe(false);
  });
});

describe("no-CORS-safelisted request-headers", () => {
  test.for<[string, string]>([
    ["Accept", "*/*"],
    ["accept-language", "ja"],
    ["Content-Language", "zh-TW"],
    ["CONTENT-TYPE", "text/plain"],
  ])("%s: %s is one", ([name, value]) => expect(isNoCorsSafelistedRequestHeader(name, value)).toBe(true));

  test.for<[string, string]>([
    ["Range", "bytes=0-"],
    ["Content-Type", "application/json"],
    ["Accept", '"'],
    ["X-Custom", "1"],
  ])("%s: %s is none", ([name, value]) => expect(isNoCorsSafelistedRequestHeader(name, value)).toBe(false));
});

describe("getting a header", () => {
  test("joins all its lines with a comma and a space, in order, its name in any case", () => {
    expect(
      getHeader(
        [
          ["A", "1"],
          ["b", "2"],
          ["a", " 3 "],
        ],
        "A",
      ),
    ).toBe("1, 3");
  });
  test("tells an empty one from none", () => {
    expect(getHeader([["A", ""]], "a")).toBe("");
    expect(getHeader([["A", "1"]], "b")).toBeNull();
  });
});

describe("a list of tokens", () => {
  const list = (...values: string[]) =>
    extractTokenList(
      values.map((value): HeaderLine => ["List", value]),
      "list",
    );

  test("is null where the header is absent", () => expect(list()).toBeNull());
  test("keeps case and order, over several lines", () => expect(list("GET,put", "X-A")).toEqual(["GET", "put", "X-A"]));
  test("has whitespace around its commas", () => expect(list("  GET \t,\tPUT ")).toEqual(["GET", "PUT"]));
  test("has empty elements, which count for nothing", () => expect(list(",GET,, ,PUT,")).toEqual(["GET", "PUT"]));
  test("is empty where the value is", () => expect(list("")).toEqual([]));
  test("has a wildcard, which is a token", () => expect(list("*")).toEqual(["*"]));
  test.for(["GET PUT", "GET; PUT", "X Custom", '"GET"', "[GET]", "x:y", "GET, é", "a/b"])(
    "is malformed: %j",
    (value) => {
      expect(list(value)).toBe("malformed");
      expect(list("GET", value)).toBe("malformed");
    },
  );
});
