import { type IncomingMessage, request as requestHttp } from "node:http";
import { connect as connectHttp2, constants } from "node:http2";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import type { CorsResponse, HeaderLine } from "../rules/index.ts";

/** One request as it goes over the wire: its lines in their order, and nothing besides them but Host and framing. */
export interface WireRequest {
  method: string;
  /** Absolute, http or https. */
  url: string;
  headers: readonly HeaderLine[];
  body?: string;
}

export interface WireOptions {
  /** How long one request may take until the head of its answer is there, in milliseconds. */
  timeout: number;
}

export type WireResult =
  | { kind: "answer"; response: CorsResponse; protocol: "HTTP/1.1" | "HTTP/2"; body: BodyState }
  | { kind: "failed"; code: WireFailure; detail: string };

/**
 * What became of an answer's body as far as it was read: it came, or more of it may, it broke off before its end, or
 * it is not written as its head says.
 */
export type BodyState = "sound" | "cut-off" | "malformed";

/** Why there is no answer: nobody was reached, nobody trusts the server, it kept silent for too long, or what came is no HTTP. */
export type WireFailure = "no-connection" | "certificate" | "timeout" | "malformed";

/** The head of an answer may be as long as Chromium reads: 256 KiB. */
const LONGEST_HEAD = 256 * 1024;
/** Of a body as much is read as a CORS layer needs to say that it refuses, in bytes and in milliseconds. */
const LONGEST_BODY = 4096;
const LONGEST_WAIT_FOR_BODY = 300;

/**
 * Sends one request and returns the answer as it came, with every line of its head. It follows nothing, keeps
 * nothing, and ends by itself whatever the server does.
 */
export async function sendOverWire(request: WireRequest, options: WireOptions): Promise<WireResult> {
  const url = new URL(request.url);
  const deadline = AbortSignal.timeout(options.timeout);
  try {
    if (url.protocol === "http:") return await overHttp1(url, request, undefined, deadline);
    const socket = await openTls(url, deadline);
    try {
      return socket.alpnProtocol === "h2"
        ? await overHttp2(url, request, socket, deadline)
        : await overHttp1(url, request, socket, deadline);
    } finally {
      socket.destroy();
    }
  } catch (error) {
    if (deadline.aborted) return { kind: "failed", code: "timeout", detail: `${options.timeout} ms` };
    return { kind: "failed", ...meaningOf(error as NodeJS.ErrnoException) };
  }
}

/** Lets the server choose among the versions of HTTP, as a browser does. */
function openTls(url: URL, deadline: AbortSignal): Promise<TLSSocket> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      host,
      port: Number(url.port || 443),
      ALPNProtocols: ["h2", "http/1.1"],
      ...(isIP(host) === 0 && { servername: host }),
    });
    const give = () => socket.destroy(new Error("aborted"));
    deadline.addEventListener("abort", give, { once: true });
    socket.once("error", reject);
    socket.once("secureConnect", () => {
      // What goes wrong later is the request's to report.
      socket.on("error", () => {});
      resolve(socket);
    });
  });
}

function overHttp1(
  url: URL,
  { method, headers, body: text }: WireRequest,
  socket: TLSSocket | undefined,
  deadline: AbortSignal,
): Promise<WireResult> {
  // Given as lines, headers go out as they are: Node adds none of its own.
  const lines: HeaderLine[] = [["Host", url.host], ["Connection", "keep-alive"], ...headers];
  const takesBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  if (text !== undefined || takesBody) lines.push(["Content-Length", String(Buffer.byteLength(text ?? ""))]);
  return new Promise((resolve, reject) => {
    const send = url.protocol === "http:" ? requestHttp : requestHttps;
    const outgoing = send(url, {
      method,
      headers: lines.flat(),
      agent: false,
      signal: deadline,
      maxHeaderSize: LONGEST_HEAD,
      // Browsers take what is not quite HTTP, too.
      insecureHTTPParser: true,
      ...(socket && { createConnection: () => socket }),
    });
    // The head's length bounds them; by default Node drops what is beyond the 2,000th.
    outgoing.maxHeadersCount = 0;
    let body: BodyState = "sound";
    let isAnswered = false;
    outgoing.once("response", (incoming: IncomingMessage) => {
      isAnswered = true;
      const response = { status: incoming.statusCode ?? 0, headers: inPairs(incoming.rawHeaders) };
      incoming.once("aborted", () => {
        if (body === "sound") body = "cut-off";
      });
      void beginningOf(incoming).then((read) => {
        outgoing.destroy();
        resolve({ kind: "answer", protocol: "HTTP/1.1", response: withBody(response, read), body });
      });
    });
    outgoing.once("upgrade", (_, upgraded) => {
      upgraded.destroy();
      reject(new MalformedAnswer("101 Switching Protocols"));
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      // What is wrong with the body is no matter of the head, which has come.
      if (!isAnswered) reject(error);
      else if (/^HPE_INVALID_(?:CHUNK|EOF)/.test(error.code ?? "")) body = "malformed";
    });
    outgoing.end(text);
  });
}

