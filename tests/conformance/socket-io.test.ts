import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPages, type Pages } from "../../scripts/conformance/browserLine.ts";
import { send } from "../../scripts/conformance/http.ts";
import { loadRecipe, recipesFolder } from "../../scripts/conformance/recipes.ts";
import { request, sendActual, sendPreflight } from "../../scripts/conformance/requests.ts";
import { generate } from "../../scripts/conformance/workshop.ts";
import type { Running } from "../../scripts/support/program.ts";
import { defaultParams } from "../../src/generator/params.ts";
import { checkPreflightResponse, checkResponse, findCauses } from "../../src/rules/index.ts";
import { launchTimeout } from "../support/chromium.ts";
import { countOwn, ownHere, recordHeld } from "./own.ts";
import { startInWorkshop, startTimeout } from "./startInWorkshop.ts";

const recipe = loadRecipe("socket-io");
const isHere = ownHere([recipe.id]).length > 0;
test("it is counted where it is not played", (context) => countOwn(context, [recipe.id]));
recordHeld([recipe.id]);
const handshake = "/socket.io/?EIO=4&transport=polling";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
}, launchTimeout);
afterAll(() => pages?.close());

describe.runIf(isHere)("socket-io/server.js", () => {
  let server: Running;
  beforeAll(async () => {
    server = await start(generate(recipe, { ...defaultParams, origins: [pages.allowed] }));
  }, startTimeout);
  afterAll(() => server?.stop());

  test.for(["polling", "websocket"])(
    "a page of the allowed origin connects by %s, and its cookies arrive",
    async (by) => {
      expect(await connect(server.url, pages.allowed, by)).toMatchObject({ cookie: "session=1" });
    },
  );

  test("a header of one's own passes the preflight of long polling", async () => {
    expect(await connect(server.url, pages.allowed, "polling")).toMatchObject({ authorization: "Bearer token" });
    const wanted = request(server.url + handshake, { origin: pages.allowed });
    expect(checkPreflightResponse(wanted, await sendPreflight(wanted))).toEqual({ ok: true });
  });

  test("a page of another origin connects neither by polling nor by WebSocket", async () => {
    expect(await connect(server.url, pages.foreign, "polling")).toBe("xhr poll error");
    expect(await connect(server.url, pages.foreign, "websocket")).toBe("websocket error");
  });

  test("the page can read errors, too", async () => {
    const wanted = request(`${server.url}/socket.io/?EIO=4&transport=pigeon`, { origin: pages.allowed });
    const answer = await sendActual(wanted);
    expect(answer).toMatchObject({ status: 400, body: '{"code":0,"message":"Transport unknown"}' });
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
  });

  test("a program that is no browser, and sends no Origin, is let in", async () => {
    expect(await send(server.url + handshake)).toMatchObject({ status: 200 });
  });
});

describe.runIf(isHere)("socket-io/broken.js", () => {
  const { file = "", causes } = recipe.broken ?? {};
  let server: Running;
  beforeAll(async () => {
    const text = readFileSync(join(recipesFolder, recipe.id, file), "utf8");
    server = await start(text.replace("https://app.example.com", pages.allowed));
  }, startTimeout);
  afterAll(() => server?.stop());

  test("long polling is refused, and a WebSocket of any origin is let in", async () => {
    expect(await connect(server.url, pages.allowed, "polling")).toBe("xhr poll error");
    for (const origin of [pages.allowed, pages.foreign]) {
      expect(await connect(server.url, origin, "websocket")).toHaveProperty("cookie");
    }
  });

  test("the rules find the causes that the recipe names, with a header of one's own and without", async () => {
    const wanted = request(server.url + handshake, { origin: pages.allowed });
    const preflight = await sendPreflight(wanted);
    expect(preflight).toMatchObject({ status: 400, body: '{"code":2,"message":"Bad handshake method"}' });
    const simple = { ...wanted, headers: [] };
    const response = await sendActual(simple);
    expect(response.status).toBe(200);
    const found = [
      { request: wanted, preflight },
      { request: simple, response },
    ].flatMap(findCauses);
    expect(found.map(({ id }) => id).sort()).toEqual(causes);
  });
});

function start(text: string): Promise<Running> {
  return startInWorkshop({ id: recipe.id, files: { "server.js": text }, command: () => ["node", "server.js"] });
}

/**
 * Connects from a page with the client that the server itself has.
 * @returns what the server read in its handshake; or the message of the error that the client gives
 */
async function connect(url: string, origin: string, transport: string): Promise<unknown> {
  const context = await pages.browser.newContext();
  // The same site as the allowed page, so that its cookies go along.
  const { port } = new URL(url);
  const server = `http://localhost:${port}`;
  try {
    await context.addCookies([{ name: "session", value: "1", url: server }]);
    const page = await context.newPage();
    await page.goto(origin);
    await page.addScriptTag({ url: `${server}/socket.io/socket.io.js` });
    return await page.evaluate(
      ({ url, transport }) =>
        new Promise((resolve) => {
          const options = {
            transports: [transport],
            withCredentials: true,
            extraHeaders: { Authorization: "Bearer token" },
            reconnection: false,
          };
          const { io } = window as unknown as { io: (url: string, options: object) => SocketOfPage };
          const socket = io(url, options);
          socket.on("hello", resolve);
          socket.on("connect_error", ({ message }) => resolve(message));
        }),
      { url: server, transport },
    );
  } finally {
    await context.close();
  }
}

interface SocketOfPage {
  on(event: string, listener: (told: { message?: string }) => void): void;
}
