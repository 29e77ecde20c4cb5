import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { send, valuesOf } from "../../scripts/conformance/http.ts";
import { loadRecipe, recipesFolder } from "../../scripts/conformance/recipes.ts";
import { request, sendPreflight } from "../../scripts/conformance/requests.ts";
import { startUpstream, type Upstream } from "../../scripts/conformance/upstream.ts";
import { freePort } from "../../scripts/support/freePort.ts";
import type { Running } from "../../scripts/support/program.ts";
import { checkResponse, decidePreflight, findCauses } from "../../src/rules/index.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { countOwn, ownHere, recordHeld } from "./own.ts";
import { type Apart, startInWorkshop, startTimeout } from "./startInWorkshop.ts";

/** What serves a page and passes its requests on to an API, so that the browser sees one origin. */
interface Proxy extends Apart {
  /** The file that the form that people paste becomes, if not in the place of the main file. */
  paste?: (text: string) => [name: string, text: string];
  /** Its options after `changeOrigin` that send another Origin, and that take the prefix away; some have none. */
  more?: string;
  /** What it answers outside of /api, where it does not pass on, and where nothing answers at the target. */
  answers: { outside: number; down: number };
}

const page = "<!doctype html><title>A page</title>";
const apiOrigin = "https://api.example.com";

const proxies: Proxy[] = [
  {
    id: "vite-proxy",
    files: { "index.html": page },
    command: (port) => ["vite", "--host", "127.0.0.1", "--port", port, "--strictPort"],
    more: `headers: { Origin: "${apiOrigin}" }, rewrite: (path) => path.replace(/^\\/api/, "")`,
    answers: { outside: 200, down: 502 },
  },
  {
    id: "webpack-proxy",
    files: { "public/index.html": page, "src/index.js": "" },
    command: (port) => ["webpack-cli", "serve", "--mode", "development", "--host", "127.0.0.1", "--port", port],
    more: `headers: { Origin: "${apiOrigin}" }, pathRewrite: { "^/api": "" }`,
    answers: { outside: 404, down: 504 },
  },
  {
    id: "angular-proxy",
    files: {
      "src/index.html": page,
      "src/main.ts": "export {};",
      "tsconfig.json": '{ "files": ["src/main.ts"] }',
      "angular.json": angularWorkspace({ proxyConfig: "proxy.conf.json" }),
      "proxy.conf.json": "{}",
    },
    paste: (text) => ["angular.json", angularWorkspace(JSON.parse(text).serve.options)],
    command: (port) => ["ng", "serve", "--host", "127.0.0.1", "--port", port],
    more: `"headers": { "Origin": "${apiOrigin}" }, "pathRewrite": { "^/api": "" }`,
    answers: { outside: 200, down: 502 },
  },
  {
    id: "nextjs-rewrites",
    files: { "pages/index.js": "export default () => 'A page';" },
    command: (port) => ["next", "dev", "--hostname", "127.0.0.1", "--port", port],
    answers: { outside: 404, down: 500 },
  },
];

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

const ids = proxies.map(({ id }) => id);
const here = ownHere(ids);
test("those that are not played are counted", (context) => countOwn(context, ids));
recordHeld(ids);

