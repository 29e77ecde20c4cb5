import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { send } from "../../scripts/conformance/http.ts";
import { workshop } from "../../scripts/conformance/packages.ts";
import { freePort } from "../../scripts/support/freePort.ts";
import { type Running, startProgram } from "../../scripts/support/program.ts";

/** Milliseconds in which a program starts, however busy the machine is. */
export const startTimeout = 120_000;

export interface Apart {
  /** The recipe's id: what its packages are installed for. */
  id: string;
  /** What is written into its folder, by path. */
  files: Record<string, string>;
  /** A program of its packages, or `node`, and what follows. */
  command: (port: string) => string[];
}

/**
 * Starts a recipe that the suite does not, in a folder of its own below its packages.
 * @throws with what it printed where it does not start
 */
export async function startInWorkshop({ id, files, command }: Apart): Promise<Running> {
  mkdirSync(join(workshop, id), { recursive: true });
  const folder = mkdtempSync(join(workshop, id, "run-"));
  for (const [name, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const port = await freePort();
  const programs = [join(workshop, id), workshop].map((packages) => join(packages, "node_modules/.bin"));
  const path = [...programs, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
  // Nothing else of the test's own environment, which these programs would heed.
  const env = {
    PATH: path,
    PORT: String(port),
    NO_COLOR: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    NG_CLI_ANALYTICS: "false",
  };
  const server = startProgram({ command: command(String(port)), folder, env });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + startTimeout;
  while (!(await send(url).catch(() => undefined))) {
    if (server.failure() || Date.now() > deadline) {
      await stop();
      throw new Error(`"${id}" did not start. It printed:\n${server.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop };
}
