import { once } from "node:events";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { connect, createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { finishReplacement, startReplacement } from "./support/replaceFolder.ts";

const page = `<p>${"a page long enough to be compressed ".repeat(100)}</p>`;
const languages = ["zh-TW", "ja", "en"];

let parent: string;
let folder: string;
let server: Server;
let address: URL;
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), "serve-"));
  folder = join(parent, "dist");
  fill(folder);
  await serve();
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
  rmSync(parent, { recursive: true, force: true });
});

/** A site of one page in each language. */
function fill(site: string): void {
  for (const path of ["", ...languages]) {
    mkdirSync(join(site, path), { recursive: true });
    writeFileSync(join(site, path, "index.html"), page);
    writeFileSync(join(site, path, "404.html"), `not found: ${path || "root"}`);
  }
}

async function serve(): Promise<void> {
  const { serveSite } = await import("./serve.ts");
  const site = await serveSite(folder);
  server = site.server;
  address = new URL(site.address);
}

/** Asks over a connection of its own, and never changes the path. */
async function ask(path: string, { method = "GET", headers = {} as Record<string, string> } = {}) {
  const sent = request({ host: address.hostname, port: address.port, path, method, headers, agent: false });
  sent.end();
  const [response] = await once(sent, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return { status: response.statusCode, headers: response.headers, body, text: body.toString() };
}

test("a page comes with its type, and may be kept only as long as it is the same", async () => {
  const { status, headers, text } = await ask("/en/");
  expect({ status, text }).toEqual({ status: 200, text: page });
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["cache-control"]).toBe("no-cache");
  expect(headers).not.toHaveProperty("x-powered-by");
});

test("who has the page already is told so", async () => {
  const { headers } = await ask("/en/");
  const again = await ask("/en/", { headers: { "If-None-Match": headers.etag } });
  expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 });
});

test.each([
  ["gzip", gunzipSync],
  ["br", brotliDecompressSync],
])("a page is compressed with %s for who asks for it", async (encoding, decompress) => {
  const { headers, body } = await ask("/en/", { headers: { "Accept-Encoding": encoding } });
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers.vary).toBe("Accept-Encoding");
  expect(decompress(body).toString()).toBe(page);
});

test("a folder without its slash leads to the page", async () => {
  const { status, headers } = await ask("/en?q=a");
  expect({ status, location: headers.location }).toEqual({ status: 301, location: "/en/?q=a" });
});

describe("a range", () => {
  test.each([
    ["bytes=0-0", 206, page.slice(0, 1)],
    ["bytes=-5", 206, page.slice(-5)],
    ["bytes=5-2", 416, "Range Not Satisfiable"],
    ["bytes=999999-", 416, "Range Not Satisfiable"],
    ["items=1-2", 200, page],
  ])("of %s is answered with %i", async (range, status, text) => {
    // Also where the answer could be compressed: the range counts the file's own bytes.
    for (const encoding of ["identity", "gzip"]) {
      const answer = await ask("/en/", { headers: { Range: range, "Accept-Encoding": encoding } });
      expect(answer.status).toBe(status);
      if (status !== 200 || encoding === "identity") expect(answer.text).toBe(text);
      if (status === 416) expect(answer.headers["content-range"]).toBe(`bytes */${page.length}`);
    }
    expect((await ask("/en/")).status).toBe(200);
  });
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])("%s is not allowed", async (method) => {
  for (const path of ["/en/", "/nowhere"]) {
    const { status, headers } = await ask(path, { method });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: "GET, HEAD" });
  }
});

test("HEAD has the headers of GET and no page", async () => {
  const { status, headers, body } = await ask("/en/", { method: "HEAD" });
  expect({ status, length: headers["content-length"] }).toEqual({ status: 200, length: String(page.length) });
  expect(body.length).toBe(0);
});

