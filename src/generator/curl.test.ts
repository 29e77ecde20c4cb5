import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { runInCmd, runInPowerShell } from "../../tests/support/windowsShells.ts";
import { type CurlLines, curlLines, exampleMethod, exampleValue } from "./curl.ts";
import { defaultParams, type RecipeParams, readParams, typedParams } from "./params.ts";
import { shells } from "./shells.ts";

fc.configureGlobal({ seed: takeSeed("Commands of curl") });

const { bash, cmd, powershell } = shells;

/** What Unix's shells hand to curl: at bash's prompt, too, where `!` is a history expansion. */
const unixShells = ["sh", "bash --norc", "bash --norc -i"];
if (spawnSync("zsh", ["-f"]).error === undefined) unixShells.push("zsh -f", "zsh -f -i");

function runInUnixShell(shell: string, text: string): string[] {
  const [name = "", ...args] = shell.split(" ");
  const input = `curl() { printf '%s\\0' curl "$@"; }\nnpx() { printf '%s\\0' npx "$@"; }\n${text}\n`;
  const { stdout, error } = spawnSync(name, args, {
    input,
    encoding: "utf8",
    env: { ...process.env, HISTFILE: "/dev/null" },
  });
  if (error) throw error;
  return stdout.split("\0").slice(0, -1);
}

function linesOf(params: RecipeParams, shell: (typeof shells)[keyof typeof shells]): CurlLines {
  const result = curlLines(params, shell);
  if (!("lines" in result)) throw new Error(`${shell.name} has no lines: ${JSON.stringify(result)}`);
  return result.lines;
}

describe("the lines for the default values", () => {
  test("for bash and zsh", () => {
    expect(linesOf(defaultParams, bash)).toEqual({
      preflight: `curl -i -X OPTIONS 'https://api.example.com/items' \\
  -H 'Origin: https://app.example.com' \\
  -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: authorization,content-type'`,
      actual: `curl -i -X PUT 'https://api.example.com/items' \\
  -H 'Origin: https://app.example.com' \\
  -H 'Authorization: Bearer token' \\
  -H 'Content-Type: application/json' \\
  -d '{}'`,
      audit: `npx preflight-guide audit 'https://api.example.com/items' \\
  --origin 'https://app.example.com' \\
  --method GET --method POST --method PUT --method PATCH --method DELETE \\
  --header Authorization --header Content-Type \\
  --credentials --max-age 600`,
    });
  });

  test("for cmd", () => {
    expect(linesOf(defaultParams, cmd).actual).toBe(`curl.exe -i -X PUT "https://api.example.com/items" ^
  -H "Origin: https://app.example.com" ^
  -H "Authorization: Bearer token" ^
  -H "Content-Type: application/json" ^
  -d "{}"`);
  });

  test("for PowerShell", () => {
    expect(linesOf(defaultParams, powershell).actual).toBe(`curl.exe -i -X PUT 'https://api.example.com/items' \`
  -H 'Origin: https://app.example.com' \`
  -H 'Authorization: Bearer token' \`
  -H 'Content-Type: application/json' \`
  -d '{}'`);
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
    expect(linesOf({ ...defaultParams, methods: ["HEAD"] }, bash).actual).toMatch(/^curl -i -I '/);
  });
});

/** What curl is to be told, by the words that stand in the form. */
function meant(params: RecipeParams): Record<keyof CurlLines, string[]> {
  const method = exampleMethod(params);
  const url = "https://api.example.com/items";
  const headers = (...lines: string[]) => lines.flatMap((line) => ["-H", line]);
  const origin = `Origin: ${params.origins[0]}`;
  const asked = params.headers
    .map((name) => name.toLowerCase())
    .sort()
    .join(",");
  const how = method === "GET" ? [] : method === "HEAD" ? ["-I"] : ["-X", method];
  const hasBody = asked.split(",").includes("content-type") && ["POST", "PUT", "PATCH"].includes(method);
  return {
    preflight: [
      ...["-i", "-X", "OPTIONS", url],
      ...headers(origin, `Access-Control-Request-Method: ${method}`, `Access-Control-Request-Headers: ${asked}`),
    ],
    actual: [
      ...["-i", ...how, url],
      ...headers(origin, ...params.headers.map((name) => `${name}: ${exampleValue(name)}`)),
      ...(hasBody ? ["-d", "{}"] : []),
    ],
    audit: [
      ...["preflight-guide", "audit", url],
      ...params.origins.flatMap((each) => ["--origin", each]),
      ...params.methods.flatMap((each) => ["--method", each]),
      ...params.headers.flatMap((each) => ["--header", each]),
      ...(params.credentials ? ["--credentials"] : []),
      ...["--max-age", String(params.maxAge)],
    ],
  };
}

describe("whatever the form lets in", () => {
  const token = fc.oneof(
    fc.stringMatching(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,12}$/),
    // What means something to one shell or another.
    fc.constantFrom("%PATH%", "!PATH!", "!!", "--%", "$HOME", "`calc`", "X&calc&", "|calc", "it's", "''", "^", "-"),
    fc.constantFrom("POST", "Content-Type", "Authorization"),
  );
  const origin = fc.constantFrom("https://app.example.com", "http://[::1]:8080", "app-x.y+z://host");
  const params = fc
    .record({ origin, headers: fc.array(token, { minLength: 1, maxLength: 3 }), method: token })
    .map(({ origin, headers, method }) =>
      readParams({ ...typedParams(defaultParams), origins: origin, methods: method, headers: headers.join(" ") }),
    )
    .filter((read) => read.params !== undefined)
    .map((read) => read.params as RecipeParams);

  test.each(unixShells)("reaches curl as it is from %s", (shell) => {
    fc.assert(
      fc.property(fc.array(params, { minLength: 30, maxLength: 30 }), (sets) => {
        const lines = sets.map((params) => linesOf(params, bash));
        const expected = sets.map(meant);
        // All in one go: to start a shell takes longer than all that it does here.
        expect(
          runInUnixShell(shell, lines.map((of) => `${of.preflight}\n${of.actual}\n${of.audit}`).join("\n")),
        ).toEqual(expected.flatMap((of) => ["curl", ...of.preflight, "curl", ...of.actual, "npx", ...of.audit]));
      }),
      // To look for a smaller example would start many more shells.
      { numRuns: 5, endOnFailure: true },
    );
  });

  test.each([
    ["cmd", cmd, runInCmd],
    ["PowerShell", powershell, runInPowerShell],
  ])("reaches curl as it is from %s and runs nothing else, or is refused by its name", (_name, shell, run) => {
    let written = 0;
    fc.assert(
      fc.property(params, (params) => {
        const result = curlLines(params, shell);
        if ("lines" in result) {
          written++;
          const expected = meant(params);
          expect(run(`${result.lines.preflight}\n${result.lines.actual}\n${result.lines.audit}`)).toEqual([
            ["curl.exe", ...expected.preflight],
            ["curl.exe", ...expected.actual],
            ["npx", ...expected.audit],
          ]);
        } else {
          const values = [...params.headers, exampleMethod(params)];
          const refused = "refused" in result ? result.refused : [];
          expect(refused.length).toBeGreaterThan(0);
          for (const { value, characters } of refused) {
            expect(values).toContain(value);
            expect(value).toContain(characters);
          }
        }
      }),
      { numRuns: 2000 },
    );
    expect(written).toBeGreaterThan(500);
  });
});

