import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serve } from "../support/ownServers.ts";
import { installed, type RunOptions, runCommand } from "../support/packedPackage.ts";

/** The commands as somebody types them who has the package and nothing else. */
let folder: string;
let good: Served;
let bad: Served;
let validate: (value: unknown) => boolean;
const origin = "http://localhost:3000";
const SECRET = "zK7q9SecretTokenValue42x";

beforeAll(async () => {
  folder = await installed();
  good = await serve((request, response) => {
    response.setHeader("Vary", "Origin");
    response.setHeader("Set-Cookie", `sid=${SECRET}`);
    if (request.headers.origin === origin) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Methods", "GET, PUT");
      response.setHeader("Access-Control-Allow-Headers", "content-type, authorization");
      response.setHeader("Access-Control-Max-Age", "600");
    }
    response.setHeader("Allow", "GET, PUT, OPTIONS");
    response.statusCode = /no-such/.test(request.url ?? "") ? 404 : request.method === "OPTIONS" ? 204 : 200;
    response.end();
  });
  bad = await serve((request, response) => {
    response.statusCode = request.method === "OPTIONS" ? 405 : 200;
    if (request.headers.origin) response.setHeader("Access-Control-Allow-Origin", request.headers.origin);
    response.setHeader("Access-Control-Allow-Credentials", "true");
    response.end();
  });
  const schema = JSON.parse(readFileSync(join(folder, "node_modules/preflight-guide/schema.json"), "utf8"));
  const ajv = new Ajv2020({ allErrors: true, validateFormats: false });
  validate = ajv.compile(schema);
});
afterAll(() => {
  good?.stop();
  bad?.stop();
});

const run = (args: readonly string[], options: RunOptions = {}) => runCommand(folder, args, options);

/** Runs a command with `--json`, and looks whether the schema describes what it prints. */
async function json(args: readonly string[], options: RunOptions = {}) {
  const { status, out, err } = await run([...args, "--json"], options);
  expect(err).toBe("");
  const value = JSON.parse(out);
  const isValid = validate(value);
  expect(isValid ? [] : (validate as { errors?: unknown }).errors).toEqual([]);
  return { status, value };
}

const put = ["--origin", origin, "--method", "put", "--header", "Content-Type: application/json", "--data", "{}"];