/** These belong to a connection, and HTTP/2 has none of them. */
const OF_CONNECTION = /^(?:connection|host|keep-alive|proxy-connection|transfer-encoding|upgrade|content-length)$/i;

function overHttp2(
  url: URL,
  { method, headers, body }: WireRequest,
  socket: TLSSocket,
  deadline: AbortSignal,
): Promise<WireResult> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(url, {
      createConnection: () => socket,
      settings: { enablePush: false, maxHeaderListSize: LONGEST_HEAD },
      maxHeaderListPairs: LONGEST_HEAD / 8,
    });
    let isAnswered = false;
    // What goes wrong with the body is no matter of the head, which has come.
    const fail = (error: Error) => {
      if (isAnswered) return;
      session.destroy();
      reject(error);
    };
    session.on("error", fail);
    const fields: Record<string, string[]> = {};
    for (const [name, value] of headers) {
      const lower = name.toLowerCase();
      if (!OF_CONNECTION.test(name)) fields[lower] = [...(fields[lower] ?? []), value];
    }
    if (body !== undefined) fields["content-length"] = [String(Buffer.byteLength(body))];
    const stream = session.request(
      { [constants.HTTP2_HEADER_METHOD]: method, [constants.HTTP2_HEADER_PATH]: url.pathname + url.search, ...fields },
      { endStream: body === undefined },
    );
    deadline.addEventListener("abort", () => fail(new Error("aborted")), { once: true });
    stream.on("error", fail);
    stream.once("close", () => fail(new MalformedAnswer("the stream was closed without an answer")));
    stream.once("response", (head, _flags, raw?: string[]) => {
      isAnswered = true;
      const lines = inPairs(raw ?? Object.entries(head).flat().map(String)).filter(([name]) => !name.startsWith(":"));
      const response = { status: Number(head[":status"] ?? 0), headers: lines };
      void beginningOf(stream).then((text) => {
        resolve({ kind: "answer", protocol: "HTTP/2", response: withBody(response, text), body: "sound" });
        session.destroy();
      });
    });
    if (body !== undefined) stream.end(body);
  });
}

interface Chunks {
  on(event: "data", listener: (chunk: Buffer) => void): unknown;
  once(event: "end" | "error" | "close" | "aborted", listener: () => void): unknown;
  pause(): unknown;
}

/** The beginning of a body; what breaks it off is no matter of the head, which has come. */
function beginningOf(body: Chunks): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = () => {
      clearTimeout(timer);
      body.pause();
      resolve(Buffer.concat(chunks).subarray(0, LONGEST_BODY).toString());
    };
    const timer = setTimeout(end, LONGEST_WAIT_FOR_BODY);
    body.on("data", (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= LONGEST_BODY) end();
    });
    for (const event of ["end", "error", "close", "aborted"] as const) body.once(event, end);
  });
}

function withBody(response: CorsResponse, body: string): CorsResponse {
  return body === "" ? response : { ...response, body };
}

function inPairs(raw: readonly string[]): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) lines.push([raw[i] ?? "", raw[i + 1] ?? ""]);
  return lines;
}

/** What came is no answer that anybody could read. */
class MalformedAnswer extends Error {}

/** Node's names for what is wrong with a certificate: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const OF_CERTIFICATE =
  /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERROR_IN_C|ERR_TLS_CERT)/;
const OF_ANSWER = /^(?:HPE_|ERR_HTTP2|ERR_HTTP_|ERR_INVALID_)/;

function meaningOf(error: NodeJS.ErrnoException): { code: WireFailure; detail: string } {
  const name = error.code ?? "";
  const detail = name || error.message;
  if (OF_CERTIFICATE.test(name)) return { code: "certificate", detail };
  // A connection that is closed before an answer has come.
  if (error instanceof MalformedAnswer || OF_ANSWER.test(name)) return { code: "malformed", detail };
  return { code: "no-connection", detail };
}
