import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFirefox } from "../../setup/engines.ts";
import { startProgram } from "../../support/program.ts";
import { within } from "../../support/within.ts";
import { type Cleanup, startOrUndo } from "./cleanup.ts";
import { type Commands, connect } from "./commands.ts";
import {
  asSettledJson,
  evaluationTimeout,
  fromSettledJson,
  loadTimeout,
  startTimeout,
  tookTooLong,
} from "./expression.ts";
import { linesOfPage, type ScriptError, takeScriptErrors } from "./firefoxConsole.ts";
import { firefoxPreferences, userJs } from "./firefoxPreferences.ts";
import type { Driver, LaunchOptions, Tab } from "./types.ts";

/**
 * Starts a headless Firefox with a profile of its own, and drives it by
 * [WebDriver BiDi](https://w3c.github.io/webdriver-bidi/). It refuses the public origin's pages local network access,
 * as it would ask its user, and wait for an answer.
 * @throws where there is no Firefox, or where it does not start; nothing is left running then
 */
export function launchFirefox(options: LaunchOptions): Promise<Driver> {
  return startOrUndo((cleanup) => launch(options, cleanup));
}

async function launch({ trusted, publicOrigin }: LaunchOptions, cleanup: Cleanup): Promise<Driver> {
  const path = findFirefox();
  if (!path) throw new Error("Firefox was not found. Install it, or set FIREFOX_PATH to the path of one.");

  const home = await mkdtemp(join(tmpdir(), "lab-firefox-"));
  // Firefox's processes may still write while they end.
  cleanup.add(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const profile = join(home, "profile");
  await mkdir(profile);
  await writeFile(join(profile, "user.js"), userJs(firefoxPreferences(publicOrigin)));

  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  // The console is read in the browser's own scope.
  args.push("--remote-allow-system-access");
  const firefox = startProgram({ command: [path, ...args], env: { ...process.env, HOME: home } });
  cleanup.add(firefox.stop);

  const address = await firefox.printed(/WebDriver BiDi listening on (ws:\S+)/, startTimeout);
  const { commands, opened, disconnect } = connect(`${address}/session`);
  cleanup.add(async () => disconnect());
  await opened;
  const session = commands.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: trusted } } });
  await within(session, startTimeout, "Firefox has opened no window within five minutes. Start it by hand to see why.");
  const [page, browser] = await Promise.all([firstContext(commands), firstContext(commands, "chrome")]);
  await setLocalNetwork(commands, publicOrigin, "denied");

  return {
    engine: "firefox",
    browser: `Firefox ${await evaluateIn(commands, browser, version)}`,
    tab: tabOf(commands, page, browser),
    grantLocalNetwork: (origin) => setLocalNetwork(commands, origin, "granted"),
    close: () => cleanup.run(),
  };
}

/** With the `esr` that the session's capabilities leave out. */
const version =
  'ChromeUtils.importESModule("resource://gre/modules/AppConstants.sys.mjs").AppConstants.MOZ_APP_VERSION_DISPLAY';

/** @param scope `chrome` is the browser's own, with privileges; without one it is the page's */
async function firstContext(commands: Commands, scope?: "chrome"): Promise<string> {
  const parameters = scope ? { "moz:scope": scope } : {};
  const { contexts } = await commands.send<{ contexts: { context: string }[] }>("browsingContext.getTree", parameters);
  const context = contexts[0]?.context;
  if (context === undefined) throw new Error("Firefox has opened no window. Try it again, or try another version.");
  return context;
}

async function setLocalNetwork(commands: Commands, origin: string, state: "denied" | "granted"): Promise<void> {
  for (const name of ["loopback-network", "local-network"]) {
    // A Firefox that knows no such permission asks nobody.
    await commands.send("permissions.setPermission", { descriptor: { name }, state, origin }).catch(() => undefined);
  }
}

function tabOf(commands: Commands, page: string, browser: string): Tab {
  return {
    async goto(url) {
      const loaded = commands.send("browsingContext.navigate", { context: page, url, wait: "complete" });
      const advice = "See whether its server answers, and whether its certificate is one to trust.";
      await within(loaded, loadTimeout, "it took longer than two minutes").catch((error: Error) => {
        throw new Error(`${url} did not load: ${error.message}. ${advice}`, { cause: error });
      });
    },

    async evaluate(expression) {
      return fromSettledJson(await evaluateIn(commands, page, asSettledJson(expression)));
    },

    async takeConsole() {
      // A page's process hands its lines on in a task of its own. Answers come the same way as lines and in order:
      // with the answer of a later task, all lines before it are there.
      await evaluateIn(commands, page, 'new Promise((resolve) => setTimeout(resolve, 0, ""))');
      return linesOfPage(JSON.parse(await evaluateIn(commands, browser, takeScriptErrors)) as ScriptError[]);
    },
  };
}

interface Evaluated {
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/**
 * @returns the string that the expression, or its promise, gives
 * @throws where it throws, or takes longer than two minutes
 */
async function evaluateIn(commands: Commands, context: string, expression: string): Promise<string> {
  const parameters = { expression, target: { context }, awaitPromise: true };
  const evaluated = commands.send<Evaluated>("script.evaluate", parameters);
  const { result, exceptionDetails } = await within(evaluated, evaluationTimeout, tookTooLong);
  if (result?.value !== undefined) return result.value;
  throw new Error(`Firefox said "${exceptionDetails?.text}". Mend the expression: ${expression}`);
}
