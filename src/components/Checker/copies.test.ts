import { describe, expect, test } from "vitest";
import { readWire } from "../../diagnose/wire/index.ts";
import { type CorsRequest, decidePreflight } from "../../rules/index.ts";
import { codeOf, formsOf } from "./copies.ts";
import { startFrom, starts } from "./starts.ts";
import { type CheckerState, defaultState, toRequest } from "./state.ts";

const states: Record<string, CheckerState> = {
  default: defaultState,
  ...Object.fromEntries(
    Object.keys(starts).map((name) => [name, startFrom(defaultState, name as keyof typeof starts)] as const),
  ),
  "a text with a quote": {
    ...defaultState,
    url: "https://api.example.com/it's?q={a}",
    headers: [["X-Note", `it's "so"`]],
  },
  "another method": { ...defaultState, method: "QUERY" },
};

/** The request that a copy makes, read as the diagnosis reads what people paste. */
function readBack(code: string): Partial<CorsRequest> {
  const { exchanges } = readWire(code);
  return exchanges.at(-1)?.exchange.request ?? {};
}

const names = ({ headers = [] }: Partial<CorsRequest>) => headers.map(([name]) => name.toLowerCase()).sort();

describe.each(Object.entries(states))("%s", (_name, state) => {
  const request = toRequest(state);

  test.each(formsOf(request))("copied as %s is the same request", (form) => {
    const read = readBack(codeOf(form, request));
    expect(read.method).toBe(request.method);
    expect(read.url).toBe(request.url.replace(/\?.*/, ""));
    const own = names(request);
    expect(names(read)).toEqual(expect.arrayContaining(form === "curl" ? own.filter((name) => name !== "range") : own));
    if (form !== "curl") expect(read.credentials ?? "same-origin").toBe(request.credentials);
  });
});

test("curl asks what the browser asks first, and then the request itself", () => {
  expect(codeOf("curl", toRequest(defaultState))).toBe(`curl -i -X OPTIONS 'https://api.example.com/items' \\
  -H 'Origin: https://app.example.com' \\
  -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: authorization,content-type'
curl -i -X PUT 'https://api.example.com/items' \\
  -H 'Origin: https://app.example.com' \\
  -H 'Content-Type: application/json' \\
  -H 'Authorization: Bearer token' \\
  -d '{"name":"value"}'`);
});

test("a name that repeats stands twice where that can be said", () => {
  const headers = [
    ["X-A", "1"],
    ["x-a", "2"],
  ] as const;
  const request = toRequest({ ...defaultState, contentType: "", headers });
  expect(codeOf("fetch", request)).toContain('["X-A", "1"],\n    ["x-a", "2"],');
  expect(codeOf("axios", request)).toContain('"X-A": "1, 2"');
  expect(codeOf("curl", request)).toContain("-H 'X-A: 1' \\\n  -H 'x-a: 2'");
});

test("no form is offered that cannot say the request", () => {
  const forms = (changes: Partial<CheckerState>) => formsOf(toRequest({ ...defaultState, ...changes }));
  expect(forms({})).toEqual(["fetch", "axios", "curl"]);
  expect(forms({ api: "xhr", uploadListener: true })).toEqual(["axios", "curl"]);
  expect(forms({ mode: "no-cors" })).toEqual(["fetch", "curl"]);
  expect(forms({ api: "beacon" })).toEqual(["curl"]);
});

test("every start is a request that a browser sends", () => {
  for (const name of Object.keys(starts) as (keyof typeof starts)[]) {
    expect(decidePreflight(toRequest(startFrom(defaultState, name))).outcome, name).not.toBe("refused");
  }
});
