import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RecipeParams } from "../../src/generator/params.ts";
import type { Running } from "../support/program.ts";

export interface Upstream extends Running {
  /** Every request that arrived, oldest first. */
  seen: Pick<IncomingMessage, "method" | "url" | "headers">[];
}

/**
 * Starts the application that proxies stand in front of. It has the paths that every recipe has:
 * data, private, boom; and it asks a token of OPTIONS too.
 * @param cors what it sends CORS headers for; without it, it knows nothing of CORS
 */
export async function startUpstream(cors?: RecipeParams): Promise<Upstream> {
  const seen: Upstream["seen"] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    seen.push({ method, url, headers });
    let body = "";
    for await (const chunk of request) body += chunk;
    response.setHeader("Vary", "Accept-Encoding");
    if (cors && answerCors(request, response, cors)) return;
    if (method === "OPTIONS") response.setHeader("Allow", "GET, POST, PUT, PATCH, DELETE, OPTIONS");
    response.writeHead(statusFor(request), { "Content-Type": "application/json" });
    response.end(JSON.stringify({ method, body: body ? JSON.parse(body) : null }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}`, seen, stop };
}

/** @returns whether the answer is complete: the request was a preflight */
function answerCors({ method, headers }: IncomingMessage, response: ServerResponse, cors: RecipeParams): boolean {
  const isPreflight = method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
  response.setHeader("Vary", "Origin, Accept-Encoding");
  if (headers.origin !== undefined && cors.origins.includes(headers.origin)) {
    response.setHeader("Access-Control-Allow-Origin", headers.origin);
    if (cors.credentials) response.setHeader("Access-Control-Allow-Credentials", "true");
    if (isPreflight) {
      response.setHeader("Access-Control-Allow-Methods", cors.methods.join(", "));
      response.setHeader("Access-Control-Allow-Headers", cors.headers.join(", "));
      response.setHeader("Access-Control-Max-Age", String(cors.maxAge));
    }
  }
  if (isPreflight) response.writeHead(204).end();
  return isPreflight;
}

function statusFor({ url, headers }: IncomingMessage): number {
  if (url === "/api/data") return 200;
  if (url === "/api/private") return headers.authorization?.startsWith("Bearer ") ? 200 : 401;
  return url === "/api/boom" ? 500 : 404;
}
