import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ABOUT, mayAnswerWith, PREFIX, readHops, writeHops } from "../../../src/components/TryIt/answers.ts";
import { startTryServer, type TryServer } from "./server.ts";

let lab: TryServer;
beforeAll(async () => {
  lab = await startTryServer();
});
afterAll(() => lab.close());

/** Sends bytes as they are, and waits until the server has closed the connection. */
function exchange(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(lab.port, "127.0.0.1", () => socket.write(text, "latin1"));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
  });
}

interface Got {
  status: number;
  headers: (readonly [string, string])[];
  body: string;
}

async function ask(line: string, headers: readonly string[] = [], body = ""): Promise<Got> {
  return read(await exchange(`${[`${line} HTTP/1.1`, "Host: lab", ...headers].join("\r\n")}\r\n\r\n${body}`));
}

function read(received: string): Got {
  const end = received.indexOf("\r\n\r\n");
  const [first = "", ...lines] = received.slice(0, end).split("\r\n");
  const headers = lines.map((line) => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)] as const;
  });
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]), headers, body: received.slice(end + 4) };
}

/** What the server sends of its own. */
const own = [
  "Content-Type",
  "X-Content-Type-Options",
  "Content-Security-Policy",
  "Referrer-Policy",
  "Cache-Control",
  "Connection",
  "Content-Length",
];
const askedFor = ({ headers }: Got) => headers.filter(([name]) => !own.includes(name));
const valuesOf = ({ headers }: Got, name: string) =>
  headers.filter(([each]) => each === name).map(([, value]) => value);

const allowAll = ["Access-Control-Allow-Origin", "*"] as const;
const preflight = { status: 204, headers: [allowAll, ["Access-Control-Allow-Methods", "PUT"]] } as const;
const addressOf = (...responses: readonly { status: number; headers: readonly (readonly [string, string])[] }[]) =>
  `${PREFIX}random-1/${writeHops(responses.map((response) => ({ preflight, response })))}`;
const good = addressOf({ status: 418, headers: [allowAll, ["Vary", "Origin"], ["Vary", "Accept"]] });

