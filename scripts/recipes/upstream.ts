import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Running } from "./processes.ts";

export interface Upstream extends Running {
  /** Every request that arrived, oldest first. */
  seen: Pick<IncomingMessage, "method" | "url" | "headers">[];
}

/**
 * Starts an application that knows nothing of CORS, for the proxies to stand in front of. It has
 * the same paths as the server recipes: data, private, boom; and it asks a token of OPTIONS too.
 * @param headers sent with every answer
 */
export async function startUpstream(headers: Record<string, string> = {}): Promise<Upstream> {
  const seen: Upstream["seen"] = [];
  const server = createServer((request, response) => {
    const { method, url } = request;
    seen.push({ method, url, headers: request.headers });
    const status = statusFor(request);
    response.writeHead(status, {
      "Content-Type": "application/json",
      Vary: "Accept-Encoding",
      ...(method === "OPTIONS" && { Allow: "GET, POST, PUT, PATCH, DELETE, OPTIONS" }),
      ...headers,
    });
    response.end(JSON.stringify({ method, status }));
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

function statusFor({ url, headers }: IncomingMessage): number {
  if (url === "/api/data") return 200;
  if (url === "/api/private") return headers.authorization?.startsWith("Bearer ") ? 200 : 401;
  return url === "/api/boom" ? 500 : 404;
}
