import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkResponse, decidePreflight } from "../../src/rules/index.ts";
import { request } from "./conformance.ts";
import { send, valuesOf } from "./http.ts";
import { recipePath } from "./processes.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

describe("vite-proxy/vite.config.js", () => {
  let upstream: Upstream;
  let vite: ViteDevServer;
  let root: string;
  let page: string;

  beforeAll(async () => {
    upstream = await startUpstream();
    vi.stubEnv("UPSTREAM", upstream.url);
    root = await mkdtemp(join(tmpdir(), "recipe-vite-"));
    vite = await createServer({
      configFile: recipePath("vite-proxy/vite.config.js"),
      configLoader: "native",
      root,
      cacheDir: join(root, "cache"),
      logLevel: "silent",
      server: { host: "127.0.0.1", port: 0 },
    });
    await vite.listen();
    page = new URL(vite.resolvedUrls?.local[0] ?? "").origin;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await vite?.close();
    await upstream?.stop();
    if (root) await rm(root, { recursive: true, force: true });
  });

  test("a same-origin request reaches the application, and no CORS header is needed", async () => {
    const wanted = request(`${page}/api/data`, { origin: page });
    expect(decidePreflight(wanted).outcome).toBe("same-origin");

    const answer = await send(wanted.url, { headers: wanted.headers });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ method: "GET", status: 200 });
    expect(valuesOf(answer, "Access-Control-Allow-Origin")).toEqual([]);
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
  });

  test("changeOrigin sends the target's Host and leaves Origin alone", async () => {
    await send(`${page}/api/data`, { method: "PUT", headers: [["Origin", page]], body: "{}" });
    expect(upstream.seen.at(-1)).toMatchObject({
      method: "PUT",
      headers: { host: new URL(upstream.url).host, origin: page },
    });
  });

  test("a path outside /api is not passed on", async () => {
    const before = upstream.seen.length;
    await send(`${page}/other`);
    expect(upstream.seen).toHaveLength(before);
  });
});
