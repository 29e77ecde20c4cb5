import { afterAll, beforeAll, describe } from "vitest";
import { ensureCommand } from "../../scripts/setup/system-packages.ts";
import { conformance } from "./conformance.ts";
import { type Running, recipePath, startPrinting } from "./processes.ts";

const installTimeout = 300_000;

describe("flask/app.py", () => {
  let server: Running;
  beforeAll(async () => {
    const { path, missing } = await ensureCommand("flask");
    if (!path) throw new Error(missing);
    server = await startPrinting(path, [recipePath("flask/app.py")]);
  }, installTimeout);
  afterAll(() => server?.stop());
  conformance({ url: () => server.url });
});
