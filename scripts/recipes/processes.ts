import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** A started server: where it is, and how to end it. */
export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** Shorter than Vitest waits for a hook, so that the error says what the server printed. */
const startTimeout = 8000;

const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/** @returns the path of a recipe's file, `express/server.js` */
export function recipePath(file: string): string {
  return fileURLToPath(new URL(`../../content/recipes/${file}`, import.meta.url));
}

/**
 * Starts a server that prints its address, on a port of its own choosing.
 * @throws where it ends, or says no address in time; the error holds what it printed
 */
export async function startPrinting(command: string, args: readonly string[]): Promise<Running> {
  const child = start(command, args, { PORT: "0" });
  const found = () => /http:\/\/127\.0\.0\.1:\d+/.exec(child.output())?.[0];
  await until(() => found() !== undefined, child);
  return { url: found() ?? "", stop: child.stop };
}

/**
 * Starts a server that is told its port and prints nothing, and waits until it accepts.
 * @throws as `startPrinting` does
 */
export async function startListening(command: string, args: readonly string[], port: number): Promise<Running> {
  const child = start(command, args);
  await until(() => accepts(port), child);
  return { url: `http://127.0.0.1:${port}`, stop: child.stop };
}

/** Runs a program to its end, for eight seconds at most. @returns its exit code and all that it printed */
export async function runToEnd(
  command: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const child = start(command, args, { PORT: "0" });
  const timer = setTimeout(() => void child.stop(), startTimeout);
  const code = await child.ended;
  clearTimeout(timer);
  return { code, output: child.output() };
}

/** @returns a port of 127.0.0.1 that was free a moment ago */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

interface Started {
  output(): string;
  hasEnded(): boolean;
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

function start(command: string, args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(command, args, {
    // Vitest asks for colours, and codes in the output would break up what is looked for.
    env: { ...process.env, FORCE_COLOR: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let over = false;
  alive.add(child);
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => {
    const end = (code: number | null) => {
      over = true;
      alive.delete(child);
      resolve(code);
    };
    child.on("close", end);
    child.on("error", (error) => {
      output += error.message;
      end(null);
    });
  });
  const stop = async () => {
    if (!over) child.kill();
    // One that does not hear SIGTERM must not outlive the tests.
    const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
    await ended;
    clearTimeout(timer);
  };
  return { output: () => output, hasEnded: () => over, ended, stop };
}

async function until(isReady: () => boolean | Promise<boolean>, child: Started): Promise<void> {
  const deadline = Date.now() + startTimeout;
  while (!(await isReady())) {
    if (child.hasEnded() || Date.now() > deadline) {
      await child.stop();
      throw new Error(`The server did not start. It printed:\n${child.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const settle = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.on("connect", () => settle(true));
    socket.on("error", () => settle(false));
  });
}
