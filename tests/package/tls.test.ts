import { once } from "node:events";
import { writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createSecureServer } from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCertificate } from "../../scripts/lab/certificate.ts";
import { installed, runCommand } from "../support/packedPackage.ts";

/** Servers over TLS: which version of HTTP is spoken is the server's choice, as with a browser. */
let folder: string;
let trusted: Record<string, string>;
const servers: Server[] = [];
const urls: Record<"HTTP/2" | "HTTP/1.1", string> = { "HTTP/2": "", "HTTP/1.1": "" };
const asked: string[] = [];

beforeAll(async () => {
  folder = await installed();
  const certificate = await makeCertificate();
  writeFileSync(join(folder, "ca.pem"), certificate.cert);
  trusted = { NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") };
  for (const protocol of ["HTTP/2", "HTTP/1.1"] as const) {
    // Both hand over what Node's http does.
    const create = (protocol === "HTTP/2" ? createSecureServer : createHttpsServer) as typeof createHttpsServer;
    const server = create(certificate, (request: IncomingMessage, response: ServerResponse) => {
      asked.push(`${request.httpVersion} ${request.method} ${Object.keys(request.headers).join()}`);
      request.resume();
      response.writeHead(request.method === "OPTIONS" ? 204 : 200, {
        "access-control-allow-origin": "https://app.example.com",
        "access-control-allow-methods": "PUT",
        vary: "Origin",
      });
      response.end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    servers.push(server);
    urls[protocol] = `https://localhost:${(server.address() as AddressInfo).port}/`;
  }
});
afterAll(() => {
  for (const server of servers) server.close();
});

const args = ["--origin", "https://app.example.com", "--method", "PUT", "--json"];

test.for(["HTTP/2", "HTTP/1.1"] as const)("over %s", async (protocol) => {
  asked.length = 0;
  const { status, out } = await runCommand(folder, ["probe", urls[protocol], ...args], { env: trusted });
  const { verdict, engines, sent } = JSON.parse(out);
  expect({ status, verdict, sent, spoken: engines[0].exchange.protocol }).toEqual({
    status: 0,
    verdict: "passes",
    sent: 2,
    spoken: protocol,
  });
  expect(asked.map((each) => each.split(" ")[1])).toEqual(["OPTIONS", "PUT"]);
  expect(asked[0]).toContain("access-control-request-method");
});

test("a certificate that is not trusted stops a browser, and is named", async () => {
  const { status, out } = await runCommand(folder, ["probe", urls["HTTP/2"], ...args]);
  const { causes, failures } = JSON.parse(out);
  expect(status).toBe(1);
  expect(failures[0]).toMatchObject({ code: "certificate" });
  expect(causes[0].id).toMatch(/certificate|server-not-reached/);
});
