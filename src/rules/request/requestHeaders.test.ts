import { describe, expect, test } from "vitest";
import { profiles } from "../engines/differences.ts";
import { request } from "../examples/index.ts";
import type { BodyKind, CorsRequest, HeaderLine } from "../types.ts";
import { type ReadRequest, readRequest } from "./readRequest.ts";
import { addContentType, contentTypeOfBody, fillHeaders, type RequestHeaders } from "./requestHeaders.ts";

function build(changes: Partial<CorsRequest>, hasBody = false): RequestHeaders {
  const filled = fillHeaders(request(changes));
  if ("code" in filled) throw new Error(`refused: ${filled.code}`);
  if (hasBody) addContentType(filled.headers, request(changes));
  return filled;
}

function refusalOf(...headers: HeaderLine[]) {
  const filled = fillHeaders(request({ headers }));
  return "code" in filled ? filled.code : null;
}

describe("the Content-Type that a body brings with it", () => {
  test.for<[BodyKind, string | null]>([
    ["none", null],
    ["text", "text/plain;charset=UTF-8"],
    ["urlencoded", "application/x-www-form-urlencoded;charset=UTF-8"],
    ["bytes", null],
    ["stream", null],
    ["blob", null],
  ])("%s: %s", ([body, type]) => expect(contentTypeOfBody(request({ body }))).toBe(type));

  test("formdata: a form with a boundary", () => {
    expect(contentTypeOfBody(request({ body: "formdata" }))).toMatch(/^multipart\/form-data; boundary=\S+$/);
  });

  test.for<[string, string | null, string]>([
    ["application/json", "application/json", "as it is"],
    ["Text/HTML;Charset=UTF-8", "text/html;charset=utf-8", "in lower case, as its constructor makes it"],
    ["no type", "no type", "even where it is none"],
    ["", null, "none where it is empty"],
    ["寿司", null, "none where it has a character beyond ASCII"],
    ["text/plain\n", null, "none where it has a control"],
    ["text/plain\x7f", null, "none where it has DEL"],
  ])("a Blob's type %j: %j, %s", ([bodyType, type]) => {
    expect(contentTypeOfBody(request({ body: "blob", bodyType }))).toBe(type);
  });

  test("a Blob's type is read for a Blob only", () => {
    expect(contentTypeOfBody(request({ body: "bytes", bodyType: "application/json" }))).toBeNull();
  });

  test("is added where the author set none, and where the body is sent", () => {
    expect(build({ body: "text" }, true).headers).toEqual([["Content-Type", "text/plain;charset=UTF-8"]]);
    expect(build({ body: "text" }, false).headers).toEqual([]);
    const own: HeaderLine = ["content-type", "application/json"];
    expect(build({ body: "text", headers: [own] }, true).headers).toEqual([own]);
  });
});

describe("headers that no browser accepts", () => {
  test.for(["", " ", "X Y", "X:", "é", "X\n", "X\0", "(X)", "寿司"])("the name %j", (name) => {
    expect(refusalOf(["Accept", "x"], [name, "x"])).toBe("header-name-invalid");
  });
  test.for(["a\nb", "a\rb", "a\0b", "寿司", "\u{1f363}"])("the value %j", (value) => {
    expect(refusalOf(["X-A", value])).toBe("header-value-invalid");
  });
  test.for(["", " x ", "\r\nx\r\n", "é", "\x01", "\x7f", "a\tb"])("the value %j is accepted", (value) => {
    expect(refusalOf(["X-A", value])).toBeNull();
  });
  test("forbidden ones are not among them", () => expect(refusalOf(["Cookie", "a=b"])).toBeNull());
});

describe("what is dropped", () => {
  test("forbidden headers, by the name that the author wrote", () => {
    expect(
      build({
        headers: [
          ["COOKIE", "a"],
          ["X-A", "1"],
          ["Sec-X", "1"],
        ],
      }),
    ).toEqual({
      headers: [["X-A", "1"]],
      dropped: ["COOKIE", "Sec-X"],
    });
  });

  test("values lose the whitespace around them", () => {
    expect(build({ headers: [["X-A", " \t1 \n"]] }).headers).toEqual([["X-A", "1"]]);
  });

  test("a method override of a forbidden method, and no other", () => {
    const { headers, dropped } = build({
      headers: [
        ["X-HTTP-Method-Override", "TRACE"],
        ["X-HTTP-Method-Override", "PATCH"],
      ],
    });
    expect(dropped).toEqual(["X-HTTP-Method-Override"]);
    expect(headers).toEqual([["X-HTTP-Method-Override", "PATCH"]]);
  });
});

