import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { send, valuesOf } from "../../scripts/conformance/http.ts";
import { workshop } from "../../scripts/conformance/packages.ts";
import { loadRecipe, recipesFolder } from "../../scripts/conformance/recipes.ts";
import { request, sendPreflight } from "../../scripts/conformance/requests.ts";
import { startUpstream, type Upstream } from "../../scripts/conformance/upstream.ts";
import { freePort } from "../../scripts/support/freePort.ts";
import { type Running, startProgram } from "../../scripts/support/program.ts";
import { checkResponse, decidePreflight, findCauses } from "../../src/rules/index.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";

const recipe = loadRecipe("vite-proxy");
const target = '"https://api.example.com"';
/** Milliseconds in which Vite starts, however busy the machine is. */
const startTimeout = 120_000;

let browser: Browser;
let upstream: Upstream;
beforeAll(async () => {
  browser = await launchForPages();
  upstream = await startUpstream();
}, launchTimeout);
afterAll(async () => {
  await browser?.close();
  await upstream?.stop();
});
beforeEach(() => {
  upstream.seen.length = 0;
});

describe("vite-proxy/vite.config.js", () => {
  const config = readConfig(recipe.main);
  const proxyTo = (url: string, more = "") => startVite(config.replace(target, JSON.stringify(url) + more));
  let vite: Running;
  beforeAll(async () => {
    vite = await proxyTo(upstream.url);
  }, 2 * startTimeout);
  afterAll(() => vite?.stop());

  test("names its target once, so that nothing else of it is replaced here", () => {
    expect(config.split(target)).toHaveLength(2);
  });

  test("from a real page all that an API needs passes, and no preflight is sent", async () => {
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    for (const method of methods) {
      const body = method === "GET" ? null : { a: 1 };
      expect(await ask(vite.url, "/api/data", method)).toEqual({ status: 200, method, body });
    }
    for (const { headers } of upstream.seen) {
      expect(headers).toMatchObject({
        "content-type": "application/json",
        authorization: "Bearer token",
        cookie: "session=1",
      });
    }
    expect(upstream.seen.map(({ method }) => method)).toEqual(methods);
  });

  test("the page can read errors too", async () => {
    expect(await ask(vite.url, "/api/missing", "GET")).toEqual({ status: 404 });
    expect(await ask(vite.url, "/api/boom", "PUT")).toEqual({ status: 500 });
  });

  test("no CORS header is added, and none is needed", async () => {
    const wanted = request(`${vite.url}/api/data`, { origin: vite.url });
    expect(decidePreflight(wanted).outcome).toBe("same-origin");
    const answer = await send(wanted.url, { headers: wanted.headers });
    expect(valuesOf(answer, "Access-Control-Allow-Origin")).toEqual([]);
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
  });

  test("changeOrigin sends the target's Host and leaves Origin and the path alone", async () => {
    await ask(vite.url, "/api/data?page=2", "PUT");
    const { host } = new URL(upstream.url);
    expect(upstream.seen).toMatchObject([{ url: "/api/data?page=2", headers: { host, origin: vite.url } }]);
  });

  test("a path outside /api is not passed on: Vite answers with the page", async () => {
    expect(await send(`${vite.url}/other`)).toMatchObject({ status: 200, body: expect.stringContaining("A page") });
    expect(upstream.seen).toEqual([]);
  });

  test("`headers` replaces Origin; `rewrite` takes the prefix away, and an API that has it answers 404", async () => {
    const origin = "https://api.example.com";
    const other = await proxyTo(
      upstream.url,
      `, headers: { Origin: "${origin}" }, rewrite: (path) => path.replace(/^\\/api/, "")`,
    );
    try {
      expect(await ask(other.url, "/api/data", "PUT")).toEqual({ status: 404 });
      expect(upstream.seen).toMatchObject([{ url: "/data", headers: { origin } }]);
    } finally {
      await other.stop();
    }
  });

  test("where nothing answers at the target, Vite answers 502", async () => {
    const other = await proxyTo(`http://127.0.0.1:${await freePort()}`);
    try {
      expect(await ask(other.url, "/api/data", "GET")).toEqual({ status: 502 });
    } finally {
      await other.stop();
    }
  });
});

describe("vite-proxy/broken.config.js", () => {
  const broken = recipe.runs === true ? undefined : recipe.broken;
  let vite: Running;
  beforeAll(async () => {
    vite = await startVite(readConfig(broken?.file ?? ""));
  }, 2 * startTimeout);
  afterAll(() => vite?.stop());

  test("the page that asks the API itself is refused after the OPTIONS", async () => {
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect(await ask(vite.url, `${upstream.url}/api/data`, method)).toBe("TypeError: Failed to fetch");
    }
    expect(upstream.seen.map(({ method }) => method)).toEqual(["OPTIONS", "OPTIONS", "OPTIONS"]);
  });

  test("Vite's own answers have the headers, the API's have none", async () => {
    const names = ["Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers"];
    const fromVite = await send(`${vite.url}/`);
    const fromApi = await send(`${upstream.url}/api/data`);
    for (const name of names) {
      expect(valuesOf(fromVite, name)).toHaveLength(1);
      expect(valuesOf(fromApi, name)).toEqual([]);
    }
  });

  test("the rules find the causes that the recipe names", async () => {
    const found = new Set<string>();
    for (const path of ["/api/data", "/api/private"]) {
      const wanted = request(upstream.url + path, { origin: vite.url, method: "PUT" });
      for (const { id } of findCauses({ request: wanted, preflight: await sendPreflight(wanted) })) found.add(id);
    }
    expect([...found].sort()).toEqual(broken?.causes);
  });
});

function readConfig(name: string): string {
  return readFileSync(join(recipesFolder, recipe.id, name), "utf8");
}

/** Starts the command that readers start, in a folder of its own below Vite's package. */
async function startVite(config: string): Promise<Running> {
  mkdirSync(join(workshop, recipe.id), { recursive: true });
  const folder = mkdtempSync(join(workshop, recipe.id, "run-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "vite.config.js"), config);
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>A page</title>");

  const port = await freePort();
  const cli = join(workshop, "node_modules/vite/bin/vite.js");
  const command = [process.execPath, cli, "--host", "127.0.0.1", "--port", String(port), "--strictPort"];
  // Nothing of the test's own environment, which Vite would heed.
  const server = startProgram({ command, folder, env: { PATH: process.env.PATH ?? "", NO_COLOR: "1" } });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + startTimeout;
  while (!(await send(url).catch(() => undefined))) {
    if (server.failure() || Date.now() > deadline) {
      await stop();
      throw new Error(`Vite did not start. It printed:\n${server.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop };
}

/** Asks from a page that Vite serves. @returns the status, with the method and the JSON that the API read; or what was thrown */
async function ask(page: string, url: string, method: string) {
  const context = await browser.newContext();
  try {
    await context.addCookies([{ name: "session", value: "1", url: page }]);
    const tab = await context.newPage();
    await tab.goto(page);
    return await tab.evaluate(
      async ({ url, method }) => {
        const headers = { "Content-Type": "application/json", Authorization: "Bearer token" };
        const body = method === "GET" ? null : '{"a":1}';
        try {
          const response = await fetch(url, { method, headers, body, credentials: "include" });
          return { status: response.status, ...(response.ok && (await response.json())) };
        } catch (error) {
          return String(error);
        }
      },
      { url, method },
    );
  } finally {
    await context.close();
  }
}
