import { describe, expect, test } from "vitest";
import { ORIGIN, request } from "../examples/index.ts";
import type { CorsRequest, FailureCode, HeaderLine } from "../types.ts";
import { checkPreflightResponse, checkResponse, isOkStatus } from "./responses.ts";

const AO = (value: string): HeaderLine => ["Access-Control-Allow-Origin", value];
const AC = (value: string): HeaderLine => ["Access-Control-Allow-Credentials", value];
const AM = (value: string): HeaderLine => ["Access-Control-Allow-Methods", value];
const AH = (value: string): HeaderLine => ["Access-Control-Allow-Headers", value];

/** The codes of an answer's failures; none where it passes. */
function preflightCodes(changes: Partial<CorsRequest>, headers: HeaderLine[], status = 204): FailureCode[] {
  const check = checkPreflightResponse(request(changes), { status, headers });
  return check.ok ? [] : check.failures.map(({ code }) => code);
}
function responseCodes(changes: Partial<CorsRequest>, headers: HeaderLine[], status = 200): FailureCode[] {
  const check = checkResponse(request(changes), { status, headers });
  return check.ok ? [] : check.failures.map(({ code }) => code);
}

describe("the CORS check, which both answers must pass", () => {
  const include = { credentials: "include" } as const;
  test.for<[string, Partial<CorsRequest>, HeaderLine[], FailureCode[]]>([
    ["the origin", {}, [AO(ORIGIN)], []],
    ["the origin, its header in any case", {}, [["access-control-allow-ORIGIN", ORIGIN]], []],
    ["the origin with whitespace around it", {}, [AO(` ${ORIGIN}\t`)], []],
    ["a wildcard", {}, [AO("*")], []],
    ["a wildcard for omitted credentials", { credentials: "omit" }, [AO("*")], []],
    ["null for an opaque origin", { origin: "null" }, [AO("null")], []],
    ["nothing", {}, [], ["allow-origin-missing"]],
    ["credentials without an origin", include, [AC("true")], ["allow-origin-missing"]],
    ["an empty value", {}, [AO("")], ["allow-origin-mismatch"]],
    ["a slash at the end", {}, [AO(`${ORIGIN}/`)], ["allow-origin-mismatch"]],
    ["another case", {}, [AO(ORIGIN.toUpperCase())], ["allow-origin-mismatch"]],
    ["another scheme", {}, [AO(ORIGIN.replace("https", "http"))], ["allow-origin-mismatch"]],
    ["the port spelt out", {}, [AO(`${ORIGIN}:443`)], ["allow-origin-mismatch"]],
    ["null for another origin", {}, [AO("null")], ["allow-origin-mismatch"]],
    ["a pattern", {}, [AO("https://*.example.com")], ["allow-origin-mismatch"]],
    ["two lines of the same origin", {}, [AO(ORIGIN), AO(ORIGIN)], ["allow-origin-multiple"]],
    ["two origins in one line", {}, [AO(`${ORIGIN}, https://b.example`)], ["allow-origin-multiple"]],
    ["two wildcards", {}, [AO("*"), AO("*")], ["allow-origin-multiple"]],
    ["a wildcard under credentials", include, [AO("*"), AC("true")], ["allow-origin-wildcard-with-credentials"]],
    ["the origin and true under credentials", include, [AO(ORIGIN), AC("true")], []],
    ["null and true under credentials", { ...include, origin: "null" }, [AO("null"), AC("true")], []],
    ["the origin alone under credentials", include, [AO(ORIGIN)], ["allow-credentials-not-true"]],
    ["True under credentials", include, [AO(ORIGIN), AC("True")], ["allow-credentials-not-true"]],
    ["false under credentials", include, [AO(ORIGIN), AC("false")], ["allow-credentials-not-true"]],
    ["true twice under credentials", include, [AO(ORIGIN), AC("true"), AC("true")], ["allow-credentials-not-true"]],
    ["an unneeded false without credentials", {}, [AO(ORIGIN), AC("false")], []],
  ])("%s", ([, changes, headers, codes]) => {
    expect(preflightCodes({ ...changes, method: "POST", body: "stream" }, headers)).toEqual(codes);
    expect(responseCodes(changes, headers)).toEqual(codes);
  });

  test("a failure says what the answer said", () => {
    const check = checkResponse(request(), {
      status: 200,
      headers: [AO("https://a.example"), AO("https://b.example")],
    });
    expect(check).toMatchObject({ ok: false, failures: [{ value: "https://a.example, https://b.example" }] });
  });
});

