import { STATUS_CODES } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type Answer, type Asked, answer, headerOf, refusal } from "./answer.ts";

/** Bytes of a request's first line and headers, and of its body. A preflighted request has a few hundred. */
const MOST_HEAD = 16_384;
const MOST_BODY = 65_536;
/** Milliseconds that a request may take to arrive, and its answer to leave. */
const LIMIT = 5000;
const MOST_CONNECTIONS = 256;

/** What is sent with every answer: it is text, runs nothing, and is kept nowhere. */
const always = [
  "Content-Type: text/plain; charset=utf-8",
  "X-Content-Type-Options: nosniff",
  "Content-Security-Policy: sandbox; default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy: no-referrer",
  "Cache-Control: no-store",
  "Connection: close",
];

/** A lab that pages try requests on, and how to end it. */
export interface TryServer {
  port: number;
  /** Ends it and every connection to it. */
  close(): Promise<void>;
}

/**
 * Starts the lab that pages try requests on. It asks nobody, remembers nothing and writes nothing down; an answer is
 * what the request's own address says, and its body what arrived. On sockets, because Node's own HTTP parser refuses
 * methods that it does not know, `patch` among them. One request a connection.
 * @param port 0 for any that is free
 * @param host the address to listen at
 * @throws where that cannot be had
 */
export async function startTryServer(port = 0, host = "127.0.0.1"): Promise<TryServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Browsers drop connections that they opened ahead of need: no concern of ours.
    socket.on("error", () => socket.destroy());
    converse(socket);
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      const message = `The lab cannot listen at ${host}, port ${port}: ${code}.\nGive another address or port, or leave them out.`;
      reject(new Error(message));
    });
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}

function converse(socket: Socket): void {
  const deadline = setTimeout(() => socket.destroy(), LIMIT);
  socket.on("close", () => clearTimeout(deadline));
  let received = Buffer.alloc(0);
  let arrived = 0;
  let head: Head | undefined;
  const take = (chunk: Buffer) => {
    arrived += chunk.length;
    // A head is read once, and a body only counted: it may come byte by byte, and what is in it is nobody's concern.
    if (!head) {
      received = Buffer.concat([received, chunk]);
      head = readHead(received);
    }
    if (!head || arrived < head.length) return;
    socket.off("data", take);
    socket.resume();
    socket.end(serialize(head.said, head.method), "latin1");
  };
  socket.on("data", take);
}

/** What is known of a request as soon as its headers are there. */
interface Head {
  method: string;
  said: Answer;
  /** Bytes that are to arrive before it is said: who still sends a body would hear of a broken connection. */
  length: number;
}

/** @returns nothing as long as a part of the headers is still to come */
function readHead(received: Buffer): Head | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end === -1 ? received.length > MOST_HEAD : end > MOST_HEAD) {
    return refused(`The request's headers are too long.\nSend ${MOST_HEAD} bytes at most.`);
  }
  if (end === -1) return undefined;
  const asked = parse(received.toString("latin1", 0, end));
  if (!asked) return refused("This is no request of HTTP/1.1.\nAsk as a browser does.");
  const { method } = asked;
  const length = headerOf(asked, "content-length") ?? "0";
  if (!/^\d{1,9}$/.test(length) || Number(length) > MOST_BODY || headerOf(asked, "transfer-encoding") !== undefined) {
    return refused(`The body is too long, or of no known length.\nSend ${MOST_BODY} bytes at most.`, method);
  }
  return { method, said: answer(asked), length: end + 4 + Number(length) };
}

function refused(text: string, method = "GET"): Head {
  return { method, said: refusal(text), length: 0 };
}

function parse(head: string): Asked | undefined {
  const [first = "", ...lines] = head.split("\r\n");
  const [, method, path] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}) (\/[\x21-\x7e]*) HTTP\/1\.[01]$/.exec(first) ?? [];
  if (method === undefined || path === undefined) return undefined;
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, Math.max(colon, 0)), trimmed(line.slice(colon + 1))];
  });
  return { method, path, headers };
}

/** Without spaces around it. A loop: a regular expression takes the square of the spaces within. */
function trimmed(value: string): string {
  const isSpace = (at: number) => value[at] === " " || value[at] === "\t";
  let [start, end] = [0, value.length];
  while (start < end && isSpace(start)) start++;
  while (start < end && isSpace(end - 1)) end--;
  return value.slice(start, end);
}

function serialize({ status, headers, body }: Answer, method: string): string {
  const mayHaveBody = status !== 204 && status !== 205 && status !== 304;
  const text = mayHaveBody ? body : "";
  // Of 204 and 304 nobody may say a length (RFC 9110, section 8.6).
  const length = status === 204 || status === 304 ? [] : [`Content-Length: ${Buffer.byteLength(text)}`];
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...always,
    ...length,
  ];
  return `${lines.join("\r\n")}\r\n\r\n${method === "HEAD" ? "" : text}`;
}
