import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conformance } from "./conformance.ts";
import { type Running, recipePath, runToEnd, startPrinting } from "./processes.ts";

describe("express/server.js", () => {
  let server: Running;
  beforeAll(async () => {
    server = await startPrinting(process.execPath, [recipePath("express/server.js")]);
  });
  afterAll(() => server?.stop());
  conformance({ url: () => server.url });
});

describe("express-cors/server.js", () => {
  let server: Running;
  beforeAll(async () => {
    server = await startPrinting(process.execPath, [recipePath("express-cors/server.js")]);
  });
  afterAll(() => server?.stop());
  conformance({ url: () => server.url, plainOptions: "answered-as-preflight" });
});

test("express/broken.js: app.options('*') stops Express 5 at start", async () => {
  const { code, output } = await runToEnd(process.execPath, [recipePath("express/broken.js")]);
  expect(code).toBe(1);
  expect(output).toContain("Missing parameter name at index 1: *");
}, 10_000);
