import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { curlLines, exampleMethod } from "./curl.ts";
import { defaultParams, readParams, typedParams } from "./params.ts";

fc.configureGlobal({ seed: takeSeed("Commands of curl") });

/** What a shell hands to curl. */
function argumentsOf(line: string): string[] {
  const out = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${line}`], { encoding: "utf8" });
  return out.split("\0").slice(0, -1);
}

test("the lines for the default values", () => {
  expect(curlLines(defaultParams)).toEqual({
    preflight: `curl -i -X OPTIONS 'https://api.example.com/items' \\
  -H 'Origin: https://app.example.com' \\
  -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: authorization,content-type'`,
    actual: `curl -i -X PUT 'https://api.example.com/items' \\
  -H 'Origin: https://app.example.com' \\
  -H 'Authorization: Bearer token' \\
  -H 'Content-Type: application/json' \\
  -d '{}'`,
  });
});

describe("the method", () => {
  test.each([
    [["GET", "DELETE"], "DELETE"],
    [["GET", "POST"], "GET"],
    [["HEAD"], "HEAD"],
    [[], "GET"],
  ])("of %j is %s", (methods, method) => {
    expect(exampleMethod({ methods })).toBe(method);
  });

  test("is asked for in a way that curl does not wait at", () => {
    expect(argumentsOf(curlLines({ ...defaultParams, methods: ["HEAD"] }).actual).slice(0, 3)).toEqual([
      "-i",
      "-I",
      "https://api.example.com/items",
    ]);
  });
});

test("whatever the form lets in reaches curl as it is", () => {
  const token = fc.stringMatching(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,12}$/);
  fc.assert(
    fc.property(fc.array(token, { minLength: 1, maxLength: 3 }), token, (headers, method) => {
      const typed = { ...typedParams(defaultParams), methods: method, headers: headers.join(" ") };
      const { params } = readParams(typed);
      fc.pre(params !== undefined);
      const { preflight, actual } = curlLines(params as NonNullable<typeof params>);
      const asked = params?.headers.map((name) => name.toLowerCase()).sort();
      expect(argumentsOf(preflight).slice(-4)).toEqual([
        "-H",
        `Access-Control-Request-Method: ${params?.methods[0]}`,
        "-H",
        `Access-Control-Request-Headers: ${asked?.join(",")}`,
      ]);
      for (const name of params?.headers ?? []) expect(argumentsOf(actual).join("\n")).toContain(`\n-H\n${name}: `);
    }),
    { numRuns: 60 },
  );
});
