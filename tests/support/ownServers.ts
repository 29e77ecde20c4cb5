import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createRawServer, type Socket } from "node:net";

/** A server of a test's own, and how it ends. */
export interface Served {
  url: string;
  /** The head of each request that came, as lines. */
  requests: { method: string; url: string; headers: string[] }[];
  stop(): void;
}

/** Serves over HTTP/1.1 on a free port. */
export async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Served> {
  const requests: Served["requests"] = [];
  const listener: RequestListener = (request, response) => {
    requests.push({ method: request.method ?? "", url: request.url ?? "", headers: request.rawHeaders });
    request.resume();
    answer(request, response);
  };
  const server = createServer({ maxHeaderSize: 1_000_000 }, listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves bytes: what is written is all that comes. @param answer is called once a request's head has come */
export async function serveBytes(answer: (socket: Socket, head: string) => void): Promise<Served> {
  const requests: Served["requests"] = [];
  const open = new Set<Socket>();
  const server = createRawServer((socket) => {
    open.add(socket);
    let head = "";
    socket.on("error", () => {});
    socket.on("close", () => open.delete(socket));
    socket.setEncoding("latin1").on("data", (text: string) => {
      head += text;
      if (!head.includes("\r\n\r\n")) return;
      const [first = "", ...lines] = (head.split("\r\n\r\n", 1)[0] ?? "").split("\r\n");
      const [method = "", url = ""] = first.split(" ");
      requests.push({ method, url, headers: lines });
      const whole = head;
      head = "";
      answer(socket, whole);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    stop: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