describe("what a shell would take for something else is refused", () => {
  const refusedOf = (shell: (typeof shells)[keyof typeof shells], differs: Partial<RecipeParams>) => {
    const result = curlLines({ ...defaultParams, ...differs }, shell);
    return "refused" in result ? result.refused : [];
  };

  test("by cmd: each name with a percent or exclamation mark, once", () => {
    expect(refusedOf(cmd, { methods: ["P%T"], headers: ["X-A", "X-%PATH%", "P%T", "X!"] })).toEqual([
      { value: "P%T", characters: "%" },
      { value: "X-%PATH%", characters: "%" },
      { value: "X!", characters: "!" },
    ]);
    expect(refusedOf(cmd, { headers: ["X&calc&", "a|b", "a^b", "it's", "$x", "`x`"] })).toEqual([]);
  });

  test("by PowerShell: a method that ends its reading of quotes", () => {
    expect(refusedOf(powershell, { methods: ["--%"] })).toEqual([{ value: "--%", characters: "--%" }]);
    expect(refusedOf(powershell, { methods: ["P%T"], headers: ["%PATH%", "it's", "$x", "`x`"] })).toEqual([]);
  });

  test("by all: what no origin and no name has", () => {
    for (const shell of Object.values(shells)) {
      expect(refusedOf(shell, { headers: ["X\ny"] })).toEqual([{ value: "X\ny", characters: "\n" }]);
      expect(refusedOf(shell, { origins: ["https://é.example"] })).toHaveLength(1);
    }
  });

  test("by cmd: a command that is longer than its longest line", () => {
    const headers = Array.from({ length: 600 }, (_, index) => `X-Header-${index}`);
    expect(curlLines({ ...defaultParams, headers }, cmd)).toEqual({ longerThan: 8191 });
    expect(curlLines({ ...defaultParams, headers }, powershell)).toHaveProperty("lines");
  });
});
