import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { freePort } from "../../scripts/support/freePort.ts";
import { filesIn, hashFiles } from "../../scripts/support/hashFiles.ts";
import { type Command, copyRunnable, killGroup, type RunnableCopy } from "../support/commands.ts";
import { buildTimeout } from "../support/project.ts";

// What happens to dist/, and to who looks at it, while the site is built, while that fails, and where it is killed.

/** How often a build is killed. Each takes a build and a half. */
const kills = Number(process.env.KILLS || "1");

const build = ["npm", "run", "--silent", "build"];
const start = ["npm", "start", "--silent"];
const reference = inject("siteFolder");
const timeout = 3 * buildTimeout;

let copy: RunnableCopy;
let dist: string;
/** How long a build takes here. */
let buildSeconds = 20;
beforeAll(() => {
  copy = copyRunnable();
  copy.adoptSite(reference);
  dist = join(copy.root, "dist");
});
afterAll(() => copy.remove());

/** Waits until a server says where it is. */
async function addressOf(command: Command): Promise<string> {
  const address = () => /http:\/\/127\.0\.0\.1:\d+\//.exec(command.output())?.[0];
  await expect
    .poll(() => address() ?? (command.child.exitCode === null ? undefined : `It ended:\n${command.output()}`), {
      timeout,
    })
    .toBeDefined();
  return address() ?? expect.fail(command.output());
}

async function stop(command: Command): Promise<void> {
  killGroup(command.child);
  await command.ended;
}

/** What readers find: all files, and a server that has a page of each language. */
async function expectWholeSite(address: string): Promise<void> {
  expect(filesIn(dist, ".")).toEqual(filesIn(reference, "."));
  for (const language of ["zh-TW", "ja", "en"]) {
    expect((await fetch(`${address}${language}/checker/`)).status).toBe(200);
  }
}

/** As if dist/ had been built from something else: the next build is one. */
const forgetBuild = () => rmSync(join(copy.root, ".cache/built-from"), { force: true });
const beside = () => readdirSync(copy.root).filter((name) => name.startsWith("dist."));

test("npm start serves a site that is built, builds nothing, and takes another port where its own is taken", {
  timeout,
}, async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const server = copy.start(start, { PORT: String(port) });
  await expectWholeSite(await addressOf(server));
  expect(server.output()).not.toContain("Building");
  expect(server.output()).toContain(
    `Port ${port} is taken; this is another one.\nPORT=8080 npm start would choose one.\n`,
  );
  other.close();
  await stop(server);
});

