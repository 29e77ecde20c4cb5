import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diagnose } from "../../src/diagnose/index.ts";
import { engines } from "../../src/rules/index.ts";
import { browserBeside, type LiveServers, startServers } from "../support/liveServers.ts";
import { poll } from "../support/poll.ts";

/** What the guide on streams and sockets calls measured: each browser that is installed is asked anew. */

/** Requests that arrived, by the path. */
const arrived = new Map<string, { method: string; headers: IncomingMessage["headers"] }[]>();

function note({ url = "/", method = "", headers }: IncomingMessage): number {
  const { pathname } = new URL(url, "https://api.example.com");
  const all = arrived.get(pathname) ?? [];
  arrived.set(pathname, [...all, { method, headers }]);
  return all.length;
}

const allowed = { "Access-Control-Allow-Origin": "*" };
const events = { "Content-Type": "text/event-stream", ...allowed };

function answer(request: IncomingMessage, response: ServerResponse): void {
  const before = note(request);
  const [, engine, what] = (request.url ?? "").split("/");
  if (engine === "page") return void response.setHeader("Content-Type", "text/html").end("<!doctype html>");
  switch (what) {
    // The first is broken off after an event, the second stays open.
    case "broken-off":
      response.writeHead(200, events).write("retry: 10\nid: 7\ndata: one\n\n");
      if (before === 0) response.end();
      return;
    case "no-header":
      return void response.writeHead(200, { "Content-Type": "text/event-stream" }).end();
    case "not-found":
      return void response.writeHead(404, events).end();
    case "json":
      return void response.writeHead(200, { "Content-Type": "application/json", ...allowed }).end("{}");
    default:
      return void response.writeHead(200, allowed).end();
  }
}

/** Opens a WebSocket, without a header of CORS. */
function upgrade(request: IncomingMessage, socket: Duplex): void {
  note(request);
  const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash("sha1").update(key).digest("base64");
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
}

let live: LiveServers;
let page: string;
let api: string;

beforeAll(async () => {
  live = await startServers(3, answer);
  [page = "", api = ""] = live.origins;
  for (const server of live.servers) server.on("upgrade", upgrade);
});
afterAll(() => live.close());

describe.for(engines)("%s", (engine) => {
  const browser = browserBeside(() => live, engine);
  beforeAll(async () => {
    if (!browser.missing) await browser.tab.goto(`${page}/page`);
  });

  const at = (what: string) => `${api}/${engine}/${what}`;
  const seen = (what: string) => arrived.get(`/${engine}/${what}`) ?? [];
  /** The `readyState` of an EventSource in its first `error` event. */
  const stateAfter = (what: string) =>
    browser.tab.evaluate(
      `new Promise((resolve) => { globalThis.last = new EventSource("${at(what)}"); last.onerror = () => resolve(last.readyState); })`,
    );

  test.skipIf(browser.missing)(
    "one that was broken off connects again with Last-Event-ID, without a preflight",
    async () => {
      expect(await stateAfter("broken-off")).toBe(0);
      await poll(() => Promise.resolve(seen("broken-off").length)).toBe(2);
      expect(seen("broken-off").map(({ method, headers }) => [method, headers["last-event-id"]])).toEqual([
        ["GET", undefined],
        ["GET", "7"],
      ]);
      await browser.tab.evaluate("last.close()");
    },
  );

  test.skipIf(browser.missing)(
    "one without a header of CORS, with a 404 or of another type is closed for good",
    async () => {
      const states = [];
      for (const what of ["no-header", "not-found", "json"]) states.push(await stateAfter(what));
      expect(states).toEqual([2, 2, 2]);
      await browser.tab.takeConsole();
    },
  );

  test.skipIf(browser.missing)(
    "of a wrong type Chromium and WebKit say so, Firefox that it cannot connect",
    async () => {
      await browser.tab.takeConsole();
      await stateAfter("json");
      const lines: string[] = [];
      const look = async () => lines.push(...(await browser.tab.takeConsole()));
      const said = engine === "firefox" ? "can’t establish a connection" : "has a MIME type";
      await poll(async () => ((await look()) > 0 ? lines.join("\n") : "")).toContain(said);
      expect(diagnose(lines.join("\n")).findings.map(({ notCors }) => notCors)).toContain("event-stream-type");
    },
  );

  test.skipIf(browser.missing)("fetch() needs no preflight for Accept, and one for Last-Event-ID", async () => {
    const ask = (what: string, headers: Record<string, string>) =>
      browser.tab.evaluate(`fetch("${at(what)}", { headers: ${JSON.stringify(headers)} }).then(() => "", () => "")`);
    await ask("accept", { Accept: "text/event-stream" });
    expect(seen("accept").map(({ method }) => method)).toEqual(["GET"]);
    await ask("last-event-id", { "Last-Event-ID": "7" });
    expect(seen("last-event-id").map(({ method }) => method)).toEqual(["OPTIONS"]);
  });

  test.skipIf(browser.missing)("a WebSocket sends its Origin, and opens without a header of CORS", async () => {
    const url = at("socket").replace("https:", "wss:");
    const opened = browser.tab.evaluate(
      `new Promise((resolve) => { const socket = new WebSocket("${url}"); socket.onopen = () => resolve("open"); socket.onerror = () => resolve("error"); })`,
    );
    expect(await opened).toBe("open");
    expect(seen("socket").map(({ headers }) => headers.origin)).toEqual([page]);
  });
});