describe("it answers as the address says", () => {
  test("to a preflight, and without a body", async () => {
    const got = await ask(`OPTIONS ${good}`, ["Origin: https://a.example", "Access-Control-Request-Method: PUT"]);
    expect([got.status, askedFor(got), got.body]).toEqual([204, preflight.headers, ""]);
  });

  test("to all else, with each line as it is asked for, and with what arrived", async () => {
    const headers = [
      "Origin: https://a.example",
      "Cookie: session=secret",
      "Authorization: Bearer secret",
      "X-A: secret",
    ];
    const got = await ask(`patch ${good}`, [...headers, "Content-Length: 6"], "secret");
    expect([got.status, askedFor(got)]).toEqual([418, [allowAll, ["Vary", "Origin"], ["Vary", "Accept"]]]);
    expect(JSON.parse(got.body)).toEqual({
      method: "patch",
      origin: "https://a.example",
      names: ["authorization", "content-length", "cookie", "host", "origin", "x-a"],
    });
    expect(got.body).not.toContain("secret");
  });

  test("to an OPTIONS that is no preflight", async () => {
    expect((await ask(`OPTIONS ${good}`, ["Origin: https://a.example"])).status).toBe(418);
  });

  test("to HEAD, without a body", async () => {
    const got = await ask(`HEAD ${good}`);
    expect([got.status, got.body]).toEqual([418, ""]);
  });

  test("with a redirect to itself, and to nowhere else", async () => {
    const first = addressOf(
      { status: 302, headers: [allowAll] },
      { status: 307, headers: [] },
      { status: 200, headers: [] },
    );
    let path = first;
    for (const status of [302, 307]) {
      const got = await ask(`GET ${path}`);
      expect(got.status).toBe(status);
      const [location = ""] = valuesOf(got, "Location");
      expect(location).toMatch(/^[\w-]+$/);
      path = new URL(location, `http://lab.example${path}`).pathname;
      expect(path).toMatch(/^\/try\/random-1\//);
    }
    const last = await ask(`GET ${path}`);
    expect([last.status, valuesOf(last, "Location")]).toEqual([200, []]);
  });

  test("and says at its root what it is, to whoever asks", async () => {
    const got = await ask("GET /");
    expect([got.status, got.body, askedFor(got)]).toEqual([200, ABOUT, [allowAll]]);
  });
});

test("nothing that it answers is run, sniffed or kept", async () => {
  for (const path of ["/", good, "/nothing", `${PREFIX}a/e30`]) {
    const got = await ask(`GET ${path}`);
    expect(valuesOf(got, "Content-Type"), path).toEqual(["text/plain; charset=utf-8"]);
    expect(valuesOf(got, "X-Content-Type-Options"), path).toEqual(["nosniff"]);
    expect(valuesOf(got, "Content-Security-Policy").join(), path).toMatch(/^sandbox; default-src 'none'/);
    expect(valuesOf(got, "Cache-Control"), path).toEqual(["no-store"]);
    expect(valuesOf(got, "Set-Cookie"), path).toEqual([]);
  }
});

describe("what is wrong is answered 400, with what to do about it", () => {
  test.each([
    ["another path", "GET /elsewhere", []],
    ["no answers", `GET ${PREFIX}a/`, []],
    ["no base64url", `GET ${PREFIX}a/@@@`, []],
    ["a query", `GET ${good}?a`, []],
    ["a whole URL, as proxies are asked", "GET http://other.example/", []],
    ["a tunnel", "CONNECT other.example:443", []],
    ["a long address", `GET ${PREFIX}a/${"a".repeat(7000)}`, []],
    ["long headers", "GET /", [`X-A: ${"a".repeat(20_000)}`]],
    ["a long body", `POST ${good}`, ["Content-Length: 65537"]],
    ["a body of no length", `POST ${good}`, ["Transfer-Encoding: chunked"]],
    ["a length that is none", `POST ${good}`, ["Content-Length: -1"]],
    ["no method", `G(T ${good}`, []],
  ])("%s", async (_what, line, headers) => {
    const got = await ask(line, headers);
    expect(got.status).toBe(400);
    expect(got.body).toMatch(/^[^\n]+\.\n[^\n]+\.\n$/);
    expect(askedFor(got)).toEqual([allowAll]);
  });
});

test("whatever is asked, it answers 400 or what the address says, with no other header and on no other line", async () => {
  const part = fc.oneof(
    fc.string({ unit: "binary-ascii", maxLength: 60 }),
    fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString("base64url")),
    fc
      .array(fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.tuple(fc.string(), fc.string())), { maxLength: 2 }))
      .map((value) => Buffer.from(JSON.stringify(value)).toString("base64url")),
    fc.constantFrom("Vary", "Set-Cookie", "vary\r\nset-cookie").chain((name) =>
      fc.string({ unit: "binary-ascii", maxLength: 30 }).map((value) => {
        const list = [[[204], [200, [name, value]]]];
        return Buffer.from(JSON.stringify(list)).toString("base64url");
      }),
    ),
  );
  const path = fc.tuple(fc.constantFrom(PREFIX, `${PREFIX}a/`, "/", ""), part).map((parts) => parts.join(""));
  const header = fc
    .stringMatching(/^[!-~]{1,20}: [ -~]{0,40}$/)
    .filter((line) => !/^(content-length|transfer-encoding)/i.test(line));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("GET", "PUT", "OPTIONS", "x"),
      path,
      fc.array(header, { maxLength: 4 }),
      async (method, asked, headers) => {
        const got = await ask(`${method} ${asked}`, headers);
        for (const [name, value] of askedFor(got)) {
          expect(mayAnswerWith(name), name).toBe(true);
          expect(value).not.toMatch(/[\r\n\0]/);
        }
        expect(
          got.headers
            .map(([name]) => name)
            .filter((name) => own.includes(name))
            .slice(0, 6),
        ).toEqual(own.slice(0, 6));
        expect(got.body.length).toBeLessThan(20_000);
        if (got.status === 400) return;
        const encoded = asked.slice(`${PREFIX}a/`.length);
        const readBack = asked === "/" ? undefined : readHops(encoded);
        if (!readBack) expect(got.body).toBe(ABOUT);
        else if ("wrong" in readBack) throw new Error(`It answered ${got.status} to ${asked}.`);
        else expect(got.status).toBe(readBack.hops[0]?.response.status);
      },
    ),
    { numRuns: 300 },
  );
});

test("an ordinary client of HTTP understands it", async () => {
  const body = await new Promise<string>((resolve, reject) => {
    const asking = httpRequest({ host: "127.0.0.1", port: lab.port, path: good, method: "PUT" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(text));
    });
    asking.on("error", reject);
    asking.setHeader("Content-Length", 60_000);
    asking.end("a".repeat(60_000));
  });
  expect(JSON.parse(body)).toMatchObject({ method: "PUT", origin: "" });
});

test("a body that comes in pieces, behind a header of spaces, is as quickly done with as any", async () => {
  const head = `POST ${good} HTTP/1.1\r\nX-A: a${" ".repeat(16_000)}b\r\nContent-Length: 60\r\n\r\n`;
  const socket = connect(lab.port, "127.0.0.1").setNoDelay().setEncoding("latin1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  for (const piece of [head, ..."a".repeat(60)]) {
    await new Promise((resolve) => socket.write(piece, "latin1", resolve));
    await new Promise(setImmediate);
  }
  await new Promise((resolve) => socket.once("close", resolve));
  // Who takes too long is not answered.
  expect(read(received).status).toBe(418);
});

test("who says nothing, or never comes to an end, does not hold it up", async () => {
  const silent = connect(lab.port, "127.0.0.1");
  const endless = connect(lab.port, "127.0.0.1", () => endless.write("GET / HTTP/1.1\r\n"));
  try {
    expect((await ask("GET /")).status).toBe(200);
    // It ends them by itself: nobody here does.
    await Promise.all([silent, endless].map((socket) => new Promise((resolve) => socket.once("close", resolve))));
  } finally {
    silent.destroy();
    endless.destroy();
  }
});
