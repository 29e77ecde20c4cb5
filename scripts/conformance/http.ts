import { request as httpRequest } from "node:http";
import { type CorsResponse, type HeaderLine, headerLines } from "../../src/rules/index.ts";

export interface SendOptions {
  method?: string;
  headers?: readonly HeaderLine[];
  body?: string;
}

export interface Answer extends CorsResponse {
  body: string;
}

/**
 * Sends one request and returns the answer as it came over the wire. Not `fetch()`, which joins
 * repeated headers and follows redirects.
 * @param url absolute
 */
export function send(url: string, { method = "GET", headers = [], body }: SendOptions = {}): Promise<Answer> {
  // Given as lines, headers go out as they are: Node adds none of its own.
  const lines: HeaderLine[] = [["Host", new URL(url).host], ...headers];
  if (body !== undefined) lines.push(["Content-Length", String(Buffer.byteLength(body))]);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers: lines.flat(), agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: inPairs(incoming.rawHeaders),
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** @returns the value of every line of that name, in order */
export function valuesOf(answer: CorsResponse, name: string): string[] {
  return headerLines(answer.headers, name);
}

/** @returns the members of a comma-separated header, from all its lines, in lower case */
export function listOf(answer: CorsResponse, name: string): string[] {
  return valuesOf(answer, name).flatMap((value) => value.split(",").map((item) => item.trim().toLowerCase()));
}

function inPairs(raw: readonly string[]): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) lines.push([raw[i] ?? "", raw[i + 1] ?? ""]);
  return lines;
}
