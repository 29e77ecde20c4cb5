import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer, Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findFirefox, findWebKit, systemFirefoxes } from "../../setup/engines.ts";
import { makeCertificate } from "../certificate.ts";
import { startTimeout } from "./expression.ts";
import { launchFirefox } from "./firefox.ts";
import type { Driver } from "./types.ts";
import { launchWebKit } from "./webkit.ts";

const engines = [
  {
    engine: "firefox",
    installed: findFirefox() !== undefined,
    launch: launchFirefox,
    // The driver refuses it the permission.
    localNetwork: { name: "TypeError" },
    browser: /^Firefox \d+\.\d+/,
    lines: (_page: string, api: string) => [
      `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${api}/items. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
      `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${api}/items. (Reason: CORS request did not succeed). Status code: (null).`,
    ],
  },
  {
    engine: "webkit",
    installed: findWebKit() !== undefined,
    launch: launchWebKit,
    // It knows no such permission.
    localNetwork: "answered",
    browser: /^WebKitGTK \d+\.\d+/,
    lines: (page: string, api: string) => [
      `Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
      `Fetch API cannot load ${api}/items due to access control checks.`,
      `Failed to load resource: Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
    ],
  },
] as const;

/** As long as a browser may take to start, and more: on a busy machine it does. */
const patience = 2 * startTimeout;

/** A PUT, as an expression that tells how it ended. */
const putTo = (origin: string) => request(origin, { method: "PUT" });

/** A GET, likewise. */
const getFrom = (origin: string) => request(origin, {});

function request(origin: string, options: RequestInit): string {
  const call = `fetch(${JSON.stringify(`${origin}/items`)}, ${JSON.stringify(options)})`;
  return `${call}.then(() => "answered", (error) => ({ name: error.name }))`;
}

let temporary: string;
let page: string;
let api: string;
let securePage: string;
let secureApi: string;
let down: string;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "engines-test-"));
  vi.stubEnv("TMPDIR", temporary);

  const certificate = await makeCertificate();
  const answerPage: RequestListener = (_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Page</title>");
  };
  const answerAll: RequestListener = (_request, response) => {
    response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end("[]");
  };
  page = await listen(createServer(answerPage));
  api = await listen(createServer((_request, response) => void response.end("[]")));
  securePage = await listen(createSecureServer(certificate, answerPage));
  secureApi = await listen(createSecureServer(certificate, answerAll));
  down = await listen(createServer());
  await close(servers.pop());
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.map(close));
  rmSync(temporary, { recursive: true, force: true });
});

const servers: Server[] = [];

/** @returns the server's origin */
async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const scheme = server instanceof SecureServer ? "https" : "http";
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server | undefined): Promise<void> {
  server?.closeAllConnections();
  server?.close();
  if (server) await once(server, "close");
}

for (const { engine, installed, launch, browser, lines, localNetwork } of engines) {
  const name = installed ? engine : `${engine} (not installed here)`;
  describe.skipIf(!installed)(name, { timeout: patience }, () => {
    describe("a browser that trusts no more than others", () => {
      let driver: Driver;
      let tab: Driver["tab"];

      beforeAll(async () => {
        driver = await launch({ trusted: false, publicOrigin: securePage });
        ({ tab } = driver);
        await tab.goto(page);
      }, patience);

      afterAll(() => driver?.close());

      test("tells what it is, what a script sees, and what the console prints", async () => {
        expect(driver.engine).toBe(engine);
        expect(driver.browser).toMatch(browser);
        expect(await tab.evaluate("document.title")).toBe("Page");
        expect(await tab.evaluate("undefined")).toBe(undefined);
        expect(await tab.takeConsole()).toEqual([]);

        expect(await tab.evaluate(putTo(api))).toEqual({ name: "TypeError" });
        expect(await tab.takeConsole()).toEqual(lines(page, api));
        expect(await tab.takeConsole()).toEqual([]);
      });

      test("misses no line, and takes none twice", async () => {
        const times = 20;
        for (let time = 0; time < times; time += 1) {
          await tab.evaluate(putTo(api));
          expect(await tab.takeConsole()).toEqual(lines(page, api));
          // Reported only after the script has ended.
          await tab.evaluate("void Promise.reject(new Error('of the page'))");
          expect(await tab.takeConsole()).toEqual([expect.stringContaining("Error: of the page")]);
        }
        await tab.evaluate(`(async () => { for (let i = 0; i < ${times}; i += 1) await ${putTo(api)}; })()`);
        expect(await tab.takeConsole()).toEqual(Array.from({ length: times }).flatMap(() => lines(page, api)));
      });

      test("keeps what a page has printed when the next one is loaded, on another site, too", async () => {
        await tab.evaluate(putTo(api));
        await tab.goto(page.replace("127.0.0.1", "localhost"));
        expect(await tab.evaluate("location.hostname")).toBe("localhost");
        expect(await tab.takeConsole()).toEqual(lines(page, api));
        await tab.goto(page);
      });

      test("takes what the browser says, not what scripts print themselves", async () => {
        await tab.evaluate('console.error("of the page")');
        expect(await tab.takeConsole()).toEqual([]);

        // WebKit counts a line that it prints again, in place of printing it.
        const twice = "for (let i = 0; i < 2; i += 1) setTimeout(() => { throw new Error('of the page') })";
        await tab.evaluate(`new Promise((resolve) => { ${twice}; setTimeout(resolve, 100) })`);
        expect(await tab.takeConsole()).toEqual(["Error: of the page", "Error: of the page"]);
      });

      test("a script that fails, and a page that does not load, are errors", async () => {
        await expect(tab.evaluate('Promise.reject(new RangeError("too far"))')).rejects.toThrow(
          'The page\'s script failed with "RangeError: too far". Catch it there',
        );
        expect(await tab.takeConsole(), "the error is the caller's, not the console's").toEqual([]);
        await expect(tab.evaluate("(")).rejects.toThrow(/SyntaxError.*Mend the expression/s);
        await expect(tab.goto(down)).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+ did not load.*See whether/s);

        await tab.goto(page);
        expect(await tab.evaluate("document.title")).toBe("Page");
        await tab.takeConsole();
      });

      test("refuses a self-signed certificate", async () => {
        expect(await tab.evaluate(getFrom(secureApi))).toEqual({ name: "TypeError" });
        expect((await tab.takeConsole()).length).toBeGreaterThan(0);
      });
    });

    test("a browser that trusts self-signed certificates; it leaves no process and no file behind", async () => {
      const filesBefore = temporaryFiles();
      const before = new Set(descendants());
      const { tab, close } = await launch({ trusted: true, publicOrigin: securePage });
      try {
        expect(temporaryFiles().length).toBeGreaterThan(filesBefore.length);
        await tab.goto(page);
        expect(await tab.evaluate(getFrom(secureApi)), "from a local page").toBe("answered");
        await tab.goto(securePage);
        expect(await tab.evaluate(getFrom(secureApi)), "from a public page").toEqual(localNetwork);
      } finally {
        const started = descendants().filter((id) => !before.has(id));
        await close();
        expect(started.length).toBeGreaterThan(onLinux ? 1 : -1);
        expect(started.filter(isRunning)).toEqual([]);
        expect(temporaryFiles()).toEqual(filesBefore);
      }
    });

    test("leaves nothing behind where the browser does not start", async () => {
      // A program that is there, and ends at once: Node knows no such options.
      vi.stubEnv(`${engine.toUpperCase()}_PATH`, process.execPath);
      await expect(launch({ trusted: false, publicOrigin: securePage })).rejects.toThrow(
        /ended\. What it printed may say why:/,
      );
      vi.stubEnv(`${engine.toUpperCase()}_PATH`, "");
      expect(descendants().filter(isRunning)).toEqual([]);
      expect(temporaryFiles()).toEqual([]);
    });
  });
}

test("a path that is no program is an error that says what to do", () => {
  vi.stubEnv("FIREFOX_PATH", join(temporary, "nowhere"));
  expect(findFirefox).toThrow(/^FIREFOX_PATH is ".*nowhere", and there is no program .* Set it to .*, or unset it/);
  vi.stubEnv("FIREFOX_PATH", "");
});

test("where systems keep their Firefox", () => {
  expect(systemFirefoxes("linux", { PATH: "/opt/bin:/usr/bin" }).slice(0, 2)).toEqual([
    "/opt/bin/firefox-esr",
    "/usr/bin/firefox-esr",
  ]);
  expect(systemFirefoxes("darwin", {})).toEqual(["/Applications/Firefox.app/Contents/MacOS/firefox"]);
  expect(systemFirefoxes("win32", { PROGRAMFILES: "C:\\Program Files" })).toEqual([
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ]);
});

const onLinux = process.platform === "linux";

function temporaryFiles(): string[] {
  return readdirSync(temporary).sort();
}

/** The ids of all processes that this one has started, and those that they have; none where there is no /proc. */
function descendants(ancestor = process.pid): number[] {
  if (!onLinux) return [];
  const children = readdirSync("/proc")
    .map(Number)
    .filter((id) => id > 0 && status(id)?.parent === ancestor);
  return children.flatMap((id) => [id, ...descendants(id)]);
}

/** Dead ones that nobody has cleared away yet are there, but do not run. */
function isRunning(id: number): boolean {
  const state = status(id)?.state;
  return state !== undefined && state !== "Z";
}

function status(id: number): { state: string; parent: number } | undefined {
  try {
    // "4711 (a name) S 4710 …"
    const [state = "", parent] = readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
