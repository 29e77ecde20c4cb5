import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const scripts = join(import.meta.dirname, "..");
const timeout = 60_000;

/**
 * Stands in for npm: writes down that it was started, and by which process; does what `npm.js` beside the lock
 * says; and leaves the packages, with a Node. Like npm it does not cope with what another one has left.
 */
const npm = `
const fs = require("node:fs");
fs.appendFileSync("npm.log", \`start \${process.pid}\\n\`);
if (fs.existsSync("node_modules") && fs.readdirSync("node_modules").length > 0) {
  console.error("npm error ENOTEMPTY: directory not empty, rmdir 'node_modules/half'");
  process.exit(190);
}
fs.mkdirSync("node_modules/half", { recursive: true });
(fs.existsSync("npm.js") ? eval(fs.readFileSync("npm.js", "utf8")) : Promise.resolve()).then(() => {
  fs.rmdirSync("node_modules/half");
  for (const name of ["node", "other"]) {
    fs.mkdirSync(\`node_modules/\${name}/bin\`, { recursive: true });
    fs.writeFileSync(\`node_modules/\${name}/package.json\`, "{}");
  }
  if (!fs.existsSync("empty-node")) fs.symlinkSync(process.execPath, "node_modules/node/bin/node");
  else fs.writeFileSync("node_modules/node/bin/node", "", { mode: 0o755 });
  const packages = { "node_modules/node": {}, "node_modules/other": {} };
  fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages }));
  fs.appendFileSync("npm.log", "end\\n");
});
`;

let parent: string;
let root: string;
let started: ChildProcess[];
/** Processes that nobody else would end, where what should end them does not. */
let left: number[];
beforeEach(() => {
  left = [];
  parent = mkdtempSync(join(tmpdir(), "with-setup-"));
  started = [];
  makeProject("project");
});
afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  for (const pid of left.filter((pid) => !isGone(pid))) process.kill(pid, "SIGKILL");
  rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
});

function makeProject(name: string): void {
  root = join(parent, name);
  for (const part of ["with-setup.cjs", "setup"])
    cpSync(join(scripts, part), join(root, "scripts", part), { recursive: true });
  write("package-lock.json", "{}");
  write("npm-cli.js", npm);
  write("say.js", 'console.log("ran", process.argv[2])');
}

const path = (name: string) => join(root, name);
const write = (name: string, text: string) => writeFileSync(path(name), text);
const readLog = () =>
  existsSync(path("npm.log")) ? readFileSync(path("npm.log"), "utf8").replace(/ \d+/g, "").split("\n") : [];
const installations = () => readLog().filter((line) => line === "end").length;

/** Starts `with-setup.cjs` as an npm script would. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path("scripts/with-setup.cjs"), ...args], {
    env: { ...process.env, npm_execpath: path("npm-cli.js"), npm_lifecycle_event: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, output }));
  return { child, output: () => output, ended };
}

const run = (args: readonly string[], env?: Record<string, string>) => start(args, env).ended;

test("packages that are not there are installed, and then the script runs with its arguments", {
  timeout,
}, async () => {
  expect(await run(["say.js", "hello"])).toMatchObject({
    code: 0,
    output: "Installing packages (once, about a minute)…\nran hello\n",
  });
});

test("packages that are there are not installed again", { timeout }, async () => {
  await run(["say.js"]);
  expect(await run(["say.js", "again"])).toMatchObject({ code: 0, output: "ran again\n" });
});

describe("packages are installed anew", { timeout }, () => {
  test.each([
    ["where package-lock.json has changed", () => write("package-lock.json", "{ }")],
    ["where one is missing", () => rmSync(path("node_modules/other"), { recursive: true })],
    ["where npm's own list of them is missing", () => rmSync(path("node_modules/.package-lock.json"))],
    [
      "where the Node that they bring is an empty file",
      () => {
        rmSync(path("node_modules/node/bin/node"));
        write("node_modules/node/bin/node", "");
        chmodSync(path("node_modules/node/bin/node"), 0o755);
      },
    ],
    ["where it is missing", () => rmSync(path("node_modules/node/bin/node"))],
  ])("%s", async (_where, damage) => {
    await run(["say.js"]);
    damage();
    const { code, output } = await run(["say.js", "mended"]);
    expect(output).toBe("Installing packages (once, about a minute)…\nran mended\n");
    expect(code).toBe(0);
    expect(installations()).toBe(2);
  });

  test("where an installation was cut off, with what it left out of the way", async () => {
    mkdirSync(path("node_modules/half/of/a"), { recursive: true });
    write("node_modules/half/of/a/package", "");
    expect(await run(["say.js", "mended"])).toMatchObject({ code: 0, output: expect.stringContaining("ran mended") });
  });
});

describe("an installation that fails", { timeout }, () => {
  test("is told in npm's words, with what to do", async () => {
    write("npm.js", 'console.error("npm error network"); process.exit(1)');
    const { code, output } = await run(["say.js"]);
    expect(code).toBe(1);
    expect(output).toContain("npm error network\n");
    expect(output).toContain("Mend what they name (often the network or a full disk), and run the command again.\n");
    expect(output).not.toMatch(/^\s+at /m);
  });

  test("is told where npm does not start", async () => {
    expect(await run(["say.js"], { npm_execpath: "", PATH: "" })).toMatchObject({
      code: 1,
      output: expect.stringMatching(/spawn npm ENOENT\nThe packages could not be installed/),
    });
  });

  test("is told where the Node that it brought is an empty file, which a shell would run", async () => {
    write("empty-node", "");
    const { code, output } = await run(["say.js"]);
    expect(code).toBe(1);
    expect(output).toMatch(/the Node that they bring does not run .*\nRun: npm rebuild node/);
    expect(output).not.toContain("ran");
    rmSync(path("empty-node"));
    expect(await run(["say.js", "mended"])).toMatchObject({ code: 0 });
  });
});

/** npm goes on until the file `go` is there, or the project is gone. */
function holdNpm(): void {
  write(
    "npm.js",
    `(async () => {
      while (!fs.existsSync("go") && fs.existsSync("npm.log")) await new Promise((then) => setTimeout(then, 20));
    })()`,
  );
}

