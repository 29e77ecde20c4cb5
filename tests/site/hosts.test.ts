import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { makeHosts } from "../../scripts/hosting/makeHosts.ts";
import { readOptions } from "../../scripts/lab/try/options.ts";
import { type SiteServer, serveSite } from "../../scripts/serve.ts";
import { firstProgram, inFolders } from "../../scripts/setup/findProgram.ts";
import { installPackages } from "../../scripts/setup/system-packages.ts";
import { freePort } from "../../scripts/support/freePort.ts";
import { type Program, startProgram } from "../../scripts/support/program.ts";
import { readExtent } from "../../scripts/support/replays.ts";
import { ASK_ANEW, everyAnswer, KEEP, pageAnswer, strictTransport } from "../../src/build/hosting/answers.ts";
import { cloudFrontFunction, cloudFrontHeaders } from "../../src/build/hosting/cloudfront.ts";
import { netlifyRedirects, vercelFile } from "../../src/build/hosting/edgeFiles.ts";
import { redirectLines } from "../../src/build/hosting/moved.ts";
import { ABOUT } from "../../src/components/TryIt/answers.ts";
import { languages } from "../../src/site.config.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { countNotRun } from "../support/notRun.ts";
import { openSearch } from "../support/openSearch.ts";
import { patience } from "../support/poll.ts";
import { openWatched } from "../support/watchedPage.ts";

// The configurations that npm run hosts makes, each in the server that it is for.

const built = inject("siteFolder");
/** As the build writes it of a guide's `movedFrom`. None of this site's has any; `fork.test.ts` builds one that has. */
const moved = { from: "/ja/guides/an-old-name/", to: "/ja/guides/preflight-404/" };
let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "preflight-guide-hosts-"));
  // Started by root, nginx reads files as somebody else.
  chmodSync(folder, 0o755);
  const withMoved = join(folder, "built");
  cpSync(built, withMoved, { recursive: true });
  writeFileSync(join(withMoved, "_redirects"), redirectLines([moved]));
  mkdirSync(join(withMoved, moved.from));
  writeFileSync(join(withMoved, moved.from, "index.html"), "for hosts that know no redirects");
  await makeHosts(withMoved, folder);
  browser = await launchForPages();
}, launchTimeout);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A server's package, its program, and how it is started on a port. */
interface Host {
  name: string;
  needs?: string;
  program?: string;
  /** Whether it sends the compressed files beside each, and not what it compresses itself. */
  sendsOwnFiles: boolean;
  start(program: string, port: number): Program | undefined;
}

const apacheModules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias"];

const hosts: readonly Host[] = [
  {
    name: "nginx",
    needs: "nginx-light",
    program: "nginx",
    sendsOwnFiles: true,
    start(program, port) {
      const file = join(folder, "nginx.conf");
      const text = readFileSync(file, "utf8").replace("127.0.0.1:8080", `127.0.0.1:${port}`);
      writeFileSync(join(folder, "nginx.tried.conf"), text);
      return startProgram({ command: [program, "-e", "stderr", "-p", folder, "-c", "nginx.tried.conf"] });
    },
  },
  {
    name: "Caddy",
    needs: "caddy",
    program: "caddy",
    sendsOwnFiles: true,
    start(program, port) {
      const env = {
        ...process.env,
        SITE_ADDRESS: `http://127.0.0.1:${port}`,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
      };
      return startProgram({
        command: [program, "run", "--config", "Caddyfile", "--adapter", "caddyfile"],
        folder,
        env,
      });
    },
  },
  {
    name: "Apache",
    needs: "apache2-bin",
    program: "apache2",
    sendsOwnFiles: true,
    start(program, port) {
      const lines = [
        ...apacheModules
          .filter((name) => existsSync(`/usr/lib/apache2/modules/mod_${name}.so`))
          .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
        `ServerRoot ${folder}`,
        `PidFile ${folder}/apache.pid`,
        "ServerName 127.0.0.1",
        `Listen 127.0.0.1:${port}`,
        "ErrorLog |/bin/cat",
        "Mutex posixsem",
        "TypesConfig /dev/null",
        "ServerTokens Prod",
        // Whom it becomes where root starts it.
        "User www-data",
        "Group www-data",
        `Define SITE_ROOT ${folder}/site`,
        "Include apache.conf",
      ];
      writeFileSync(join(folder, "apache.tried.conf"), `${lines.join("\n")}\n`);
      return startProgram({ command: [program, "-D", "FOREGROUND", "-f", join(folder, "apache.tried.conf")] });
    },
  },
  { name: "npm start", sendsOwnFiles: false, start: () => undefined },
];

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks as a browser does that can read Brotli, and follows nothing. */
function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": "gzip, br", ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    }).on("error", reject);
  });
}

