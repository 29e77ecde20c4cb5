import { createSecureServer, type ServerHttp2Stream } from "node:http2";
import type { HeaderLine } from "../../src/rules/index.ts";
import type { Certificate } from "./certificate.ts";
import { type Answer, type Arrival, hasBody, type LabServer, listen } from "./rawServer.ts";

/**
 * Starts an HTTP/2 server on a free port of 127.0.0.1: the only one that a browser sends a stream to.
 * Bodies are read to their end before they are answered. Node adds a Date to each answer.
 */
export function startHttp2Server(answer: (arrival: Arrival) => Answer, certificate: Certificate): Promise<LabServer> {
  // A layer that adds a header which is there already sends it twice: that is what the lab is for.
  const server = createSecureServer({ ...certificate, strictSingleValueFields: false });
  server.on("stream", (stream: ServerHttp2Stream, _headers: object, _flags: number, rawHeaders: string[]) => {
    const arrival = arrivalOf(rawHeaders);
    stream.on("end", () => {
      const { status, headers, body = "" } = answer(arrival);
      // As lines, in their order: an object would join what is repeated.
      const lines = headers.flatMap(([name, value]) => [name.toLowerCase(), value]);
      const empty = !hasBody(status) || arrival.method === "HEAD";
      stream.respond([":status", String(status), ...lines], { endStream: empty });
      if (!empty) stream.end(body, "latin1");
    });
    // A browser takes back what it has no more use for: no concern of ours.
    stream.on("error", () => stream.destroy());
    stream.resume();
  });
  server.on("sessionError", () => {});
  return listen(server, "https");
}

function arrivalOf(rawHeaders: readonly string[]): Arrival {
  const lines: HeaderLine[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    lines.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  }
  const pseudo = new Map(lines);
  return {
    method: pseudo.get(":method") ?? "",
    path: pseudo.get(":path") ?? "",
    headers: lines.filter(([name]) => !name.startsWith(":")),
  };
}
