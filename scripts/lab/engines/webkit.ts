import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { findWebKit, findXvfb } from "../../setup/engines.ts";
import { freePort } from "../../support/freePort.ts";
import { type Program, startProgram } from "../../support/program.ts";
import { within } from "../../support/within.ts";
import { type Cleanup, startOrUndo } from "./cleanup.ts";
import { asSettledJson, evaluationTimeout, fromSettledJson, loadTimeout, startTimeout } from "./expression.ts";
import type { Driver, LaunchOptions, Tab } from "./types.ts";
import { type ConsoleMessage, type InspectedPage, inspectPage } from "./webkitInspector.ts";

const run = promisify(execFile);

/**
 * Starts MiniBrowser on a display that nobody sees, and drives it as WebKit's inspector does. WebKitGTK knows no
 * local network access: to it, `publicOrigin` is an origin like any other.
 * @throws where it is not installed, or does not start; nothing is left running then
 */
export function launchWebKit(options: LaunchOptions): Promise<Driver> {
  return startOrUndo((cleanup) => launch(options, cleanup));
}

async function launch({ trusted }: LaunchOptions, cleanup: Cleanup): Promise<Driver> {
  const path = findWebKit();
  const xvfb = findXvfb();
  if (!path || !xvfb) {
    throw new Error(
      "WebKitGTK's MiniBrowser was not found, or Xvfb is missing. Install both, " +
        "and set WEBKIT_PATH where MiniBrowser is in an unusual place.",
    );
  }

  const home = await mkdtemp(join(tmpdir(), "lab-webkit-"));
  // WebKit's processes may still write while they end.
  cleanup.add(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));

  // It takes a display's number that is free, and prints it.
  const screen = ["-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const display = startProgram({ command: [xvfb, "-displayfd", "1", ...screen], env: { PATH: process.env.PATH } });
  cleanup.add(display.stop);
  const env = environment(home, `:${await display.printed(/^(\d+)\n/m, startTimeout)}`);

  const inspector = `127.0.0.1:${await freePort()}`;
  const args = ["--enable-developer-extras=true", ...(trusted ? ["--ignore-tls-errors"] : []), "about:blank"];
  const browser = startProgram({ command: [path, ...args], env: { ...env, WEBKIT_INSPECTOR_HTTP_SERVER: inspector } });
  cleanup.add(browser.stop);

  const lines = new ConsoleLines();
  const page = await inspectPage(await pageAt(inspector, browser), (message) => lines.add(message));
  cleanup.add(async () => page.disconnect());
  const { stdout: version } = await run(path, ["--version"], { env });

  return { engine: "webkit", browser: version.trim(), tab: tabOf(page, lines), close: () => cleanup.run() };
}

/** Nothing of this machine's but the programs: no language, no proxy, no session, no settings. */
function environment(home: string, display: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    LANG: "C.UTF-8",
    DISPLAY: display,
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    // Neither is there where nobody sits, and both would be waited for.
    NO_AT_BRIDGE: "1",
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    GSETTINGS_BACKEND: "memory",
  };
}

/** Waits for the browser's list of pages. @returns the first page's WebSocket */
async function pageAt(inspector: string, browser: Program): Promise<string> {
  const deadline = Date.now() + startTimeout;
  while (Date.now() < deadline) {
    const failure = browser.failure();
    if (failure) throw failure;
    const list = await fetch(`http://${inspector}/`).then(
      (answer) => answer.text(),
      () => "",
    );
    const path = /socket\/\d+\/\d+\/WebPage/.exec(list)?.[0];
    if (path) return `ws://${inspector}/${path}`;
    await wait(50);
  }
  throw new Error(
    `WebKit's inspector at ${inspector} shows no page within five minutes. Start MiniBrowser by hand to see why.`,
  );
}

function tabOf(page: InspectedPage, lines: ConsoleLines): Tab {
  let marks = 0;
  return {
    goto: (url) => load(page, url),

    async evaluate(expression) {
      return fromSettledJson(await page.evaluate(asSettledJson(expression)));
    },

    async takeConsole() {
      marks += 1;
      const mark = `the console up to here, ${marks}`;
      const marked = lines.upTo(mark);
      await page.evaluate(`console.debug(${JSON.stringify(mark)})`);
      return within(
        marked,
        evaluationTimeout,
        "WebKit's console prints nothing. Close the browser and start it again.",
      );
    },
  };
}

/** What the console has printed and nobody has taken yet. What scripts print themselves is left out. */
class ConsoleLines {
  #lines: string[] = [];
  readonly #marks = new Map<string, (lines: string[]) => void>();

  add({ source, text }: ConsoleMessage): void {
    if (source !== "console-api") this.#lines.push(text.trimEnd());
    else this.#marks.get(text)?.(this.#lines.splice(0));
  }

  /** Waits until a script prints the mark, and takes all lines before it: messages come in order. */
  async upTo(mark: string): Promise<string[]> {
    const { promise, resolve } = Promise.withResolvers<string[]>();
    this.#marks.set(mark, resolve);
    return promise.finally(() => this.#marks.delete(mark));
  }
}

/**
 * Goes to a page, and asks until it is there. Events would not do: a new target may have loaded its page
 * before they are asked for.
 */
async function load(page: InspectedPage, url: string): Promise<void> {
  const problem = `${url} did not load. See whether its server answers, and whether its certificate is one to trust.`;
  const deadline = Date.now() + loadTimeout;
  await page.evaluate(`window.isBeingLeft = true; location.href = ${JSON.stringify(url)}`);

  const addressOnceLoaded = 'window.isBeingLeft || document.readyState !== "complete" ? "" : location.href';
  let address = "";
  while (!address) {
    if (Date.now() > deadline) throw new Error(problem);
    await wait(20);
    // The target that is asked may be replaced meanwhile.
    address = await page.evaluate(addressOnceLoaded).catch(() => "");
  }
  // That of the page that WebKit shows in place of one that it cannot load.
  if (address === "about:blank") throw new Error(problem);
}
