import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { constants, createSecureServer, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo, Server, Socket } from "node:net";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCertificate } from "../../scripts/lab/certificate.ts";
import { makeRandom, takeRuns, takeSeed } from "../../scripts/support/seed.ts";
import { serveBytes } from "../support/ownServers.ts";
import { installed, type Ran, runCommand } from "../support/packedPackage.ts";

/** Servers that mean no good: the command ends, says something, and nothing of theirs reaches the terminal as it came. */
let folder: string;
beforeAll(async () => {
  folder = await installed();
});

/** Runs something against a server that is there only for that. */
async function against<Result>(
  answer: (socket: Socket) => void,
  ask: (url: string) => Promise<Result>,
): Promise<Result> {
  const served = await serveBytes(answer);
  try {
    return await ask(served.url);
  } finally {
    served.stop();
  }
}

/** All that a terminal does not show as a sign: a line's end is the command's own. */
const UNSEEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const origin = "http://localhost:3000";

/** Runs all that asks a server. @param seconds in which it has to answer */
async function runAll(url: string, formats: readonly string[], seconds = 1): Promise<string[]> {
  const outputs: string[] = [];
  const asked = ["--origin", origin, "--timeout", String(seconds)];
  for (const args of [
    ["probe", url, ...asked, "--method", "PUT"],
    ["probe", url, ...asked, "--method", "PUT", "--json"],
    ...formats.map((format) => ["audit", url, ...asked, "--rate", "100", "--format", format]),
  ]) {
    const { status, out, err } = await runCommand(folder, args);
    expect([0, 1, 2], `${args.join(" ")}\n${err}`).toContain(status);
    expect(err).toBe("");
    expect(out).not.toMatch(UNSEEN);
    expect(out.length).toBeLessThan(1_000_000);
    if (args.includes("--json") || args.includes("json") || args.includes("sarif")) JSON.parse(out);
    outputs.push(out);
  }
  return outputs;
}

const cors = `Access-Control-Allow-Origin: ${origin}\r\nAccess-Control-Allow-Methods: PUT\r\n`;
const ok = (more: string) => `HTTP/1.1 200 OK\r\n${cors}${more}Content-Length: 0\r\nConnection: close\r\n\r\n`;

const ESCAPES = "\u001b]0;owned\u0007\u001b[2J\u001b[31m\u009b2J\u0000\u0008";

/** What a server answers whatever it is asked. */
const answers: Record<string, (socket: Socket) => void> = {
  "escape sequences in a header": (socket) =>
    socket.end(ok(`Vary: ${ESCAPES}\r\nLocation: http://a.test/${ESCAPES}\r\nX: ${ESCAPES}\r\n`), "latin1"),
  "escape sequences in the header that decides": (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: ${ESCAPES}\r\nContent-Length: 0\r\n\r\n`, "latin1"),
  "escape sequences in a redirect": (socket) =>
    socket.end(`HTTP/1.1 302 Found\r\n${cors}Location: /${ESCAPES}\r\nContent-Length: 0\r\n\r\n`, "latin1"),
  "escape sequences in the status line": (socket) =>
    socket.end(`HTTP/1.1 500 ${ESCAPES}\r\n${cors}Content-Length: 0\r\n\r\n`, "latin1"),
  "marks that turn the direction of writing": (socket) =>
    socket.end(ok("Vary: \u202e\u2066\u200b\ufeff\u2028\r\n"), "utf8"),
  "headers without end": (socket) => flood(socket, "HTTP/1.1 200 OK\r\n", "X-Filler: 0123456789\r\n"),
  "one header without end": (socket) => flood(socket, "HTTP/1.1 200 OK\r\nX: ", "0123456789abcdef"),
  "many short headers": (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\n${cors}${"a: b\r\n".repeat(20_000)}Content-Length: 0\r\n\r\n`),
  "a body without end": (socket) => flood(socket, `HTTP/1.1 200 OK\r\n${cors}\r\n`, "x".repeat(65_536)),
  "a body of a gigabyte that never comes": (socket) =>
    socket.write(`HTTP/1.1 200 OK\r\n${cors}Content-Length: 1000000000\r\n\r\nx`),
  "chunks without end": (socket) =>
    flood(socket, `HTTP/1.1 200 OK\r\n${cors}Transfer-Encoding: chunked\r\n\r\n`, "1\r\nx\r\n"),
  "slow bytes": (socket) => drip(socket, ok("")),
  silence: () => {},
  "a connection that is closed at once": (socket) => socket.destroy(),
  "a connection that is reset in the head": (socket) => {
    socket.write("HTTP/1.1 200 O");
    socket.resetAndDestroy();
  },
  "no HTTP": (socket) => socket.end("\u0000\u0001\u0002SSH-2.0-OpenSSH\r\n\u001b[2J"),
  "two lengths": (socket) => socket.end(`HTTP/1.1 200 OK\r\n${cors}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx`),
  "a length that is none": (socket) => socket.end(`HTTP/1.1 200 OK\r\n${cors}Content-Length: -5\r\n\r\nxx`),
  "a chunk's length that is none": (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\n${cors}Transfer-Encoding: chunked\r\n\r\nzz\r\nxx`),
  "a status that is none": (socket) => socket.end(`HTTP/1.1 99999999 X\r\n${cors}\r\n`),
  "answers before the answer, without end": (socket) =>
    flood(socket, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
  "another protocol": (socket) =>
    socket.end("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\u001b[2J"),
  "a redirect to itself": (socket) =>
    socket.end(
      `HTTP/1.1 307 Temporary Redirect\r\n${cors}Location: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    ),
  "a redirect to a script": (socket) =>
    socket.end(`HTTP/1.1 302 Found\r\n${cors}Location: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n`),
  "a redirect to a file": (socket) =>
    socket.end(`HTTP/1.1 302 Found\r\n${cors}Location: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n`),
};