describe("the no-cors guard", () => {
  const noCors = (...headers: HeaderLine[]) => build({ mode: "no-cors", headers });

  test("keeps the four safelisted names with safelisted values", () => {
    const headers: HeaderLine[] = [
      ["Accept", "a"],
      ["Accept-Language", "ja"],
      ["Content-Language", "ja"],
      ["Content-Type", "text/plain"],
    ];
    expect(noCors(...headers)).toEqual({ headers, dropped: [] });
  });

  test("drops all else", () => {
    const headers: HeaderLine[] = [
      ["Content-Type", "application/json"],
      ["X-A", "1"],
      ["Authorization", "x"],
      ["Range", "bytes=0-"],
      ["Cookie", "x"],
    ];
    expect(noCors(...headers)).toEqual({ headers: [], dropped: headers.map(([name]) => name) });
  });

  test("judges a repeated name by all its values together, the later one being dropped", () => {
    const value = "a".repeat(100);
    expect(noCors(["Accept", value], ["accept", value])).toEqual({ headers: [["Accept", value]], dropped: ["accept"] });
    expect(noCors(["Content-Type", "text/plain"], ["Content-Type", "text/plain"]).headers).toHaveLength(1);
    expect(noCors(["Accept-Language", "ja"], ["Accept-Language", "en"]).dropped).toEqual([]);
  });

  test("drops the body's own Content-Type where it is not safelisted", () => {
    const blob = (bodyType: string) => build({ mode: "no-cors", body: "blob", bodyType }, true).headers;
    expect(blob("application/json")).toEqual([]);
    expect(blob("text/plain")).toEqual([["Content-Type", "text/plain"]]);
  });
});

describe("XHR", () => {
  const xhr = (headers: HeaderLine[], body: BodyKind = "none") =>
    build({ api: "xhr", method: "POST", headers, body }, body !== "none").headers;

  test("joins the values of a repeated name", () => {
    expect(
      xhr([
        ["Accept", "a"],
        ["X-B", "1"],
        ["accept", "b"],
      ]),
    ).toEqual([
      ["Accept", "a, b"],
      ["X-B", "1"],
    ]);
  });

  test("fetch does not: it keeps both lines", () => {
    expect(
      build({
        headers: [
          ["Accept", "a"],
          ["accept", "b"],
        ],
      }).headers,
    ).toEqual([
      ["Accept", "a"],
      ["accept", "b"],
    ]);
  });

  test.for<[string, string, string]>([
    ["text/plain;charset=iso-8859-1", "text/plain;charset=UTF-8", "another charset is replaced"],
    ["text/plain; Charset=KOI8-R ", "text/plain;charset=UTF-8", "and the type written anew"],
    ["application/json;charset=latin1", "application/json;charset=UTF-8", "whatever the type"],
    ["text/plain;charset=koi8-r;x=y", "text/plain;charset=UTF-8;x=y", "other parameters stay"],
    ['text/plain;x="a b";charset=koi8-r', 'text/plain;x="a b";charset=UTF-8', "in quotes where they need them"],
    ["text/plain;charset=utf-8", "text/plain;charset=utf-8", "UTF-8 stays as it is written"],
    ["text/plain; charset=UtF-8", "text/plain; charset=UtF-8", "in any case"],
    ['text/plain;charset="utf-8"', 'text/plain;charset="utf-8"', "and in quotes"],
    ["text/plain", "text/plain", "none is added"],
    ["text/plain;charset=", "text/plain;charset=", "an empty one is none"],
    ["rubbish;charset=koi8-r", "rubbish;charset=koi8-r", "what is no type stays"],
  ])("text under %j goes out as %j: %s", ([written, sent]) => {
    expect(xhr([["Content-Type", written]], "text")).toEqual([["Content-Type", sent]]);
  });

  // What arrived from Firefox 153.8.
  test.for<[string, string]>([
    ["application/json;charset=latin1, application/json;charset=latin1", "application/json;charset=UTF-8"],
    ["text/plain;charset=latin1;", "text/plain;charset=UTF-8"],
    ["text/plain;a=b,c;charset=latin1", 'text/plain;a="b,c";charset=UTF-8'],
    ["text/plain, text/plain;charset=latin1", "text/plain, text/plain;charset=latin1"],
  ])("Firefox, too, writes %j as %j, although it does not safelist it", ([written, sent]) => {
    const headers: HeaderLine[] = [["Content-Type", written]];
    const read = readRequest(
      request({ api: "xhr", method: "POST", headers, body: "text" }),
      profiles.firefox,
    ) as ReadRequest;
    expect(read.headers).toEqual([["Content-Type", sent]]);
  });

  test("only text has its charset replaced", () => {
    for (const body of ["blob", "bytes", "formdata", "urlencoded"] as const) {
      expect(xhr([["Content-Type", "text/plain;charset=koi8-r"]], body)).toEqual([
        ["Content-Type", "text/plain;charset=koi8-r"],
      ]);
    }
  });

  test("fetch replaces none", () => {
    const headers: HeaderLine[] = [["Content-Type", "text/plain;charset=koi8-r"]];
    expect(build({ headers, body: "text" }, true).headers).toEqual(headers);
  });
});
