import { type AddressInfo, createServer, connect as open, type Socket } from "node:net";
import { PREFIX } from "../../src/components/TryIt/answers.ts";

/** Stands before a lab, at a port that a site is built with: so that the lab can lie, or be gone. */
export interface LabRelay {
  origin: string;
  /** What has been asked, by the first lines of the requests. */
  asked: string[];
  /** What is tried is answered without the header that lets a page read it, whatever the page has asked for. */
  lies: boolean;
  /** Ends it and every connection to it. */
  close(): Promise<void>;
}

/** @param port the lab's, on 127.0.0.1 */
export async function startLabRelay(port: number): Promise<LabRelay> {
  const sockets = new Set<Socket>();
  const server = createServer((browser) => {
    const lab = open(port, "127.0.0.1");
    for (const [socket, other] of [
      [browser, lab],
      [lab, browser],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    let line = "";
    browser.on("data", (chunk) => {
      if (line === "") {
        line = chunk.toString("latin1").split("\r\n")[0] ?? "";
        relay.asked.push(line);
      }
      lab.write(chunk);
    });
    lab.on("data", (chunk) => {
      const isChanged = relay.lies && line.includes(` ${PREFIX}`);
      const text = chunk.toString("latin1");
      browser.write(
        isChanged ? text.replaceAll("Access-Control-Allow-Origin", "X-Not-What-Was-Asked-For-") : text,
        "latin1",
      );
    });
    lab.on("end", () => browser.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const relay: LabRelay = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    lies: false,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
  return relay;
}