describe.for(proxies.filter(({ id }) => here.includes(id)))("$id", (proxy) => {
  const recipe = loadRecipe(proxy.id);
  const config = read(recipe.main);
  const proxyTo = (url: string, more?: string) => {
    const options = more ? config.replace(/"?changeOrigin"?: true/, (option) => `${option}, ${more}`) : config;
    return start(recipe.main, options.replace(apiOrigin, url));
  };
  let server: Running;
  beforeAll(async () => {
    server = await proxyTo(upstream.url);
  }, 2 * startTimeout);
  afterAll(() => server?.stop());

  test("names its target once, so that nothing else of it is replaced here", () => {
    expect(config.split(apiOrigin)).toHaveLength(2);
  });

  test("from a real page all that an API needs passes, and no preflight is sent", async () => {
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    for (const method of methods) {
      const body = method === "GET" ? null : { a: 1 };
      expect(await ask(server.url, "/api/data", method)).toEqual({ status: 200, method, body });
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
    expect(await ask(server.url, "/api/missing", "GET")).toEqual({ status: 404 });
    expect(await ask(server.url, "/api/boom", "PUT")).toEqual({ status: 500 });
  });

  test("no CORS header is added, and none is needed", async () => {
    const wanted = request(`${server.url}/api/data`, { origin: server.url });
    expect(decidePreflight(wanted).outcome).toBe("same-origin");
    const answer = await send(wanted.url, { headers: wanted.headers });
    expect(valuesOf(answer, "Access-Control-Allow-Origin")).toEqual([]);
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
  });

  test("the target's Host is sent, and Origin and the path are left alone", async () => {
    await ask(server.url, "/api/data?page=2", "PUT");
    const { host } = new URL(upstream.url);
    expect(upstream.seen).toMatchObject([{ url: "/api/data?page=2", headers: { host, origin: server.url } }]);
  });

  test("a path outside /api is not passed on", async () => {
    expect(await send(`${server.url}/other`)).toMatchObject({ status: proxy.answers.outside });
    expect(upstream.seen).toEqual([]);
  });

  const { more } = proxy;
  if (more) {
    test("Origin can be replaced; without its prefix the path is not the API's any more", async () => {
      const other = await proxyTo(upstream.url, more);
      try {
        expect(await ask(other.url, "/api/data", "PUT")).toEqual({ status: 404 });
        expect(upstream.seen).toMatchObject([{ url: "/data", headers: { origin: apiOrigin } }]);
      } finally {
        await other.stop();
      }
    });
  }

  test("where nothing answers at the target, the page reads an error of the proxy's own", async () => {
    const other = await proxyTo(`http://127.0.0.1:${await freePort()}`);
    try {
      expect(await ask(other.url, "/api/data", "GET")).toEqual({ status: proxy.answers.down });
    } finally {
      await other.stop();
    }
  });

  describe("what people paste", () => {
    const { file = "", causes } = recipe.broken ?? {};
    let pasted: Running;
    beforeAll(async () => {
      pasted = await start(...(proxy.paste?.(read(file)) ?? ([recipe.main, read(file)] as const)));
    }, 2 * startTimeout);
    afterAll(() => pasted?.stop());

    test("the page that asks the API itself is refused after the OPTIONS", async () => {
      for (const method of ["PUT", "PATCH", "DELETE"]) {
        expect(await ask(pasted.url, `${upstream.url}/api/data`, method)).toBe("TypeError: Failed to fetch");
      }
      expect(upstream.seen.map(({ method }) => method)).toEqual(["OPTIONS", "OPTIONS", "OPTIONS"]);
    });

    test("the server's own answers have the headers, the API's have none", async () => {
      const names = ["Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers"];
      const own = await send(`${pasted.url}/`);
      const fromApi = await send(`${upstream.url}/api/data`);
      for (const name of names) {
        expect(valuesOf(own, name)).toHaveLength(1);
        expect(valuesOf(fromApi, name)).toEqual([]);
      }
    });

    test("the rules find the causes that the recipe names", async () => {
      const found = new Set<string>();
      for (const path of ["/api/data", "/api/private"]) {
        const wanted = request(upstream.url + path, { origin: pasted.url, method: "PUT" });
        for (const { id } of findCauses({ request: wanted, preflight: await sendPreflight(wanted) })) found.add(id);
      }
      expect([...found].sort()).toEqual(causes);
    });
  });

  function read(name: string): string {
    return readFileSync(join(recipesFolder, proxy.id, name), "utf8");
  }

  function start(name: string, text: string): Promise<Running> {
    return startInWorkshop({ ...proxy, files: { ...proxy.files, [name]: text } });
  }
});

/** What the Angular CLI needs to serve an application. @param options of its dev server */
function angularWorkspace(options: object): string {
  const build = { browser: "src/main.ts", index: "src/index.html", tsConfig: "tsconfig.json", outputPath: "dist" };
  const architect = {
    build: { builder: "@angular/build:application", options: build },
    serve: { builder: "@angular/build:dev-server", options: { buildTarget: "app:build", ...options } },
  };
  const app = { projectType: "application", root: "", sourceRoot: "src", architect };
  return JSON.stringify({ version: 1, cli: { analytics: false }, projects: { app } });
}

/** Asks from a page that the proxy serves. @returns the status, with the method and the JSON that the API read; or what was thrown */
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