test("two builds at once, in a shell for development, take nothing from who reads; one of them builds", {
  timeout,
}, async () => {
  const server = copy.start(start);
  const address = await addressOf(server);
  let building = true;
  const missing: string[] = [];
  const paths = ["", "en/", "ja/checker/", "zh-TW/causes/", "robots.txt", "pagefind/ja/lexicon.json"];
  const read = async () => {
    while (building) {
      for (const path of paths) {
        const { status } = await fetch(address + path);
        if (status !== 200) missing.push(`${path} ${status}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const reading = read();
  const before = statSync(dist).ino;
  forgetBuild();
  const environment = { NODE_ENV: "development" };
  const ends = await Promise.all([copy.run(build, environment), copy.run(build, environment)]);
  building = false;
  await reading;
  await stop(server);

  const [built, waited] = ends.toSorted(
    (a, b) => Number(b.output.includes("Built")) - Number(a.output.includes("Built")),
  );
  expect(built).toMatchObject({ code: 0 });
  expect(built?.output).toMatch(
    /^(Another .*\n)?Building the site…\nBuilt dist\/ in \d+ s: pages: \d+ zh-TW, \d+ ja, \d+ en; \d+ files, [\d.]+ MB\nSITE_URL is not set: .*preflight-guide\.example\.\nBefore .*SITE_URL=https:\/\/your\.host npm run build\n$/,
  );
  buildSeconds = Number(/in (\d+) s/.exec(built?.output ?? "")?.[1]);
  expect(waited).toMatchObject({ code: 0 });
  expect(waited?.output).toMatch(
    /^Another command \(process \d+\) .*\ndist\/ holds what a build would make now\.\nSITE_URL is not set: /,
  );
  expect(missing).toEqual([]);
  expect(statSync(dist).ino).not.toBe(before);
  expect(beside()).toEqual([]);
  // Byte for byte what was built where nothing else went on: Shiki used to give up on a line where the machine was busy.
  const hashes = (folder: string) => filesIn(folder, ".").map((path) => `${path} ${hashFiles(folder, [path])}`);
  expect(hashes(dist)).toEqual(hashes(reference));
  expect(readFileSync(join(dist, "en/index.html"), "utf8")).toContain('http-equiv="Content-Security-Policy"');
});

describe("a build that fails leaves dist/ as it was, and says why, what to do, and that", () => {
  const changed: [path: string, text: string | null][] = [];
  afterEach(() => {
    for (const [path, text] of changed.splice(0)) {
      if (text === null) rmSync(path);
      else writeFileSync(path, text);
    }
  });

  function change(file: string, edit: (text: string) => string): void {
    const path = join(copy.root, file);
    const text = existsSync(path) ? readFileSync(path, "utf8") : null;
    changed.push([path, text]);
    writeFileSync(path, edit(text ?? ""));
  }

  test.each<[what: string, breakIt: () => void, words: RegExp]>([
    [
      "a wrong field",
      () => change("content/causes/options-not-routed/en.md", (text) => text.replace("---\n", "---\nauther: Mei\n")),
      /content\/causes\/options-not-routed\/en\.md:2\n.*"auther"\.\n {2}→ /,
    ],
    [
      "a missing package",
      () => change("astro.config.mjs", (text) => `import "@astrojs/nothing";\n${text}`),
      /Cannot find (module|package) '@astrojs\/nothing'.*\n.*delete node_modules and run the command again/,
    ],
    [
      "a missing export",
      () => change("src/pages/broken.astro", () => '---\nimport { none } from "../site.config.ts";\n---\n{none}'),
      /"none" is not exported by .*site\.config\.ts/,
    ],
  ])("%s", { timeout }, async (_what, breakIt, words) => {
    breakIt();
    const before = statSync(dist).ino;
    const { code, stderr, output } = await copy.run(build);
    expect(code).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr.trimEnd().split("\n").at(-1)).toBe("The site was not built. dist/ is what it was before.");
    expect(output).not.toMatch(/^\s+at |<unknown>|please report/m);
    expect(statSync(dist).ino).toBe(before);
    expect(filesIn(dist, ".")).toEqual(filesIn(reference, "."));
    expect(beside()).toEqual([]);
  });

  test("an argument that there is not", { timeout }, async () => {
    const { code, stderr } = await copy.run([...build, "--", "--outDir", "elsewhere"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/'--outDir'.*\nRun: npm run build/);
  });
});

test("npm start says which setting is wrong, and what to set it to, before it builds anything", {
  timeout,
}, async () => {
  for (const [name, value] of [
    ["PORT", "80a"],
    ["SITE_URL", 'https://a"b'],
    ["BASE_PATH", "cors"],
    ["LAB_URL", "127.0.0.1"],
  ] as const) {
    const { code, output, stderr } = await copy.run(start, { [name]: value });
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${name} is "${value}", which is not .*\nSet it to .*\n$`));
    expect(output).toBe(stderr);
  }
});

test("a build that is killed at any moment leaves the site as it was; where half of that is gone, two npm start at once build it once and both serve it", {
  timeout: kills * timeout,
}, async () => {
  for (let kill = 0; kill < kills; kill++) {
    const moment = Math.round(Math.random() * buildSeconds * 1100);
    forgetBuild();
    const killed = copy.start(build);
    await new Promise((resolve) => setTimeout(resolve, moment));
    await stop(killed);
    const after = `Killed after ${moment} ms:\n${killed.output()}`;
    // In between two renames there is none; what was there then stands beside, and comes back.
    if (existsSync(dist)) expect(filesIn(dist, "."), after).toEqual(filesIn(reference, "."));
    for (const part of ["_astro", "ja", "404.html"]) rmSync(join(dist, part), { recursive: true, force: true });
    const servers = [copy.start(start), copy.start(start)];
    for (const server of servers) {
      const address = await addressOf(server);
      await expectWholeSite(address).catch((error) => {
        throw new Error(`${after}\n${server.output()}`, { cause: error });
      });
    }
    const outputs = servers.map((server) => server.output());
    expect(
      outputs.filter((output) => output.includes("Built dist/")),
      after,
    ).toHaveLength(1);
    for (const output of outputs) expect(output).not.toMatch(/SITE_URL|^\s+at /m);
    for (const server of servers) await stop(server);
  }
});

describe("where npm is killed, nothing goes on", () => {
  test.each([
    ["start", async () => copy.start(start)],
    ["dev", async () => copy.start(["npm", "run", "dev", "--", "--port", String(await freePort())])],
    ["lab", async () => copy.start(["npm", "run", "lab"])],
  ])("npm run %s", { timeout }, async (_name, run) => {
    const command = await run();
    const address = await addressOf(command);
    const answers = () =>
      fetch(address).then(
        () => true,
        () => false,
      );
    expect(await answers()).toBe(true);
    command.child.kill("SIGKILL");
    await expect.poll(answers, { timeout }).toBe(false);
    // Its output ends with the last of what it had started.
    await command.ended;
  });
});
