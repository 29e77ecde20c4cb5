import { STATUS_CODES } from "node:http";
import { type AddressInfo, createServer as createPlainServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { HeaderLine } from "../../src/rules/index.ts";
import type { Certificate } from "./certificate.ts";

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

/** A server that listens, and how to end it. */
export interface LabServer {
  origin: string;
  /** Ends it and every connection to it. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP/1.1 server on a free port of 127.0.0.1 that hands over each request as it arrived.
 * On sockets, because Node's own HTTP parser refuses methods that it does not know, `patch` among
 * them. One request a connection; a body needs a Content-Length, as all bodies but streams have.
 * @param certificate what it shows over TLS; without one it speaks plain HTTP
 */
export async function startRawServer(
  answer: (arrival: Arrival) => Answer,
  certificate?: Certificate,
): Promise<LabServer> {
  const converse = (socket: Socket) => {
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const arrival = parse(received);
      if (!arrival) return;
      socket.removeAllListeners("data");
      socket.end(serialize(answer(arrival), arrival.method), "latin1");
    });
    // A browser drops connections that it opened ahead of need: no concern of ours.
    socket.on("error", () => socket.destroy());
  };
  const server = certificate
    ? createTlsServer({ ...certificate, ALPNProtocols: ["http/1.1"] }, converse)
    : createPlainServer(converse);
  return listen(server, certificate ? "https" : "http");
}

/** Lets a server listen on a free port of 127.0.0.1. */
export async function listen(server: Server, scheme: "http" | "https"): Promise<LabServer> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
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

/** Whether an answer of a status can have a body. */
export function hasBody(status: number): boolean {
  return status !== 204 && status !== 304;
}

function serialize(answer: Answer, method: string): string {
  // Consoles print the reason: it should be the one that a reader's server sends, too.
  const reason = STATUS_CODES[answer.status] ?? "";
  const lines = [`HTTP/1.1 ${answer.status} ${reason}`, ...sentHeaders(answer).map((line) => line.join(": "))];
  const body = hasBody(answer.status) && method !== "HEAD" ? (answer.body ?? "") : "";
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
