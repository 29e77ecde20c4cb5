import { connect as connectHttp2 } from "node:http2";
import { connect as connectPlain, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { request } from "../../src/rules/examples/index.ts";
import { hosts } from "../../src/scenarios/hosts.ts";
import type { Scenario, Step } from "../../src/scenarios/types.ts";
import { type Lab, startLab } from "./servers.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab?.close());

/** From the lab's page to its API. */
const plain = request();

function scenario(...steps: [Step, ...Step[]]): Scenario {
  return { id: "a-scenario", title: "A scenario.", shows: [], steps };
}

const twice = {
  status: 200,
  headers: [
    ["Access-Control-Allow-Origin", hosts.page],
    ["Access-Control-Allow-Origin", hosts.page],
  ] as const,
};

/** Sends bytes as they are, and reads the answer's. */
async function send(url: string, method: string, ...lines: string[]): Promise<string> {
  const { protocol, hostname: host, port, pathname } = new URL(url);
  const options = { host, port: Number(port), rejectUnauthorized: false };
  const socket: Socket = protocol === "https:" ? connectTls(options) : connectPlain(options);
  socket.end(`${[`${method} ${pathname} HTTP/1.1`, `Host: ${host}`, ...lines].join("\r\n")}\r\n\r\n`);
  return text(socket);
}

test.for([hosts.plainApi, hosts.api])(
  "%s sends two equal header lines as two, and none of its own but two",
  async (host) => {
    const play = lab.prepare(scenario({ request: { ...plain, url: `${host}/items` }, response: twice }));
    play.begin(0);
    const answer = await send(play.steps[0]?.step.request.url ?? "", "GET");
    const line = `Access-Control-Allow-Origin: ${lab.real.page}`;
    expect(answer).toBe(
      `HTTP/1.1 200 OK\r\n${line}\r\n${line}\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{"items":[]}`,
    );
  },
);

test("a method arrives as it is written, and so do the headers that have to do with CORS", async () => {
  const play = lab.prepare(scenario({ request: plain }));
  play.begin(0);
  const lines = [`Origin: ${lab.real.page}`, "X-Other: 1", "Content-Type: multipart/form-data; boundary=----abc"];
  await send(play.steps[0]?.step.request.url ?? "", "patch", ...lines);
  expect(play.arrivals()).toEqual([
    {
      url: "https://api.example.com/items",
      method: "patch",
      headers: [
        ["origin", "https://app.example.com"],
        ["content-type", "multipart/form-data; boundary=X"],
      ],
    },
  ]);
});

test("over HTTP/2 a stream is read to its end before it is answered, and two equal lines are two", async () => {
  const play = lab.prepare(scenario({ request: { ...plain, url: `${hosts.http2}/items` }, response: twice }));
  play.begin(0);
  const { origin, pathname } = new URL(play.steps[0]?.step.request.url ?? "");
  const session = connectHttp2(origin, { rejectUnauthorized: false });
  try {
    const stream = session.request({ ":method": "POST", ":path": pathname });
    let lines: string[] = [];
    stream.on("response", (_headers, _flags, rawHeaders: string[]) => {
      lines = rawHeaders;
    });
    stream.write("first");
    await pause(50);
    expect(lines).toEqual([]);
    stream.end("last");
    expect(await text(stream)).toBe('{"items":[]}');
    expect(lines.filter((each) => each === "access-control-allow-origin")).toHaveLength(2);
    expect(lines).not.toContain("content-length");
    expect(play.arrivals()).toMatchObject([{ url: "https://h2.example.com/items", method: "POST" }]);
  } finally {
    session.destroy();
  }
});

test("a play's URLs are its own, and its arrivals are of the step that was begun last", async () => {
  const steps: [Step, Step] = [
    { request: plain, response: { status: 201, headers: [] } },
    { request: plain, response: { status: 202, headers: [] } },
  ];
  const [first, second] = [lab.prepare(scenario(...steps)), lab.prepare(scenario(...steps))];
  const urls = [first, second].flatMap(({ steps }) => steps.map(({ step }) => step.request.url));
  expect(new Set(urls).size).toBe(2);
  expect(urls[0]).toBe(urls[1]);

  first.begin(0);
  expect(await send(urls[0] ?? "", "GET")).toContain("HTTP/1.1 201 Created");
  first.begin(1);
  expect(first.arrivals()).toEqual([]);
  expect(await send(urls[0] ?? "", "GET")).toContain("HTTP/1.1 202 Accepted");
  expect(first.arrivals()).toHaveLength(1);
  expect(first.toNamed(`at '${urls[0]}'`)).toBe("at 'https://api.example.com/items'");
});

test("a redirect leads into the play, and what it leads to answers as planned", async () => {
  const play = lab.prepare(
    scenario({
      request: { ...plain, method: "PUT" },
      preflight: { status: 204, headers: [] },
      response: { status: 307, headers: [["Location", `${hosts.other}/moved`]] },
      redirects: [
        { preflight: { status: 299, headers: [] }, response: { status: 302, headers: [["location", "again"]] } },
        { response: { status: 418, headers: [] } },
      ],
    }),
  );
  play.begin(0);
  const asks = "Access-Control-Request-Method: PUT";
  const url = play.steps[0]?.step.request.url ?? "";
  expect(await send(url, "OPTIONS", asks)).toContain(" 204 ");
  const location = /Location: (\S+)/.exec(await send(url, "PUT"))?.[1] ?? "";
  expect(location.startsWith(`${lab.real.other}/~`)).toBe(true);
  expect(await send(location, "OPTIONS", asks)).toContain(" 299 ");
  expect(await send(location, "PUT")).toContain(" 302 ");
  expect(await send(new URL("again", location).href, "PUT")).toContain(" 418 ");
  expect(play.arrivals().map(({ url, method }) => `${method} ${url}`)).toEqual([
    "OPTIONS https://api.example.com/items",
    "PUT https://api.example.com/items",
    "OPTIONS https://other.example.com/moved",
    "PUT https://other.example.com/moved",
    "PUT https://other.example.com/again",
  ]);
});

test("what no step plans is a 404, and a preflight is none without Access-Control-Request-Method", async () => {
  const play = lab.prepare(scenario({ request: plain, response: { status: 200, headers: [] } }));
  play.begin(0);
  const url = play.steps[0]?.step.request.url ?? "";
  expect(await send(url, "OPTIONS", "Access-Control-Request-Method: PUT")).toContain(" 404 ");
  expect(await send(url, "OPTIONS")).toContain(" 200 ");
  expect(await send(`${url}/more`, "GET")).toContain(" 404 ");
});

test("a stored step's server would answer as the step before", async () => {
  const step = { request: plain, response: { status: 201, headers: [] } };
  const play = lab.prepare(scenario(step, { request: plain, stored: true, response: { status: 200, headers: [] } }));
  play.begin(1);
  expect(await send(play.steps[1]?.step.request.url ?? "", "GET")).toContain(" 201 ");
});

test("nothing listens at down, and untrusted has a certificate of its own", async () => {
  await expect(send(`${lab.real.down}/`, "GET")).rejects.toThrow("ECONNREFUSED");
  const keys = await Promise.all([lab.real.api, lab.real.page, lab.real.untrusted].map(publicKey));
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[0]);
});

function publicKey(origin: string): Promise<string | undefined> {
  const { hostname: host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connectTls({ host, port: Number(port), rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "pem" }).toString());
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

test("a page of no host cannot be had", () => {
  const elsewhere = scenario({ request: { ...plain, origin: "https://elsewhere.example" } });
  expect(() => lab.prepare(elsewhere)).toThrow("No host of the lab has the origin https://elsewhere.example. Take one");
});
