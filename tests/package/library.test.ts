import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "../../scripts/support/program.ts";
import { tools } from "../../scripts/support/runNode.ts";
import { libraryExample, matchersExample } from "../../src/components/TerminalSession/examples.ts";
import { type Served, serve } from "../support/ownServers.ts";
import { installed, mayRun, programBeside, programOf } from "../support/packedPackage.ts";

/** The package as other programs import it. */
let folder: string;
let server: Served;
beforeAll(async () => {
  folder = await installed();
  server = await serve((request, response) => {
    response.setHeader("Vary", "Origin");
    if (request.headers.origin === "https://app.example.com") {
      response.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
      response.setHeader("Access-Control-Allow-Methods", "PUT");
      response.setHeader("Access-Control-Allow-Headers", "content-type");
    }
    response.statusCode = /no-such/.test(request.url ?? "") ? 404 : 200;
    response.end();
  });
});
afterAll(() => server?.stop());

const readme = readFileSync("docs/package/README.md", "utf8");
const inReadme = [...readme.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
/** The examples of the package's README and of the site's page. */
const examples = [...inReadme, libraryExample, matchersExample];
/** With the address of a server that is there. */
const own = (code: string) => code.replaceAll("http://127.0.0.1:8080/", server.url);
const isTest = (code: string) => code.includes("matchers");

/** Runs a file in the folder. @returns what it prints */
async function run(name: string, text: string, command = [process.execPath]): Promise<string> {
  writeFileSync(join(folder, name), text);
  const { code, output } = await runProgram({ command: [...command, name], folder });
  expect(code, output).toBe(0);
  return output;
}

describe("the examples", () => {
  const programs = examples.filter((code) => !isTest(code));

  test("there are some of each entry", () => {
    for (const entry of ["rules", "diagnose", "audit", "matchers"]) {
      expect(examples.some((code) => code.includes(`"preflight-guide/${entry}"`))).toBe(true);
    }
  });

  test.for(programs.map((code, index) => ({ code, index })))(
    "print what stands beside them: $index",
    async ({ code, index }) => {
      const printed = await run(`example-${index}.js`, own(code));
      for (const [, comment = ""] of code.matchAll(/^\/\/ (.*)$/gm)) expect(printed).toContain(comment);
      expect(printed.trim()).not.toBe("");
    },
  );

  test("the audit of a server that holds it says so", async () => {
    const code = programs.find((each) => each.includes("/audit")) ?? "";
    expect(await run("audit.js", own(code))).toContain("true");
  });

  test.for(["node 20", "node 22", "deno", "bun"] as const)("in %s", async (runtime, { skip }) => {
    skip(!mayRun(runtime));
    const program = await programOf(runtime);
    const command = runtime === "deno" ? [program, "run", "--allow-all"] : [program];
    for (const code of programs) await run("example.js", own(code), command);
  });
});

describe("the matchers", () => {
  /** `expect.extend` of Vitest, Jest and Playwright gives a matcher what it got, and reads `pass` and `message()`. */
  const failing = `
    import { matchers } from "preflight-guide/matchers";
    const request = { origin: "https://app.example.com", url: "https://api.example.com/" };
    const print = async (matched) => { const { pass, message } = await matched; console.log(pass, message()); };
    const lang = { language: "en" };
    await print(matchers.toPassCors(new Response(null, { headers: { "Access-Control-Allow-Origin": "https://other.example" } }), { request, ...lang }));
    await print(matchers.toPassCors({ status: () => 404, headersArray: () => [] }, { request: { ...request, method: "PUT" }, at: "preflight", engine: "firefox", ...lang }));
    await print(matchers.toHoldCors(process.argv[2] ?? "ADDRESS", { origin: "https://other.example", ...lang }));
    await print(matchers.toHoldCors("http://127.0.0.1:1/", { origin: "https://other.example", ...lang }));
  `;

  test("say the cause and the fix", async () => {
    const printed = await run("matchers.js", failing.replace("ADDRESS", server.url));
    expect(printed.match(/^false /gm)).toHaveLength(4);
    expect(printed).toContain("the server did not answer");
    expect(printed).toContain("blocked");
    expect(printed).toContain("/en/causes/allow-origin-mismatch/");
    expect(printed).toContain("/en/causes/options-not-routed/");
    expect(printed).toMatch(/^Fix: /m);
    expect(printed).toMatch(/✗ Preflights pass/);
  });

  /** How each runner is called for the tests of a folder, and what stands in the folder besides. */
  const runners = {
    vitest: async (suite: string) => {
      const ownCopy = join(process.cwd(), "node_modules/vitest/dist/index.js");
      const config = { resolve: { alias: { vitest: ownCopy } } };
      writeFileSync(join(suite, "vitest.config.js"), `export default ${JSON.stringify(config)};`);
      return [join(process.cwd(), tools.vitest), "run", "--root", suite];
    },
    jest: async (suite: string) => {
      const program = await programBeside(folder, "jest");
      return ["--experimental-vm-modules", program, "--rootDir", suite, "--cacheDirectory", join(suite, "cache")];
    },
    playwright: async (suite: string) => {
      const program = await programBeside(folder, "playwright");
      return [program, "test", "-c", suite, "--reporter", "line", "--output", join(suite, "results")];
    },
  };
  const importedFrom = { vitest: "vitest", jest: "@jest/globals", playwright: "@playwright/test" };

  test.for(["vitest", "jest", "playwright"] as const)("in %s, as they are shown", async (runner, { skip }) => {
    if (runner !== "vitest") skip(!mayRun(runner));
    const failing = `
      test("another app may not", async () => {
        const request = { origin: "https://other.example", url: "${server.url}" };
        const response = await fetch(request.url, { headers: { Origin: request.origin } });
        await expect(response).toPassCors({ request, language: "en" });
      });
      test("nor does the server hold for it", async () => {
        await expect("${server.url}").toHoldCors({ origin: "https://other.example", language: "en" });
      });`;
    const suite = join(folder, runner);
    mkdirSync(suite);
    for (const [index, code] of examples.filter(isTest).entries()) {
      const written = own(code).replace('from "vitest"', `from "${importedFrom[runner]}"`);
      writeFileSync(join(suite, `${index}.test.js`), index === 0 ? written + failing : written);
    }
    const { code: status, output } = await runProgram({
      command: [process.execPath, ...(await runners[runner](suite))],
      folder,
    });
    expect(status, output).toBe(1);
    expect(output).toMatch(/2 passed/);
    expect(output).toMatch(/2 failed/);
    expect(output).toContain("Expected the answer to pass CORS in Chrome, Firefox, Safari, and it is blocked.");
    expect(output).toContain(`Expected ${server.url} to hold the audit for https://other.example.`);
    expect(output.match(/Fix: .*\n\s*More: \S+\/en\/causes\/[\w-]+\//g)?.length).toBeGreaterThanOrEqual(2);
    // A matcher has no options of the command line.
    expect(output).not.toContain("--stack");
  });
});

test("the types stand by themselves, and know a mistake", async () => {
  const program = `
    import { audit, type AuditReport } from "preflight-guide/audit";
    import { diagnose, type Finding } from "preflight-guide/diagnose";
    import { type CorsMatchers, matchers } from "preflight-guide/matchers";
    import { type CorsRequest, decidePreflight } from "preflight-guide/rules";
    declare const request: CorsRequest;
    const outcome: "preflight" | "no-preflight" | "same-origin" | "opaque" | "refused" = decidePreflight(request).outcome;
    const finding: Finding | undefined = diagnose("").findings[0];
    const report: Promise<AuditReport> = audit({ urls: [], origins: [], methods: [], headers: [], credentials: false });
    const extended: CorsMatchers | undefined = undefined;
    // @ts-expect-error: there is no such engine
    matchers.toPassCors({ status: 200, headers: [] }, { request, engine: "presto" });
    export { extended, finding, outcome, report };
  `;
  writeFileSync(join(folder, "program.ts"), program);
  const resolutions = [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }];
  for (const resolution of resolutions) {
    const compilerOptions = { ...resolution, noEmit: true, strict: true, target: "es2022", types: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
    const command = [process.execPath, join(process.cwd(), tools.tsc), "-p", "tsconfig.json"];
    const { code, output } = await runProgram({ command, folder });
    expect(code, output).toBe(0);
  }
});

test("through a bundler for the browser, the rules and the diagnosis need nothing of Node", async () => {
  writeFileSync(
    join(folder, "page.js"),
    `import { decidePreflight } from "preflight-guide/rules";
     import { diagnose } from "preflight-guide/diagnose";
     export const said = [decidePreflight, diagnose];`,
  );
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry: join(folder, "page.js"), formats: ["es"] } },
  });
  const [result] = [built].flat();
  const code =
    result && "output" in result ? result.output.map((file) => ("code" in file ? file.code : "")).join("") : "";
  expect(code.length).toBeGreaterThan(10_000);
  expect(code).not.toMatch(/node:|\brequire\(|\bprocess\./);
});
