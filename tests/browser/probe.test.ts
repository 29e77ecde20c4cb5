import type { Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFirefox } from "../../scripts/setup/engines.ts";
import { launchChromium } from "../../scripts/support/launchChromium.ts";
import { probe } from "../../src/probe/index.ts";
import { type CorsRequest, plainRequest } from "../../src/rules/index.ts";
import { launchTimeout } from "../support/chromium.ts";
import { openFirefox } from "../support/firefoxPage.ts";
import { countNotRun } from "../support/notRun.ts";
import { type Served, serve, serveBytes } from "../support/ownServers.ts";
import { poll } from "../support/poll.ts";

/** Servers that misbehave in ways of which the recipes' suite asks nothing: what a probe says is what real browsers do. */
interface Misbehaviour {
  /** By default a plain GET. */
  asks?: Partial<CorsRequest>;
  /** What comes, as bytes; `{origin}` is the page's. By default the same to a preflight. */
  answer: string | ((socket: Socket) => void);
  preflight?: string;
}

const allow = "Access-Control-Allow-Origin: {origin}\r\n";
const empty = "Content-Length: 0\r\nConnection: close\r\n\r\n";
const passes = `HTTP/1.1 200 OK\r\n${allow}Access-Control-Allow-Methods: PUT, DELETE\r\nAccess-Control-Allow-Headers: x-a\r\n${empty}`;
const put = { method: "PUT" };

const misbehaviours: Record<string, Misbehaviour> = {
  "lines that end in LF only": { answer: `HTTP/1.1 200 OK\n${allow.replace("\r", "")}Content-Length: 0\n\n` },
  "a value that is folded into a second line": {
    answer: `HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin:\r\n {origin}\r\n${empty}`,
  },
  "white space around a value": {
    answer: `HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: \t {origin} \t\r\n${empty}`,
  },
  "a name in capital letters": { answer: `HTTP/1.1 200 OK\r\nACCESS-CONTROL-ALLOW-ORIGIN: {origin}\r\n${empty}` },
  "an origin in capital letters": {
    answer: `HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: HTTP://LOCALHOST\r\n${empty}`,
  },
  "an answer of HTTP/1.0 without a length": { answer: `HTTP/1.0 200 OK\r\n${allow}\r\nbody` },
  "no reason phrase": { answer: `HTTP/1.1 200\r\n${allow}${empty}` },
  "early hints that allow, and an answer that does not": {
    answer: `HTTP/1.1 103 Early Hints\r\n${allow}\r\nHTTP/1.1 200 OK\r\n${empty}`,
  },
  "a body that is shorter than it says": { answer: `HTTP/1.1 200 OK\r\n${allow}Content-Length: 100\r\n\r\nshort` },
  "a preflight's body that is shorter than it says": {
    asks: put,
    preflight: passes.replace("Content-Length: 0", "Content-Length: 100"),
    answer: passes,
  },
  "a 204 with a body": {
    asks: put,
    preflight: passes
      .replace("200 OK", "204 No Content")
      .replace("Content-Length: 0", "Content-Length: 4")
      .concat("body"),
    answer: passes,
  },
  "two lengths that differ": { answer: `HTTP/1.1 200 OK\r\n${allow}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab` },
  "chunks that are none": { answer: `HTTP/1.1 200 OK\r\n${allow}Transfer-Encoding: chunked\r\n\r\nzz\r\n` },
  "a list of methods over two lines, with empty members": {
    asks: put,
    preflight: `HTTP/1.1 200 OK\r\n${allow}Access-Control-Allow-Methods: ,GET,,\r\nAccess-Control-Allow-Methods: , PUT\r\n${empty}`,
    answer: passes,
  },
  "a method in quotes": {
    asks: put,
    preflight: `HTTP/1.1 200 OK\r\n${allow}Access-Control-Allow-Methods: "PUT"\r\n${empty}`,
    answer: passes,
  },
  "a status of 299 to a preflight": { asks: put, preflight: passes.replace("200 OK", "299 Fine"), answer: passes },
  "a 304 that nobody asked for": { answer: `HTTP/1.1 304 Not Modified\r\n${allow}${empty}` },
  "a 401 that asks for a password": {
    answer: `HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="x"\r\n${allow}${empty}`,
  },
  "a status of 999": { answer: `HTTP/1.1 999 Odd\r\n${allow}${empty}` },
  "a redirect to itself": { answer: `HTTP/1.1 302 Found\r\n${allow}Location: ?\r\n${empty}` },
  "a redirect with two places": { answer: `HTTP/1.1 302 Found\r\n${allow}Location: /a\r\nLocation: /b\r\n${empty}` },
  "a redirect to nowhere": { answer: `HTTP/1.1 302 Found\r\n${allow}${empty}` },
  "a redirected preflight": {
    asks: put,
    preflight: `HTTP/1.1 307 X\r\n${allow}Location: /a\r\n${empty}`,
    answer: passes,
  },
  "a connection that is closed without a word": { answer: (socket) => socket.destroy() },
  "what is no HTTP at all": { answer: "SSH-2.0-OpenSSH_9.2\r\n" },
  "two answers in one": { answer: `HTTP/1.1 200 OK\r\n${allow}Content-Length: 2\r\n\r\nabHTTP/1.1 500 X\r\n\r\n` },
};