const answers = (address: string) =>
  ask(`${address}/robots.txt`).then(
    () => true,
    () => false,
  );

test("the lab that goes beside it is one file, which listens on the own machine unless it is told otherwise", async () => {
  const file = join(folder, "lab/lab.mjs");
  // Nothing of the project is there, and no package.
  const alone = startProgram({ command: [process.execPath, file], folder: tmpdir() });
  try {
    const port = await alone.printed(/^The lab listens at 127\.0\.0\.1, port (\d+)\./, patience);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe(ABOUT);
  } finally {
    await alone.stop();
  }
  const [, command = "[]"] = /^CMD (.*)$/m.exec(readFileSync(join(folder, "lab/Containerfile"), "utf8")) ?? [];
  const [, , ...options] = JSON.parse(command) as string[];
  expect(readOptions(options, ["port", "host"])).toEqual({ port: 8080, host: "0.0.0.0" });
});

const lowerCase = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const hashed = `/_astro/${readdirSync(join(built, "_astro")).find((name) => name.endsWith(".css"))}`;
const chunk = `/pagefind/ja/index/${readdirSync(join(built, "pagefind/ja/index"))[0]}`;

describe.each(hosts)("$name", ({ needs, program, sendsOwnFiles, start }) => {
  let address: string | undefined;
  let server: Program | undefined;
  let started: SiteServer | undefined;
  beforeAll(async () => {
    if (program === undefined) {
      started = await serveSite(join(folder, "built"));
      address = started.address.replace(/\/$/, "");
      return;
    }
    const find = () => firstProgram(inFolders(`${process.env.PATH}:/usr/sbin`, program));
    if (!find() && needs && readExtent("RECIPES") !== "here") await installPackages([needs]);
    const found = find();
    if (!found) return;
    const port = await freePort();
    server = start(found, port);
    address = `http://127.0.0.1:${port}`;
    while (!(await answers(address))) {
      const failure = server?.failure();
      if (failure) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  afterAll(() => {
    started?.server.close();
    started?.server.closeAllConnections();
    return server?.stop();
  });

  const onHost = (what: string, look: (address: string) => Promise<void>) =>
    test(what, async (context) => {
      if (address === undefined) countNotRun(context, { count: 1, what: "looks at hosts", variable: "RECIPES" });
      else await look(address);
    });

  onHost("every answer has the headers of the table", async (at) => {
    const pages = ["/", "/ja/", "/en/causes/", "/zh-TW/nothing/"];
    for (const path of [...pages, hashed, chunk, "/robots.txt", "/nothing"]) {
      const { headers } = await ask(at + path);
      const own = pages.includes(path) ? { ...everyAnswer, ...pageAnswer } : everyAnswer;
      expect(headers, path).toMatchObject(lowerCase(own));
      expect(headers, path).not.toHaveProperty("x-powered-by");
      expect(headers.server ?? "", path).not.toMatch(/\d/);
    }
    // A search asks for twenty of them.
    for (const path of [hashed, chunk]) {
      expect((await ask(at + path)).headers, path).not.toHaveProperty("content-security-policy");
    }
  });

  onHost("what has a hash in its name is kept, all else is asked for anew", async (at) => {
    for (const path of [hashed, chunk]) expect((await ask(at + path)).headers["cache-control"], path).toBe(KEEP);
    for (const path of ["/", "/en/", "/feed.css", "/_astro/gone.0123abcd.css", "/pagefind/ja/meta.pf_meta"]) {
      expect((await ask(at + path)).headers["cache-control"], path).toBe(ASK_ANEW);
    }
  });

  onHost("that HTTPS is there is said only where it is", async (at) => {
    expect((await ask(`${at}/en/`)).headers).not.toHaveProperty(strictTransport.name.toLowerCase());
    if (!sendsOwnFiles) return;
    const { headers } = await ask(`${at}/en/`, { "X-Forwarded-Proto": "https" });
    expect(headers[strictTransport.name.toLowerCase()]).toBe(strictTransport.value);
  });

  onHost("text comes compressed, and what it says of itself is true", async (at) => {
    for (const [path, file, type] of [
      ["/ja/causes/", "ja/causes/index.html", /^text\/html; charset=utf-8$/i],
      ["/en/causes.md", "en/causes.md", /^text\/markdown; charset=utf-8$/i],
      [hashed, hashed, /^text\/css; charset=utf-8$/i],
      ["/zh-TW/feed.xml", "zh-TW/feed.xml", /^application\/xml/],
      ["/pagefind/en/pagefind.wasm", "pagefind/en/pagefind.wasm", /^application\/wasm$/],
    ] as const) {
      const { status, headers, body } = await ask(at + path);
      expect(status, path).toBe(200);
      expect(headers["content-type"], path).toMatch(type);
      expect(headers.vary, path).toMatch(/Accept-Encoding/i);
      expect(["br", "gzip"], path).toContain(headers["content-encoding"]);
      if (sendsOwnFiles) {
        const end = headers["content-encoding"] === "br" ? "br" : "gz";
        expect(body.equals(readFileSync(join(folder, "site", `${file}.${end}`))), path).toBe(true);
      }
      const plain = await ask(at + path, { "Accept-Encoding": "identity" });
      expect(plain.headers["content-encoding"], path).toBeUndefined();
      expect(plain.body.equals(readFileSync(join(built, file))), path).toBe(true);
      if (headers["content-encoding"] === "br") expect(brotliDecompressSync(body).equals(plain.body)).toBe(true);
    }
  });

  onHost("a part, and what is known already, are sent as such", async (at) => {
    const part = await ask(`${at}/icon-512.png`, { Range: "bytes=0-99" });
    expect([part.status, part.body.length]).toEqual([206, 100]);
    const { headers } = await ask(`${at}/en/`);
    const again = await ask(`${at}/en/`, { "If-None-Match": headers.etag ?? "" });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  onHost("a page's address without its slash leads to the page", async (at) => {
    const { status, headers } = await ask(`${at}/en/causes`);
    expect([301, 302, 307, 308]).toContain(status);
    expect(new URL(headers.location ?? "", `${at}/en/causes`).href).toBe(`${at}/en/causes/`);
  });

  onHost("an address that a guide had before leads to where it is", async (at) => {
    const { status, headers } = await ask(at + moved.from);
    expect(status).toBe(301);
    expect(new URL(headers.location ?? "", at).href).toBe(at + moved.to);
  });

  onHost("what is not there is answered in the reader's language", async (at) => {
    for (const language of languages) {
      const { status, body } = await ask(`${at}/${language}/no/such/page/`, { "Accept-Encoding": "identity" });
      expect(status).toBe(404);
      expect(body.equals(readFileSync(join(built, language, "404.html"))), language).toBe(true);
    }
    const { status, body } = await ask(`${at}/nowhere`, { "Accept-Encoding": "identity" });
    expect([status, body.equals(readFileSync(join(built, "404.html")))]).toEqual([404, true]);
  });

  onHost("nothing outside the site is served, and nothing is taken in", async (at) => {
    for (const path of ["/../nginx.conf", "/%2e%2e/Caddyfile", "/..%2fapache.conf"]) {
      expect((await ask(at + path)).status, path).toBeGreaterThanOrEqual(400);
    }
  });

  onHost("a reader searches, and checks a request, without a fault", async (at) => {
    const { page, faults, close } = await openWatched(browser, at);
    await page.goto(`${at}/ja/guides/preflight-404/`);
    await openSearch(page);
    await page.locator("dialog.search input").fill("preflight");
    await page.locator("dialog.search li a").first().waitFor();
    await page.goto(`${at}/en/checker/`);
    await checkerToLive(page);
    await page.goto(`${at}/en/no-such-page/`);
    await page.locator("h1").waitFor();
    // That the last of them is not there.
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
    await close();
  });
});

test("Vercel and Netlify are told of what has moved, too", () => {
  expect(JSON.parse(vercelFile([moved])).redirects).toEqual([
    { source: moved.from, destination: moved.to, statusCode: 301 },
  ]);
  expect(netlifyRedirects([moved])).toContain(`${moved.from} ${moved.to} 301!\n`);
});

test("CloudFront's function leads to folders' pages, its policy has all headers of the table", () => {
  const handler = new Function(`${cloudFrontFunction([moved])}; return handler;`)();
  const asked = (uri: string) => handler({ request: { uri } });
  expect(asked("/en/").uri).toBe("/en/index.html");
  expect(asked("/en/causes.md").uri).toBe("/en/causes.md");
  expect(asked("/en/causes")).toMatchObject({ statusCode: 301, headers: { location: { value: "/en/causes/" } } });
  expect(asked(moved.from)).toMatchObject({ statusCode: 301, headers: { location: { value: moved.to } } });
  const text = cloudFrontHeaders();
  for (const value of Object.values({ ...everyAnswer, ...pageAnswer })) {
    if (value !== "nosniff") expect(text).toContain(JSON.stringify(value));
  }
});
