import { describe, expect, test } from "vitest";
import { defaultParams, readParams, type TypedParams, typedParams } from "./params.ts";

const typed = typedParams(defaultParams);
const read = (differs: Partial<TypedParams>) => readParams({ ...typed, ...differs });
const problemsOf = (differs: Partial<TypedParams>) => read(differs).problems.map(({ code, value }) => [code, value]);

test("what the recipes hold is read back as it is", () => {
  expect(read({})).toEqual({ params: defaultParams, problems: [] });
});

describe("origins", () => {
  test.for([
    ["https://app.example.com:443", "https://app.example.com"],
    ["HTTPS://App.Example.Com", "https://app.example.com"],
    ["http://localhost:5173", "http://localhost:5173"],
    ["https://app.example.com/", "https://app.example.com"],
    ["https://例え.jp", "https://xn--r8jz45g.jp"],
    ["http://[::1]:3000", "http://[::1]:3000"],
    ["capacitor://localhost", "capacitor://localhost"],
  ])("%s is what a browser sends as %s", ([text, origin]) => {
    expect(read({ origins: text as string }).params?.origins).toEqual([origin]);
  });

  test("several, separated by commas, spaces or lines, each once", () => {
    const origins = "https://a.example, https://b.example\nhttps://a.example:443";
    expect(read({ origins }).params?.origins).toEqual(["https://a.example", "https://b.example"]);
  });

  test.for([
    ["*", "origin-wildcard"],
    ["null", "origin-null"],
    ["app.example.com", "origin-malformed"],
    ["https://app.example.com/path", "origin-with-path"],
    ["https://user@app.example.com", "origin-malformed"],
    ["https://app.example.com?", "origin-malformed"],
    ['https://a"b.example', "origin-malformed"],
    ["https://a'b.example", "origin-malformed"],
    ["https://$host", "origin-malformed"],
    ["https://*.example.com", "origin-malformed"],
    ["https://a;b", "origin-malformed"],
    ["https://a{b}", "origin-malformed"],
    ["javascript:alert(1)", "origin-malformed"],
    ["file:///etc/passwd", "origin-with-path"],
    ["https://app.example.com:99999", "origin-malformed"],
  ])("%s is refused, by name", ([text, code]) => {
    expect(problemsOf({ origins: text as string })).toEqual([[code, text]]);
  });

  test("none is a problem of its own", () => {
    expect(problemsOf({ origins: " , " })).toEqual([["origin-missing", ""]]);
  });
});

test("methods are upper-cased where a browser does it, and only there", () => {
  expect(read({ methods: "get put patch QUERY" }).params?.methods).toEqual(["GET", "PUT", "patch", "QUERY"]);
});

test("a header that is there twice in another case is one", () => {
  expect(read({ headers: "X-A, x-a, X-B" }).params?.headers).toEqual(["X-A", "X-B"]);
});

test.for([
  // Hono and others take an empty list for none, and allow what the preflight asks for.
  [{ methods: " " }, "method-missing", ""],
  [{ headers: "" }, "header-missing", ""],
  [{ methods: "P(UT" }, "method-malformed", "P(UT"],
  [{ methods: "*" }, "method-wildcard", "*"],
  [{ methods: "GET TRACE" }, "method-forbidden", "TRACE"],
  [{ headers: "X-A: b" }, "header-malformed", "X-A:"],
  [{ headers: '"' }, "header-malformed", '"'],
  [{ headers: "x-\\" }, "header-malformed", "x-\\"],
  [{ headers: "*" }, "header-wildcard", "*"],
  [{ maxAge: "" }, "max-age-malformed", ""],
  [{ maxAge: "-1" }, "max-age-malformed", "-1"],
  [{ maxAge: "1e3" }, "max-age-malformed", "1e3"],
  [{ maxAge: "86401" }, "max-age-too-long", "86401"],
] as const)("%j is refused: %s", ([differs, code, value]) => {
  expect(read(differs).params).toBeUndefined();
  expect(problemsOf(differs)).toEqual([[code, value]]);
});

test("every problem is named at once", () => {
  expect(problemsOf({ origins: "*", methods: "*", headers: "*", maxAge: "x" })).toHaveLength(4);
});