describe("the status of a preflight's answer", () => {
  const passing = [AO("*"), AM("PUT")];
  test.for([200, 201, 204, 206, 226, 299])("%i passes", (status) => {
    expect(isOkStatus(status)).toBe(true);
    expect(preflightCodes({ method: "PUT" }, passing, status)).toEqual([]);
  });
  test.for([301, 302, 303, 307, 308])("%i is a redirect, and is not followed", (status) => {
    expect(preflightCodes({ method: "PUT" }, [...passing, ["Location", "/"]], status)).toEqual(["redirected"]);
  });
  test.for([0, 100, 199, 300, 304, 400, 401, 403, 404, 405, 500, 503, 999])("%i fails", (status) => {
    expect(isOkStatus(status)).toBe(false);
    expect(preflightCodes({ method: "PUT" }, passing, status)).toEqual(["status-not-ok"]);
  });
  test.for([200, 304, 400, 401, 404, 500])("the actual answer may have any: %i", (status) => {
    expect(responseCodes({ method: "PUT" }, [AO("*")], status)).toEqual([]);
  });
});

describe("the methods of a preflight's answer", () => {
  test.for<[string, Partial<CorsRequest>, HeaderLine[], FailureCode[]]>([
    ["the method", { method: "PUT" }, [AM("PUT")], []],
    ["the method among others", { method: "PUT" }, [AM("GET, PUT ,POST")], []],
    ["the method on a second line", { method: "PUT" }, [AM("GET"), AM("PUT")], []],
    ["the normalised method for a lower-case one", { method: "put" }, [AM("PUT")], []],
    ["a wildcard", { method: "PUT" }, [AM("*")], []],
    ["a wildcard among others", { method: "patch" }, [AM("GET, *")], []],
    ["a lower-case patch for a lower-case patch", { method: "patch" }, [AM("patch")], []],
    ["nothing for GET with a header", { headers: [["X-A", "1"]] }, [AH("*")], []],
    ["another method for POST", { method: "POST", headers: [["X-A", "1"]] }, [AM("PUT"), AH("*")], []],
    ["the flag and no list at all", { method: "PUT", body: "stream" }, [], []],
    ["the flag and no list at all, by XHR", { method: "PUT", api: "xhr", uploadListener: true }, [], []],
    ["the flag and a list without it", { method: "PUT", body: "stream" }, [AM("GET")], ["method-not-allowed"]],
    ["the flag and an empty list", { method: "PUT", body: "stream" }, [AM("")], ["method-not-allowed"]],
    ["no list", { method: "PUT" }, [], ["method-not-allowed"]],
    ["an empty list", { method: "PUT" }, [AM("")], ["method-not-allowed"]],
    ["a list without it", { method: "PUT" }, [AM("GET, POST, DELETE")], ["method-not-allowed"]],
    ["a list in another case", { method: "PUT" }, [AM("put")], ["method-not-allowed"]],
    ["PATCH for a lower-case patch", { method: "patch" }, [AM("PATCH")], ["method-not-allowed"]],
    ["OPTIONS, which nobody asked for", { method: "PUT" }, [AM("OPTIONS")], ["method-not-allowed"]],
    ["Allow, which is another header", { method: "PUT" }, [["Allow", "PUT"]], ["method-not-allowed"]],
    ["a list that does not parse", { method: "PUT" }, [AM("PUT GET")], ["malformed-list"]],
    ["a list that does not parse, for GET", { headers: [["X-A", "1"]] }, [AM("GET;POST"), AH("*")], ["malformed-list"]],
  ])("%s", ([, changes, headers, codes]) => expect(preflightCodes(changes, [AO(ORIGIN), ...headers])).toEqual(codes));

  test("a wildcard is a method's name under credentials", () => {
    const headers = [AO(ORIGIN), AC("true"), AM("*")];
    expect(preflightCodes({ method: "PUT", credentials: "include" }, headers)).toEqual(["method-not-allowed"]);
    expect(preflightCodes({ method: "*", credentials: "include" }, headers)).toEqual([]);
  });

  test("a failure names the method as it is sent and the list as it came", () => {
    const check = checkPreflightResponse(request({ method: "put" }), {
      status: 200,
      headers: [AO("*"), AM("GET"), AM("put")],
    });
    expect(check).toMatchObject({
      ok: false,
      failures: [{ code: "method-not-allowed", subject: "PUT", value: "GET, put" }],
    });
  });
});

