import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { launchChromium } from "../support/launchChromium.ts";

/** Pages of two origins in one Chromium: `localhost`, which recipes are made to allow, and `127.0.0.1`. */
export interface Pages {
  allowed: string;
  foreign: string;
  browser: Browser;
  close(): Promise<void>;
}

/** @throws where there is no browser */
export async function openPages(): Promise<Pages> {
  const browser = await launchChromium();
  const server: Server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>A page</title>");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  return { allowed: `http://localhost:${port}`, foreign: `http://127.0.0.1:${port}`, browser, close };
}

interface Asked {
  path: string;
  method: string;
  token: boolean;
}
/** The status and the method that the application read; or what the browser threw. */
type Got = { status: number; method?: string } | { error: string };

/**
 * Asks a server from real pages: all that the allowed one needs passes, errors can be read, and the
 * other page gets nothing.
 * @param url of a server that allows `pages.allowed`
 */
export async function browserLine(url: string, pages: Pages): Promise<void> {
  const data = (method: string): Asked => ({ path: "/api/data", method, token: true });
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    assert.deepEqual(await ask(pages, pages.allowed, url, data(method)), { status: 200, method });
  }
  const errors = { "/api/private": 401, "/api/missing": 404, "/api/boom": 500 };
  for (const [path, status] of Object.entries(errors)) {
    const got = await ask(pages, pages.allowed, url, { path, method: "GET", token: false });
    assert.equal("status" in got && got.status, status, `${path} from the allowed page: ${JSON.stringify(got)}`);
  }
  for (const method of ["GET", "PUT"]) {
    const got = await ask(pages, pages.foreign, url, data(method));
    assert.deepEqual(got, { error: "TypeError: Failed to fetch" }, `${method} from a foreign page`);
  }
}

async function ask({ browser }: Pages, origin: string, url: string, asked: Asked): Promise<Got> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(origin);
    return await page.evaluate(
      async ({ url, path, method, token }): Promise<Got> => {
        const headers = { "Content-Type": "application/json", ...(token && { Authorization: "Bearer token" }) };
        const body = method === "GET" ? null : '{"a":1}';
        try {
          const response = await fetch(url + path, { method, headers, body, credentials: "include" });
          const answer = await response.json().catch(() => ({}));
          return { status: response.status, ...(response.ok && { method: answer.method }) };
        } catch (error) {
          return { error: String(error) };
        }
      },
      { url, ...asked },
    );
  } finally {
    await context.close();
  }
}