/** Writes as fast as it is read, until nobody reads. */
function flood(socket: Socket, first: string, again: string): void {
  const piece = again.repeat(Math.max(1, Math.ceil(65_536 / again.length)));
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on("drain", more);
  socket.write(first);
  more();
}

function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= text.length) clearInterval(timer);
    else socket.write(text.charAt(at++));
  }, 100);
}

// Side by side, here and below: most of the time goes by with waiting for a server that says nothing.
test.concurrent.for(Object.keys(answers))("%s", async (name) => {
  // What a server may have put into a header is looked for in every form in which it is printed.
  const isPrinted = name.startsWith("escape");
  const formats = isPrinted ? ["text", "json", "junit", "sarif"] : ["text"];
  const outputs = await against(
    (socket) => answers[name]?.(socket),
    // These answer at once, and have to be heard on a busy machine, too.
    (url) => runAll(url, formats, isPrinted ? 30 : 1),
  );
  expect(outputs.join("").length).toBeGreaterThan(100);
  if (name === "escape sequences in the header that decides") expect(outputs[0]).toContain("\\x1b");
});

/** What a server does with each stream of a connection over HTTP/2. */
const overHttp2: Record<string, (stream: ServerHttp2Stream) => void> = {
  silence: () => {},
  "a stream that is reset before its answer": (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
  "a stream that is reset in its body": (stream) => {
    stream.respond({ ":status": 200, "access-control-allow-origin": origin });
    stream.write("x", () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  },
  "a connection that is closed in its body": (stream) => {
    stream.respond({ ":status": 200, "access-control-allow-origin": origin });
    stream.write("x", () => stream.session?.destroy());
  },
  "a connection that is taken leave of": (stream) => stream.session?.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM),
  "a connection that is closed": (stream) => stream.session?.destroy(),
  "a body without end": (stream) => {
    stream.respond({ ":status": 200, "access-control-allow-origin": origin });
    const more = () => {
      while (!stream.destroyed && stream.write("x".repeat(65_536)));
    };
    stream.on("drain", more);
    more();
  },
  "answers before the answer, without end": (stream) => {
    const timer = setInterval(() => {
      if (stream.destroyed) clearInterval(timer);
      else stream.additionalHeaders({ ":status": 103, link: "</a>" });
    }, 1);
  },
  "many headers": (stream) => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x-${index}`, "y"]));
    stream.respond({ ":status": 200, "access-control-allow-origin": origin, ...many }, { endStream: true });
  },
  "an answer without end of its own": (stream) =>
    stream.respond({ ":status": 307, "access-control-allow-origin": origin, location: "/" }),
};

describe.concurrent("over HTTP/2", () => {
  let trusted: Record<string, string>;
  let certificate: Awaited<ReturnType<typeof makeCertificate>>;
  beforeAll(async () => {
    certificate = await makeCertificate();
    writeFileSync(join(folder, "ca.pem"), certificate.cert);
    trusted = { NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") };
  });

  /** Asks a server that is there only for that. */
  async function probed(server: Server): Promise<Ran> {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `https://localhost:${(server.address() as AddressInfo).port}/`;
    try {
      const args = ["probe", url, "--origin", origin, "--timeout", "2"];
      const ran = await runCommand(folder, args, { env: trusted });
      expect([0, 1, 2], ran.err).toContain(ran.status);
      expect(ran.err).toBe("");
      expect(ran.out).not.toMatch(UNSEEN);
      expect(ran.out).toContain(origin);
      return ran;
    } finally {
      server.close();
    }
  }

  test.for(Object.keys(overHttp2))("%s", async (name) => {
    const server = createSecureServer(certificate);
    server.on("stream", (stream) => {
      stream.on("error", () => {});
      overHttp2[name]?.(stream);
    });
    server.on("session", (session) => session.on("error", () => {}));
    const { status } = await probed(server);
    // Its head has come, and Chromium hands it to the script.
    if (name.includes("body")) expect(status).toBe(0);
  });

  test("what is no HTTP/2 at all", async () => {
    const server = createTlsServer({ ...certificate, ALPNProtocols: ["h2"] }, (socket) => {
      socket.on("error", () => {});
      socket.end(`${ESCAPES}HTTP/1.1 200 OK\r\n\r\n`);
    });
    expect((await probed(server)).status).toBe(1);
  });
});

test.concurrent("fuzzed answers", async () => {
  const random = makeRandom(takeSeed("Hostile servers"));
  const below = (end: number) => Math.floor(random() * end);
  const whole = ok("Vary: Origin\r\nLocation: /a\r\n");
  for (let run = 0; run < takeRuns(12); run++) {
    const fuzzed = Buffer.from(whole, "latin1");
    for (let change = 0; change < 1 + below(12); change++) fuzzed[below(fuzzed.length)] = below(256);
    const bytes = fuzzed.subarray(0, random() < 0.3 ? below(fuzzed.length) : fuzzed.length);
    const { status, out, err } = await against(
      (socket) => socket.end(bytes),
      (url) => runCommand(folder, ["probe", url, "--method", "PUT", "--timeout", "2"]),
    );
    const said = JSON.stringify(bytes.toString("latin1"));
    expect([0, 1, 2], said + err).toContain(status);
    expect(out, said).not.toMatch(UNSEEN);
  }
});