describe("probe", () => {
  test("sends what a browser sends: the preflight with sorted names, then the method in capital letters", async () => {
    good.requests.length = 0;
    const args = ["probe", good.url, ...put, "--header", `Authorization: Bearer ${SECRET}`, "--header", "Cookie: a=b"];
    const { status, value } = await json(args);
    expect({ status, verdict: value.verdict, sent: value.sent }).toEqual({ status: 0, verdict: "passes", sent: 2 });
    const [preflight, actual] = good.requests;
    expect(preflight?.method).toBe("OPTIONS");
    const headers = preflight?.headers.join("\n") ?? "";
    expect(headers).toContain("Access-Control-Request-Method\nPUT");
    expect(headers).toContain("Access-Control-Request-Headers\nauthorization,content-type");
    expect(headers).not.toMatch(/Bearer|Cookie/);
    expect(actual?.method).toBe("PUT");
    expect(actual?.headers.join("\n")).toContain(`Authorization\nBearer ${SECRET}`);
    // A script cannot set it.
    expect(actual?.headers).not.toContain("Cookie");
  });

  test("says what fails, the cause, its page, and the fix for a server", async () => {
    const { status, out } = await run(["probe", bad.url, ...put, "--stack", "express"]);
    expect(status).toBe(1);
    expect(out).toContain("status 405 is not 200–299");
    expect(out).toMatch(/Why: .*OPTIONS/);
    expect(out).toMatch(/Fix: /);
    expect(out).toContain("/en/causes/options-not-routed/");
    expect(out).toContain(`new Set(["${origin}"])`);
    // Piped, it is plain.
    expect(out).not.toContain("\u001b");
    const { value } = await json(["probe", bad.url, ...put]);
    expect(value.causes[0].id).toBe("options-not-routed");
    expect(value.engines[0].end).toMatchObject({ kind: "blocked", at: "preflight" });
  });

  test("takes a copied command, and sends no cookie out of it", async () => {
    good.requests.length = 0;
    const copied = `curl '${good.url}a?token=${SECRET}' -X PUT -H 'Origin: ${origin}' -H 'content-type: application/json' -H 'cookie: sid=${SECRET}' -H 'sec-fetch-mode: cors' --data-raw '{}'`;
    const { out, status } = await run(["probe", copied]);
    expect(status).toBe(1);
    // With its cookie it was made with credentials, which this server does not allow.
    expect(out).toContain("Access-Control-Allow-Credentials is not true");
    expect(out).not.toContain(SECRET);
    expect(good.requests[0]?.url).toBe(`/a?token=${SECRET}`);
    expect(JSON.stringify(good.requests)).not.toMatch(/cookie/i);
    const call = `fetch("${good.url}", { method: "PUT", headers: { "Content-Type": "application/json" }, body: "{}" })`;
    expect(await run(["probe", call, "--origin", origin])).toMatchObject({ status: 0 });
  });

  test("sends cookies where it is told to, and where a browser would", async () => {
    for (const [credentials, sends] of [
      ["include", true],
      ["same-origin", false],
    ] as const) {
      bad.requests.length = 0;
      await run(["probe", bad.url, "--origin", origin, "--credentials", credentials, "--cookie", "a=b"]);
      expect(bad.requests.some(({ headers }) => headers.includes("Cookie"))).toBe(sends);
    }
  });

  test("follows a redirect as an engine does, and none of a preflight", async () => {
    const target = await serve((_, response) =>
      response.writeHead(200, { "Access-Control-Allow-Origin": "null" }).end(),
    );
    const from = await serve((request, response) =>
      response
        .writeHead(302, {
          Location: `${target.url}?token=${SECRET}`,
          "Access-Control-Allow-Origin": request.headers.origin ?? "",
        })
        .end(),
    );
    const followed = await run(["probe", from.url, "--origin", origin]);
    expect(followed).toMatchObject({ status: 0 });
    expect(followed.out).not.toContain(SECRET);
    expect(target.requests[0]?.headers.join("\n")).toContain("Origin\nnull");
    const { value } = await json(["probe", from.url, ...put]);
    expect(value.causes[0].id).toBe("preflight-redirected");
    expect(target.requests).toHaveLength(1);
    target.stop();
    from.stop();
  });

  test("says what it could not tell, and what no browser sends it does not send", async () => {
    const silent = await serve(() => {});
    expect(await json(["probe", silent.url, "--timeout", "1"])).toMatchObject({
      status: 2,
      value: { verdict: "unknown" },
    });
    silent.stop();
    good.requests.length = 0;
    expect(await json(["probe", good.url, "--method", "TRACE"])).toMatchObject({ status: 1, value: { sent: 0 } });
    expect(await json(["probe", good.url, "--preflight-only", ...put])).toMatchObject({
      status: 2,
      value: { sent: 1 },
    });
    expect(good.requests.map(({ method }) => method)).toEqual(["OPTIONS"]);
  });
});

