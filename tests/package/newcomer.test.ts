import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { freePort } from "../../scripts/support/freePort.ts";
import { startProgram } from "../../scripts/support/program.ts";
import { installed, runCommand } from "../support/packedPackage.ts";

/** Somebody who knows their own Express server, the request that fails, and what the command prints. */
let folder: string;
beforeAll(async () => {
  folder = await installed();
  symlinkSync(join(process.cwd(), "node_modules/express"), join(folder, "node_modules/express"), "dir");
});

/** A server as one has it before one has heard of CORS. @param mended what is pasted into it */
const server = (mended = "") => `
  import express from "express";
  const app = express();
  ${mended}
  app.use(express.json());
  app.get("/api/items", (request, response) => response.json([]));
  app.put("/api/items/:id", (request, response) => response.json(request.body));
  const listening = app.listen(process.env.PORT, "127.0.0.1", () => console.log("It listens."));
`;

/** Asks a server that is there only for that. */
async function against<Result>(name: string, code: string, ask: (url: string) => Promise<Result>): Promise<Result> {
  writeFileSync(join(folder, name), code);
  const port = await freePort();
  const running = startProgram({
    command: [process.execPath, join(folder, name)],
    env: { ...process.env, PORT: String(port) },
  });
  try {
    await running.printed(/It listens/, 60_000);
    return await ask(`http://127.0.0.1:${port}/api/items`);
  } finally {
    await running.stop();
  }
}

test("what the command prints leads to a mended Express server", async () => {
  const origin = "http://localhost:5173";
  const request = ["--origin", origin, "--method", "PUT", "--header", "Content-Type: application/json"];
  const probe = (url: string, ...more: string[]) => runCommand(folder, ["probe", `${url}/1`, ...request, ...more]);

  const fix = await against("server.js", server(), async (url) => {
    const { status, out } = await probe(url);
    expect(status).toBe(1);
    // It names the very option to add.
    const stack = /--stack [\w-]+$/m.exec(out)?.[0].split(" ") ?? [];
    expect(stack).toEqual(["--stack", "express"]);
    const shown = await probe(url, ...stack);
    return /^The fix for .*\n((?: {2}.*\n|\n)+)/m.exec(shown.out)?.[1] ?? "";
  });
  expect(fix).toContain(origin);

  await against("mended.js", server(fix), async (url) => {
    expect(await probe(url)).toMatchObject({ status: 0 });
    expect(await runCommand(folder, ["audit", url, "--origin", origin, "--rate", "100"])).toMatchObject({ status: 0 });
  });
});
