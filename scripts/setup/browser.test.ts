import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemBrowsers } from "./browser.ts";

const run = promisify(execFile);
const command = fileURLToPath(new URL("./browser.ts", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "find-browser-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a program that does nothing, and says where it is. */
function program(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o755);
  return file;
}

/** Runs the command as a user would: Playwright reads its environment once, when it is loaded. */
async function find(environment: Record<string, string>) {
  const env = { ...process.env, BROWSER_PATH: "", ...environment };
  try {
    const { stdout } = await run(process.execPath, [command], { env });
    return { path: stdout.trim() };
  } catch (error) {
    const { stderr, code } = error as { stderr: string; code: number };
    return { message: stderr.trim(), code };
  }
}

describe("the order in which a browser is looked for", { timeout: 60_000 }, () => {
  test("BROWSER_PATH comes before all others", async () => {
    const path = program("chosen", "my-browser");
    program("path", "chromium");
    expect(await find({ BROWSER_PATH: path, PATH: join(folder, "path") })).toEqual({ path });
  });

  test("a BROWSER_PATH that is no program is an error that says what to do", async () => {
    const result = await find({ BROWSER_PATH: join(folder, "nowhere") });
    expect(result.code).toBe(1);
    expect(result.message).toContain(`BROWSER_PATH is "${join(folder, "nowhere")}", and there is no program`);
    expect(result.message).toMatch(/Set it to .*, or unset it/);
    expect(result.message).not.toContain("\n");
  });

  test("a folder is no program", async () => {
    expect((await find({ BROWSER_PATH: folder })).code).toBe(1);
  });

  test("Playwright's own comes before the system's", async () => {
    const cache = join(folder, "playwright");
    const print = 'import("playwright-core").then((p) => console.log(p.chromium.executablePath()))';
    const { stdout } = await run(process.execPath, ["-e", print], {
      cwd: dirname(command),
      env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: cache },
    });
    const path = program(stdout.trim().slice(folder.length + 1));
    program("path", "chromium");
    expect(await find({ PLAYWRIGHT_BROWSERS_PATH: cache, PATH: join(folder, "path") })).toEqual({ path });
  });

  test.runIf(process.platform === "linux")("a Chromium in PATH comes before the usual places", async () => {
    const path = program("early", "chromium");
    program("late", "google-chrome");
    const PATH = [join(folder, "early"), join(folder, "late")].join(delimiter);
    expect(await find({ PLAYWRIGHT_BROWSERS_PATH: join(folder, "empty"), PATH })).toEqual({ path });
  });
});

describe("where each system keeps its browsers", () => {
  test("Linux: every folder of PATH, then the usual places", () => {
    const paths = systemBrowsers("linux", { PATH: "/a:/b" });
    expect(paths[0]).toBe("/a/chromium");
    const order = ["/a/google-chrome", "/b/chromium", "/usr/bin/chromium", "/opt/google/chrome/chrome"];
    const positions = order.map((path) => paths.indexOf(path));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  test("macOS: the applications' programs", () => {
    expect(systemBrowsers("darwin", {})).toEqual([
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]);
  });

  test("Windows: the program folders that there are", () => {
    expect(systemBrowsers("win32", { PROGRAMFILES: "C:\\Program Files" })).toEqual([
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files\\Chromium\\Application\\chrome.exe",
    ]);
  });
});