describe("audit", () => {
  const asked = ["--origin", origin, "--method", "PUT", "--header", "Content-Type", "--rate", "100"];

  test("passes a server that does it right, with GET, HEAD and OPTIONS only", async () => {
    good.requests.length = 0;
    const { status, value } = await json(["audit", good.url, ...asked, "--max-age", "600"]);
    expect({ status, fails: value.lines.filter(({ state }: { state: string }) => state === "fails") }).toEqual({
      status: 0,
      fails: [],
    });
    expect(new Set(good.requests.map(({ method }) => method))).toEqual(new Set(["GET", "OPTIONS"]));
    expect(good.requests).toHaveLength(value.sent);
    expect(value.sent).toBeLessThan(60);
  });

  test("names every line that a server does not hold, and what that costs", async () => {
    const { status, value } = await json(["audit", bad.url, ...asked]);
    expect(status).toBe(1);
    const failing = value.lines.filter(({ state }: { state: string }) => state === "fails");
    const names = failing.map(({ line }: { line: string }) => line);
    expect(names).toEqual(expect.arrayContaining(["preflight", "foreign", "reflected", "vary", "max-age"]));
    const { out } = await run(["audit", bad.url, ...asked]);
    expect(out).toContain("Any site that your users visit can read their data with their cookies.");
    expect(out).toContain("https://other.example is let in");
  });

  test("a public server may answer *", async () => {
    const open = await serve((request, response) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Headers", "content-type");
      response.statusCode = /no-such/.test(request.url ?? "") ? 404 : 200;
      response.end();
    });
    const args = ["audit", open.url, "--origin", origin, "--rate", "100"];
    expect(await run([...args, "--public"])).toMatchObject({ status: 0 });
    expect(await run(args)).toMatchObject({ status: 1 });
    open.stop();
  });
});

describe("check", () => {
  test("says what a browser does, and asks nobody", async () => {
    const { status, value } = await json(["check", "http://127.0.0.1:1/items", ...put]);
    expect(status).toBe(0);
    expect(value.preflight.outcome).toBe("preflight");
    expect(value.preflight.asks.headers).toContainEqual(["Access-Control-Request-Method", "PUT"]);
    const refused = await run(["check", "https://a.test/", "--method", "TRACE"]);
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.out).toContain("Scripts cannot use the method TRACE.");
    const url = `https://user:${SECRET}@api.example.com/${SECRET}?token=${SECRET}`;
    for (const more of [[], put]) expect((await run(["check", url, ...more])).out).not.toContain(SECRET);
    expect((await run(["check", `https://api.example.com/?token=${SECRET}`, ...put])).out).not.toContain(SECRET);
  });

  test("judges the answers that it is given", async () => {
    const file = join(folder, "answer.txt");
    writeFileSync(
      file,
      `HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://other.example\nSet-Cookie: a=${SECRET}\n`,
    );
    const args = ["check", "https://api.example.com/", "--response-answer", file];
    const { status, value } = await json(args);
    expect({ status, cause: value.causes[0].id }).toEqual({ status: 1, cause: "allow-origin-mismatch" });
    expect(JSON.stringify(value)).not.toContain(SECRET);
  });
});