/** Answers as a server of a misbehaviour does. */
function start({ answer, preflight }: Misbehaviour, origin: string): Promise<Served> {
  return serveBytes((socket, head) => {
    const given = head.startsWith("OPTIONS") ? (preflight ?? answer) : answer;
    if (typeof given === "string") socket.end(given.replaceAll("{origin}", origin), "latin1");
    else given(socket);
  });
}

let page: Served;
let origin: string;
beforeAll(async () => {
  page = await serve((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>A page</title>");
  });
  // Another host than the servers': a page and a server of one origin need no CORS.
  origin = new URL(page.url.replace("127.0.0.1", "localhost")).origin;
});
afterAll(() => page?.stop());

/** What a page does, and says of it. */
const ask = (url: string, { method = "GET" }: Partial<CorsRequest> = {}) =>
  `fetch(${JSON.stringify(url)}, { method: ${JSON.stringify(method)}, cache: "no-store" }).then(() => "passes", () => "blocked")`;

async function saidOf(engine: "chromium" | "firefox", url: string, asks: Partial<CorsRequest> = {}) {
  const request = plainRequest({ origin, url, ...asks });
  const { inEngines } = await probe(request, { timeout: 10_000, userAgent: "test" });
  return inEngines.find((each) => each.engine === engine)?.verdict;
}

/** Plays all in one browser. @param evaluate what an expression gives in a page of the origin */
async function compare(
  engine: "chromium" | "firefox",
  evaluate: (expression: string) => Promise<string>,
): Promise<void> {
  const played: Record<string, string> = {};
  const said: Record<string, string | undefined> = {};
  for (const [name, misbehaviour] of Object.entries(misbehaviours)) {
    const served = await start(misbehaviour, origin);
    try {
      played[name] = await evaluate(ask(served.url, misbehaviour.asks));
      said[name] = await saidOf(engine, served.url, misbehaviour.asks);
    } finally {
      served.stop();
    }
  }
  expect(said).toEqual(played);
  expect(new Set(Object.values(played))).toEqual(new Set(["passes", "blocked"]));
}

test("in Chromium", { timeout: launchTimeout }, async () => {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(origin);
    await compare("chromium", (expression) => tab.evaluate(expression));
  } finally {
    await browser.close();
  }
});

test("in Firefox", { timeout: launchTimeout }, async (context) => {
  if (!findFirefox()) {
    countNotRun(context, { count: 1, what: "a probe's verdicts in Firefox", variable: "ENGINES" });
    return;
  }
  const firefox = await openFirefox();
  try {
    await firefox.goto(origin);
    await compare("firefox", async (expression) => {
      await firefox.evaluate(`(window.said = "", ${expression}.then((said) => { window.said = said; }), "")`);
      await poll(() => firefox.evaluate("window.said")).not.toBe("");
      return firefox.evaluate("window.said");
    });
  } finally {
    await firefox.close();
  }
});
