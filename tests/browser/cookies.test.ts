import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCertificate } from "../../scripts/lab/certificate.ts";
import { labEngines } from "../../scripts/lab/engines/index.ts";
import { ensureBrowser } from "../../scripts/setup/browser.ts";
import { languages } from "../../src/site.config.ts";
import { launchTimeout } from "../support/chromium.ts";

/**
 * The guide to cookies says in two tables which of them each browser stores and sends across sites. The tables are the
 * record: what they say is read here, and each browser that is installed is asked anew.
 */
const [afterFetch, afterVisit] = tablesOf("zh-TW");

/** A table's row: the attributes of a cookie, and a cell for each browser, in the order of `browsers`. */
type Row = readonly [attributes: string, ...sent: boolean[]];

function tablesOf(language: string): [Row[], Row[]] {
  const text = readFileSync(`content/guides/cookies-across-origins/${language}.mdx`, "utf8");
  const rows = [...text.matchAll(/^\| (\S.*?) \|((?: [✓✗] \|)+)$/gm)].map(
    ([, attributes = "", cells = ""]): Row => [
      attributes.startsWith("`") ? attributes.slice(1, -1) : "",
      ...[...cells.matchAll(/[✓✗]/g)].map(([cell]) => cell === "✓"),
    ],
  );
  return [rows.slice(0, rows.length / 2), rows.slice(rows.length / 2)];
}

test("the tables have six cookies each, and are the same in all languages", () => {
  expect(afterFetch.map(([attributes]) => attributes)).toEqual(afterVisit.map(([attributes]) => attributes));
  expect(new Set(afterFetch.map(([attributes]) => attributes)).size).toBe(6);
  for (const language of languages) expect(tablesOf(language), language).toEqual([afterFetch, afterVisit]);
});

/** What of a browser is needed here. */
interface Asked {
  tab: { goto(url: string): Promise<unknown>; evaluate(expression: string): Promise<unknown> };
  close(): Promise<void>;
}

const browsers = [
  { name: "Chromium with third-party cookies", launch: () => launchChromium(false) },
  { name: "Chromium without them", launch: () => launchChromium(true) },
  { name: "Firefox", engine: "firefox" },
  { name: "WebKitGTK", engine: "webkit" },
] as const;

let temporary: string;
let pageOrigin: string;
/** Of the same site as the page, by another port; and of another site. */
let sameSite: string;
let crossSite: string;
const servers: Server[] = [];

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "cookies-test-"));
  const certificate = await makeCertificate();
  for (let left = 3; left > 0; left--) {
    const server = createServer(certificate, ({ url, headers: { origin, cookie = "" } }, response) => {
      const { pathname, searchParams } = new URL(url ?? "/", "https://localhost");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Set-Cookie", searchParams.getAll("set"));
      if (origin) response.setHeaders(new Headers({ ...allows, "Access-Control-Allow-Origin": origin }));
      response.setHeader("Content-Type", pathname === "/page" ? "text/html" : "text/plain");
      response.end(pathname === "/page" ? `<!doctype html><link rel="icon" href="data:,">` : cookie);
    });
    servers.push(server.listen(0, "0.0.0.0"));
    await once(server, "listening");
  }
  const [page, same, cross] = servers.map((server) => (server.address() as AddressInfo).port);
  pageOrigin = `https://127.0.0.1:${page}`;
  sameSite = `https://127.0.0.1:${same}`;
  crossSite = `https://localhost:${cross}`;
});

const allows = { "Access-Control-Allow-Credentials": "true" };

afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
  rmSync(temporary, { recursive: true, force: true });
});

describe.for(browsers)("$name", (browser) => {
  const engine = "engine" in browser ? labEngines[browser.engine] : undefined;
  const column = browsers.indexOf(browser) + 1;
  let asked: Asked;
  beforeAll(async () => {
    // No page here is to count as one on the public internet.
    if (engine?.find()) asked = await engine.launch({ trusted: true, publicOrigin: "https://127.0.0.1:1" });
    if ("launch" in browser) asked = await browser.launch();
  }, launchTimeout);
  afterAll(() => asked?.close());

  const missing = engine !== undefined && engine.find() === undefined;

  test.skipIf(missing)("after a login by fetch()", async () => {
    await asked.tab.goto(`${pageOrigin}/page`);
    await fetched(asked, `${crossSite}/?${settingAll("fetch")}`);
    expect(await sentOf(asked, crossSite, "fetch")).toEqual(inColumn(afterFetch, column));
  });

  test.skipIf(missing)("after a login on the API's own site", async () => {
    await asked.tab.goto(`${crossSite}/page?${settingAll("visit")}`);
    await asked.tab.goto(`${pageOrigin}/page`);
    expect(await sentOf(asked, crossSite, "visit")).toEqual(inColumn(afterVisit, column));
  });

  test.skipIf(missing)(
    "within a site all are stored and sent, but for None without Secure; none without include",
    async () => {
      await asked.tab.goto(`${pageOrigin}/page`);
      await fetched(asked, `${sameSite}/?${settingAll("omitted")}`, "same-origin");
      expect(await sentOf(asked, sameSite, "omitted")).toEqual([]);
      await fetched(asked, `${sameSite}/?${settingAll("same")}`);
      const all = afterFetch.map(([attributes]) => attributes);
      const kept = browser.name === "WebKitGTK" ? all : all.filter((attributes) => attributes !== "SameSite=None");
      expect(await sentOf(asked, sameSite, "same")).toEqual(kept);
    },
  );
});

/** The attributes of the cookies that a column says are sent. */
function inColumn(rows: readonly Row[], column: number): string[] {
  return rows.filter((row) => row[column]).map(([attributes]) => attributes);
}

/** A query that has the server set a cookie of each row. Their names begin with a word and end in the row's number. */
function settingAll(word: string): URLSearchParams {
  const lines = afterFetch.map(([attributes], row) => ["set", [`${word}${row}=1`, "Path=/", attributes].join("; ")]);
  return new URLSearchParams(lines);
}

/** The attributes of the cookies of that word that a `fetch()` with `include` sends. */
async function sentOf(asked: Asked, origin: string, word: string): Promise<string[]> {
  const cookies = String(await fetched(asked, origin)).split("; ");
  return afterFetch.filter((_row, at) => cookies.includes(`${word}${at}=1`)).map(([attributes]) => attributes);
}

function fetched({ tab }: Asked, url: string, credentials: RequestCredentials = "include"): Promise<unknown> {
  return tab.evaluate(
    `fetch(${JSON.stringify(url)}, { credentials: "${credentials}" }).then((answer) => answer.text())`,
  );
}

/** Starts a Chromium whose settings say what is done with third-party cookies: systems' builds differ in that. */
async function launchChromium(blocks: boolean): Promise<Asked> {
  const found = await ensureBrowser();
  if ("missing" in found) throw new Error(found.missing);
  const profile = mkdtempSync(join(temporary, "profile-"));
  mkdirSync(join(profile, "Default"));
  const settings = { profile: { cookie_controls_mode: blocks ? 1 : 0, block_third_party_cookies: blocks } };
  writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: true,
    ignoreHTTPSErrors: true,
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
  return { tab: context.pages()[0] ?? (await context.newPage()), close: () => context.close() };
}