describe("explain", () => {
  const message = `Access to fetch at 'https://api.example.com/items?token=${SECRET}' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;

  test("reads standard input or a file, lists what it would ask, and takes answers", async () => {
    const listed = await run(["explain", "-"], { input: message });
    expect(listed.out).toContain("preflight-status=auth");
    expect(listed.out).not.toContain(SECRET);
    const file = join(folder, "message.txt");
    writeFileSync(file, message);
    const { status, value } = await json(["explain", file, "--answer", "preflight-status=auth"]);
    expect(status).toBe(1);
    expect(value.findings[0].causes).toMatchObject([{ id: "auth-before-cors", certainty: "certain" }]);
  });

  test("what is something else is said to be something else, and what says nothing to say nothing", async () => {
    const csp =
      "Refused to connect to 'https://api.example.com/v1' because it violates the following Content Security Policy directive: \"connect-src 'self'\".";
    expect((await json(["explain"], { input: csp })).value.findings[0].notCors.id).toBe("csp");
    expect(await json(["explain"], { input: "good morning" })).toMatchObject({ status: 2, value: { findings: [] } });
  });

  test("in the language of the locale", async () => {
    const { out } = await run(["explain"], { input: message, env: { LANG: "ja_JP.UTF-8" } });
    expect(out).toContain("直し方");
    expect((await run(["explain", "--lang", "zh-TW"], { input: message })).out).toContain("修正方式");
  });
});

test.for([
  ["capacitor://localhost"],
  ["http://localhost"],
  ["ionic://localhost/", "ionic://localhost"],
  ["tauri://localhost"],
  ["http://tauri.localhost"],
  [
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop/popup.html",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
  ],
  ["safari-web-extension://0B0D2BF2-1111-4222-8333-123456789ABC"],
])("an app or an extension has an origin of its own: %s", async ([typed = "", own = typed]) => {
  const server = await serve((request, response) => {
    response.setHeader("Vary", "Origin");
    response.setHeader("Allow", "GET, PUT");
    if (request.headers.origin === own) {
      response.setHeader("Access-Control-Allow-Origin", own);
      response.setHeader("Access-Control-Allow-Methods", "PUT");
      response.setHeader("Access-Control-Allow-Headers", "content-type");
    }
    response.statusCode = /no-such/.test(request.url ?? "") ? 404 : 200;
    response.end();
  });
  const asked = ["--origin", typed, "--method", "PUT"];
  expect(await run(["check", "https://api.example.com/", ...asked])).toMatchObject({ status: 0, err: "" });
  expect(await run(["probe", server.url, ...asked])).toMatchObject({ status: 0, err: "" });
  expect(await run(["audit", server.url, ...asked, "--rate", "100"])).toMatchObject({ status: 0, err: "" });
  server.stop();
});

test.for([
  ["probe"],
  ["probe", "https://api.example.com/", "--method"],
  ["probe", "https://api.example.com/", "--no-such"],
  ["probe", "https://api.example.com/", "--header", "nothing"],
  ["probe", "https://api.example.com/", "--cookie", "a=b\r\nX: y"],
  ["probe", "https://api.example.com/", "--timeout", "0"],
  ["probe", "https://api.example.com/", "--credentials", "yes"],
  ["probe", "https://api.example.com/", "--lang", "fr"],
  ["probe", "https://api.example.com/", "--stack", "no-such"],
  ["probe", "ftp://api.example.com/"],
  ["probe", "rm -rf /"],
  ["audit", "https://api.example.com/"],
  ["audit", "https://api.example.com/", "https://other.example.com/", "--origin", "https://a.test"],
  ["audit", "https://api.example.com/", "--origin", "null"],
  ["audit", "https://api.example.com/", "--origin", "file:///index.html"],
  ["audit", "https://api.example.com/", "--origin", "app.example.com"],
  ["audit", "https://api.example.com/", "--origin", "*"],
  ["explain", "no-such-file"],
  ["explain", "--answer", "nothing"],
  ["check", "api.example.com/items"],
  ["probe", "/items"],
  ["probe", "fetch('items')"],
  ["no-such-command"],
])("wrong use ends with 3: %s", async (...[args]) => {
  const { status, err } = await run(args);
  expect(status).toBe(3);
  expect(err).not.toBe("");
  expect(err).not.toMatch(/\bat .*\.js:\d+/);
});

test("without a command it says which there are, and what to type first", async () => {
  const { status, out } = await run([]);
  expect(status).toBe(3);
  for (const command of ["probe", "explain", "audit", "check"]) expect(out).toContain(command);
  const example = /^ {2}npx preflight-guide (.+)$/m.exec(out)?.[1] ?? "";
  expect(await run(example.replace("probe", "check").split(" "))).toMatchObject({ status: 0, err: "" });
});

test("a mistake is named with what was probably meant, and without secrets", async () => {
  const of = async (...args: string[]) => (await run(args)).err;
  expect(await of("probe", "https://api.example.com/", "--stack", "expres")).toMatch(/There are: express,.*\.$/m);
  expect(await of("audit", "https://api.example.com/", "--origin", "localhost:3000")).toContain(
    "http://localhost:3000",
  );
  expect(await of("probe", "/items")).toContain("--origin");
  const url = `https://user:${SECRET}@api.example.com/?token=${SECRET}`;
  const asCommand = await of(url);
  expect(asCommand).toContain("preflight-guide probe https://");
  expect(asCommand).not.toContain(SECRET);
  expect(await of("probe", "https://api.example.com/", "--credentials", `Bearer ${SECRET}`)).not.toContain(SECRET);
});