const npmToStart = (times = 1) =>
  vi.waitFor(() => expect(readLog().filter((line) => line === "start")).toHaveLength(times), timeout);

function npmPid(): number {
  return Number(/start (\d+)/.exec(readFileSync(path("npm.log"), "utf8"))?.[1]);
}

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};
const toBeGone = (pid: number) => vi.waitFor(() => expect(isGone(pid)).toBe(true), timeout);

describe("while packages are being installed", { timeout }, () => {
  test("another command waits, says so, and finds them", async () => {
    holdNpm();
    const first = start(["say.js", "first"]);
    await npmToStart();
    const second = start(["say.js", "second"]);
    await vi.waitFor(() => expect(second.output()).toContain("waiting for it…"), timeout);
    write("go", "");
    expect(await first.ended).toMatchObject({ code: 0, output: expect.stringContaining("ran first") });
    expect(await second.ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Another command .*\nran second\n$/),
    });
    expect(installations()).toBe(1);
  });

  test.runIf(process.platform !== "win32").each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "%s ends npm, too, and the next command installs",
    async (signal) => {
      holdNpm();
      const first = start(["say.js"]);
      await npmToStart();
      first.child.kill(signal);
      expect(await first.ended).toMatchObject({ code: null, signal });
      expect(isGone(npmPid())).toBe(true);
      write("go", "");
      expect(await run(["say.js", "mended"])).toMatchObject({ code: 0, output: expect.stringContaining("ran mended") });
    },
  );

  test("SIGKILL leaves an npm to itself, and the next command waits for its end", async () => {
    holdNpm();
    const first = start(["say.js"]);
    await npmToStart();
    first.child.kill("SIGKILL");
    await first.ended;
    const second = start(["say.js", "mended"]);
    await vi.waitFor(() => expect(second.output()).toContain(`(process ${npmPid()})`), timeout);
    write("go", "");
    expect(await second.ended).toMatchObject({ code: 0, output: expect.stringContaining("ran mended") });
    expect(readLog()).toEqual(["start", "end", "start", "end", ""]);
  });
});

describe("the script", { timeout }, () => {
  test("hears signals, and its end is that of the command", async () => {
    write(
      "server.js",
      'process.on("SIGTERM", () => process.exit(7)); console.log("up"); setInterval(() => undefined, 1000);',
    );
    const { child, output, ended } = start(["server.js"]);
    await vi.waitFor(() => expect(output()).toContain("up"), timeout);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 7 });
  });

  test("does not see the shell's NODE_ENV", async () => {
    write("environment.js", 'console.log("NODE_ENV:", process.env.NODE_ENV)');
    expect(await run(["environment.js"], { NODE_ENV: "development" })).toMatchObject({
      output: expect.stringContaining("NODE_ENV: undefined\n"),
    });
  });

  test("ends where npm was killed, whether or not a shell is between them", async () => {
    await run(["say.js"]);
    write("server.js", 'console.log("pid", process.pid); setInterval(() => undefined, 1000);');
    const command = `"${process.execPath}" "${path("scripts/with-setup.cjs")}" server.js`;
    // A shell with nothing else to do becomes its command; the other one stays.
    for (const line of [`exec ${command}`, `${command}; true`]) {
      const code = `require("node:child_process").spawn("sh", ["-c", ${JSON.stringify(line)}], { stdio: "inherit" })`;
      const npm = spawn(process.execPath, ["-e", code], {
        env: { ...process.env, npm_lifecycle_event: "start" },
        stdio: ["ignore", "pipe", "ignore"],
      });
      started.push(npm);
      const [text] = await once(npm.stdout, "data");
      const pid = Number(/pid (\d+)/.exec(String(text))?.[1]);
      left.push(pid);
      expect(isGone(pid)).toBe(false);
      npm.kill("SIGKILL");
      await toBeGone(pid);
    }
  });
});

test.runIf(process.platform !== "win32").each([
  ["C#", "#"],
  ["what?", "?"],
  ["a\\b", "\\"],
  ['a"b', '"'],
])("a project in a folder named %s is told to move before anything is installed", async (name, character) => {
  makeProject(name);
  const { code, output } = await run(["say.js"]);
  expect(code).toBe(1);
  expect(output).toBe(
    `The project's folder is ${root}, and a path with the character ${character} cannot be built.\n` +
      'Move the folder to a path without # ? " and \\, and run the command there.\n',
  );
  expect(installations()).toBe(0);
});

test("a project in a folder with spaces and other scripts is none of these", { timeout }, async () => {
  makeProject("預檢 guide ü (1) & %20");
  expect(await run(["say.js", "here"])).toMatchObject({ code: 0, output: expect.stringContaining("ran here") });
});