describe("what is not there", () => {
  test.each([
    ["/nowhere", "root"],
    ["/zh-TW/nowhere/", "zh-TW"],
    ["/ja/nowhere", "ja"],
    ["/en/no/such/page/", "en"],
    ["/english/", "root"],
    ["/en/%zz", "en"],
    ["/%00", "root"],
    ["/../serve-secret", "root"],
    ["/en/%2e%2e/%2e%2e/serve-secret", "en"],
    ["/en/..%2f..%2fserve-secret", "en"],
    ["/..%5c..%5cserve-secret", "root"],
    ["//127.0.0.1/en/", "root"],
    ["/.git/config", "root"],
  ])("%s is answered with the 404 page of: %s", async (path, language) => {
    writeFileSync(join(parent, "serve-secret"), "secret");
    const { status, text } = await ask(path, { headers: { Range: "bytes=0-0", "If-None-Match": "*" } });
    expect({ status, text }).toEqual({ status: 404, text: `not found: ${language}` });
  });

  test("without a 404 page the status alone says so", async () => {
    rmSync(join(folder, "ja"), { recursive: true });
    expect(await ask("/ja/")).toMatchObject({ status: 404, text: "Not Found" });
  });
});

test("below a base path, that is where the site is and nothing else", async () => {
  server.close();
  await once(server, "close");
  vi.stubEnv("BASE_PATH", "/cors/");
  vi.resetModules();
  try {
    await serve();
    expect(address.pathname).toBe("/cors/");
    expect((await ask("/cors/en/")).text).toBe(page);
    expect(await ask("/cors")).toMatchObject({ status: 301, headers: { location: "/cors/" } });
    expect(await ask("/cors/ja/nowhere")).toMatchObject({ status: 404, text: "not found: ja" });
    for (const path of ["/en/", "/CORS/en/", "/corse/"]) {
      expect(await ask(path)).toMatchObject({ status: 404, text: "not found: root" });
    }
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
  }
});

test("a request that is none does not end the server", async () => {
  const socket = connect(Number(address.port), address.hostname);
  socket.end("GARBAGE\r\n\r\n");
  await once(socket.resume(), "close");
  expect((await ask("/en/")).status).toBe(200);
});

test.runIf(process.platform !== "win32")(
  "a file that cannot be opened is a failure, and the server goes on",
  async () => {
    // A socket: it is there, and opening it fails for everyone, root too.
    const socket = createSocket().listen(join(folder, "en/socket"));
    await once(socket, "listening");
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    try {
      expect(await ask("/en/socket")).toMatchObject({ status: 500, text: "Internal Server Error" });
      expect(error.mock.calls.join()).toMatch(/ENXIO.*en\/socket'\n.*run the command again/);
    } finally {
      error.mockRestore();
      socket.close();
    }
    expect((await ask("/en/")).status).toBe(200);
  },
);

test("files that go away and come back while they are asked for are there or not, and the server goes on", async () => {
  const file = join(folder, "en/index.html");
  for (let round = 0; round < 50; round++) {
    const answers = Array.from({ length: 20 }, () => ask("/en/"));
    rmSync(file);
    await answers[0];
    writeFileSync(`${file}.new`, page);
    renameSync(`${file}.new`, file);
    for (const { status, text } of await Promise.all(answers)) {
      expect([`200 ${page}`, "404 not found: en"]).toContain(`${status} ${text}`);
    }
  }
  expect((await ask("/en/")).text).toBe(page);
});

test("while the site is replaced by another build no page is missing", async () => {
  for (let round = 0; round < 50; round++) {
    const { next } = startReplacement(folder);
    fill(next);
    const answers = Array.from({ length: 20 }, () => ask("/en/"));
    // Some have been read by now, some not yet.
    await answers[round % answers.length];
    const late = Array.from({ length: 20 }, () => ask("/ja/"));
    finishReplacement(next);
    for (const { status, text } of await Promise.all([...answers, ...late])) {
      expect({ status, text }).toEqual({ status: 200, text: page });
    }
  }
});

test("a page that is asked for while there is no folder is served once there is one again", async () => {
  renameSync(folder, `${folder}.old-1`);
  const answer = ask("/en/");
  await once(server, "request");
  // Long enough for a look-up that finds nothing; where it is not, the page is found all the same.
  await new Promise((resolve) => setTimeout(resolve, 100));
  renameSync(`${folder}.old-1`, folder);
  expect(await answer).toMatchObject({ status: 200, text: page });
});

test("a folder without a site is an error that says what to do", async () => {
  const { serveSite } = await import("./serve.ts");
  await expect(serveSite(join(parent, "nowhere"))).rejects.toThrow(
    /There is no built site in .*nowhere\/\.\nRun: npm run build/,
  );
});

test("a port that is taken is an error", async () => {
  const { serveSite } = await import("./serve.ts");
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const taken = (other.address() as { port: number }).port;
  await expect(serveSite(folder, taken)).rejects.toMatchObject({ code: "EADDRINUSE" });
  other.close();
});
