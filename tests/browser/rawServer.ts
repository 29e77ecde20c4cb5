import { type AddressInfo, createServer, type Socket } from "node:net";
import type { HeaderLine } from "../../src/rules/index.ts";

/** A request as its bytes came in: nothing normalised, nothing combined. */
export interface Arrival {
  method: string;
  /** Path and query. */
  path: string;
  headers: HeaderLine[];
}

/** What to answer. Length and end of the connection are the server's own business. */
export interface Answer {
  status: number;
  headers: readonly HeaderLine[];
  body?: string;
}

export interface RawServer {
  origin: string;
  close(): Promise<void>;
}

/**
 * Starts an HTTP/1.1 server on a free port of 127.0.0.1 that hands over each request as it arrived.
 * On sockets, because Node's own HTTP parser refuses methods that it does not know, `patch` among
 * them. One request a connection; a body needs a Content-Length, as all bodies but streams have.
 */
export async function startRawServer(answer: (arrival: Arrival) => Answer): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const arrival = parse(received);
      if (!arrival) return;
      socket.removeAllListeners("data");
      socket.end(serialize(answer(arrival), arrival.method), "latin1");
    });
    // A browser drops connections that it opened ahead of need: no concern of a test.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** @returns `undefined` as long as a part of the request is still to come */
function parse(received: string): Arrival | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const [requestLine = "", ...lines] = received.slice(0, end).split("\r\n");
  const headers = lines.map((line): HeaderLine => {
    const colon = line.indexOf(":");
    // Not trim(): a no-break space is a byte of the value.
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, "")];
  });
  const length = Number(headers.find(([name]) => name.toLowerCase() === "content-length")?.[1] ?? 0);
  if (received.length < end + 4 + length) return undefined;
  const [method = "", path = ""] = requestLine.split(" ");
  return { method, path, headers };
}

/** The headers of an answer as they go over the wire: the given ones and the server's own. */
export function sentHeaders({ status, headers, body = "" }: Answer): HeaderLine[] {
  const length: HeaderLine[] = hasBody(status) ? [["Content-Length", String(body.length)]] : [];
  return [...headers, ...length, ["Connection", "close"]];
}

function hasBody(status: number): boolean {
  return status !== 204 && status !== 304;
}

function serialize(answer: Answer, method: string): string {
  const lines = [`HTTP/1.1 ${answer.status} Status`, ...sentHeaders(answer).map((line) => line.join(": "))];
  const body = hasBody(answer.status) && method !== "HEAD" ? (answer.body ?? "") : "";
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