describe("the header names of a preflight's answer", () => {
  const headers: HeaderLine[] = [
    ["X-B", "1"],
    ["Content-Type", "application/json"],
    ["Accept", "x"],
  ];
  const authorized: HeaderLine[] = [["Authorization", "Bearer x"]];
  test.for<[string, Partial<CorsRequest>, HeaderLine[], FailureCode[]]>([
    ["all names", { headers }, [AH("x-b, content-type")], []],
    ["all names in any case, on two lines", { headers }, [AH("X-B"), AH("CONTENT-TYPE")], []],
    ["names that nobody asked for besides", { headers }, [AH("x-b,content-type,x-c")], []],
    ["a wildcard", { headers }, [AH("*")], []],
    ["no list where nothing is unsafe", { method: "PUT" }, [AM("PUT")], []],
    ["one name missing", { headers }, [AH("content-type")], ["header-not-allowed"]],
    ["both names missing", { headers }, [AH("accept")], ["header-not-allowed", "header-not-allowed"]],
    ["no list", { headers }, [], ["header-not-allowed", "header-not-allowed"]],
    ["names between spaces", { headers }, [AH("x-b content-type")], ["malformed-list"]],
    ["Authorization listed", { headers: authorized }, [AH("AUTHORIZATION")], []],
    ["Authorization beside a wildcard", { headers: authorized }, [AH("*, Authorization")], []],
    ["Authorization under a wildcard", { headers: authorized }, [AH("*")], ["authorization-not-listed"]],
    ["Authorization nowhere", { headers: authorized }, [AH("x-b")], ["header-not-allowed"]],
    [
      "Authorization and others under a wildcard",
      { headers: [...headers, ...authorized] },
      [AH("*")],
      ["authorization-not-listed"],
    ],
    [
      "an unsafe value of a safelisted name, unlisted",
      { headers: [["Accept", '"']] },
      [AH("x-b")],
      ["header-not-allowed"],
    ],
    ["an unsafe value of a safelisted name, listed", { headers: [["Accept", '"']] }, [AH("Accept")], []],
  ])("%s", ([, changes, answer, codes]) => expect(preflightCodes(changes, [AO(ORIGIN), ...answer])).toEqual(codes));

  test("a wildcard is a header's name under credentials", () => {
    const answer = [AO(ORIGIN), AC("true"), AH("*")];
    expect(
      preflightCodes(
        {
          headers: [
            ["X-B", "1"],
            ["Authorization", "x"],
          ],
          credentials: "include",
        },
        answer,
      ),
    ).toEqual(["header-not-allowed", "header-not-allowed"]);
    expect(preflightCodes({ headers: [["*", "1"]], credentials: "include" }, answer)).toEqual([]);
  });

  test("failures name the headers lower-case and sorted, and the list as it came", () => {
    const check = checkPreflightResponse(request({ headers }), { status: 200, headers: [AO("*"), AH("X-C")] });
    expect(check).toMatchObject({
      ok: false,
      failures: [
        { subject: "content-type", value: "X-C" },
        { subject: "x-b", value: "X-C" },
      ],
    });
  });
});

test("the failures of a preflight's answer come in the standard's order", () => {
  const changes: Partial<CorsRequest> = { method: "PUT", headers: [["X-A", "1"]] };
  expect(preflightCodes(changes, [], 404)).toEqual([
    "allow-origin-missing",
    "status-not-ok",
    "method-not-allowed",
    "header-not-allowed",
  ]);
  expect(preflightCodes(changes, [AM("a b"), AH("c d"), ["Location", "/"]], 307)).toEqual([
    "allow-origin-missing",
    "redirected",
    "malformed-list",
    "malformed-list",
  ]);
  expect(preflightCodes(changes, [AO("*"), AM("a b")])).toEqual(["malformed-list", "header-not-allowed"]);
});

test("a malformed list is named, with its value", () => {
  const check = checkPreflightResponse(request({ method: "PUT" }), {
    status: 200,
    headers: [AO("*"), AM("PUT"), AH("a;b")],
  });
  expect(check).toMatchObject({
    ok: false,
    failures: [{ code: "malformed-list", subject: "Access-Control-Allow-Headers", value: "a;b" }],
  });
});

test("lists on the actual answer count for nothing", () => {
  expect(responseCodes({ method: "PUT", headers: [["X-A", "1"]] }, [AO(ORIGIN)])).toEqual([]);
  expect(responseCodes({ method: "PUT" }, [AO(ORIGIN), AM("GET;"), AH("a b")])).toEqual([]);
});
