import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { NotCors } from "../../src/content/schemas/notCors.ts";
import { diagnose } from "../../src/diagnose/index.ts";
import { engines } from "../../src/rules/index.ts";
import { browserBeside, type LiveServers, startServers } from "../support/liveServers.ts";

/** What stands in content/not-cors.yaml of pages that want shared memory: each browser that is installed is asked anew. */
const neighbour = (parse(readFileSync("content/not-cors.yaml", "utf8")) as NotCors[]).find(
  ({ id }) => id === "cross-origin-isolation",
);

const isolating = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** `/isolated` sends both headers, `/cors` one of CORS. */
function answer({ url }: IncomingMessage, response: ServerResponse): void {
  if (url === "/isolated") for (const [name, value] of Object.entries(isolating)) response.setHeader(name, value);
  if (url === "/cors") response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Content-Type", "text/html").end("<!doctype html><body>");
}

let live: LiveServers;
beforeAll(async () => {
  live = await startServers(2, answer);
});
afterAll(() => live.close());

describe.for(engines)("%s", (engine) => {
  const browser = browserBeside(() => live, engine);

  /** What a page says that shares memory: whether it is isolated, or what it prints. */
  async function sharing(path: string): Promise<unknown> {
    await browser.tab.goto(`${live.origins[0]}${path}`);
    return browser.tab.evaluate(
      "(() => { try { return { isolated: crossOriginIsolated, bytes: new SharedArrayBuffer(8).byteLength } } catch (error) { return { isolated: crossOriginIsolated, printed: String(error) } } })()",
    );
  }

  test.skipIf(browser.missing)(
    "no header of CORS gives a page shared memory, and what it prints is listed",
    async () => {
      for (const path of ["/", "/cors"]) {
        const { isolated, printed = "" } = (await sharing(path)) as { isolated: boolean; printed?: string };
        expect([path, isolated]).toEqual([path, false]);
        expect(neighbour?.messages?.map(({ text }) => text.replace(/^Uncaught /, ""))).toContain(printed);
        expect(diagnose(printed).findings[0]?.notCors).toBe("cross-origin-isolation");
      }
    },
  );

  test.skipIf(browser.missing)("the two headers of the page itself do", async () => {
    const shared = (await sharing("/isolated")) as { isolated: boolean; bytes?: number };
    expect(shared.isolated).toBe(true);
    // WebKitGTK defines none even then; Safari has it since 15.2.
    if (engine !== "webkit") expect(shared.bytes).toBe(8);
  });
});
