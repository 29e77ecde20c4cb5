import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Cleanup, startOrUndo } from "../../scripts/lab/engines/cleanup.ts";
import { connect } from "../../scripts/lab/engines/commands.ts";
import { firefoxPreferences, userJs } from "../../scripts/lab/engines/firefoxPreferences.ts";
import { findFirefox } from "../../scripts/setup/engines.ts";
import { startProgram } from "../../scripts/support/program.ts";

/** A page in a real Firefox, used as a reader uses it. The lab's driver has neither keys nor files. */
export interface FirefoxPage {
  goto(url: string): Promise<void>;
  /** @returns the string that an expression gives in the page */
  evaluate(expression: string): Promise<string>;
  /** Presses keys one after the other; `keys` has those that are no letters. */
  press(...keys: string[]): Promise<void>;
  /** Chooses a file in the field that has the focus: the window in which a reader chooses it is the system's own. */
  choose(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Keys that are no letters. @see https://w3c.github.io/webdriver/#keyboard-actions */
export const keys = { tab: "\uE004", down: "\uE015", space: " " } as const;

/** Firefox takes a while to start on a machine that does other things, too. */
const startTimeout = 120_000;

/** Starts a headless Firefox with a profile of its own. @throws where there is none, or it does not start */
export function openFirefox(): Promise<FirefoxPage> {
  return startOrUndo(open);
}

async function open(cleanup: Cleanup): Promise<FirefoxPage> {
  const path = findFirefox();
  if (!path) throw new Error("Firefox was not found. Install it, or set FIREFOX_PATH to the path of one.");
  const home = await mkdtemp(join(tmpdir(), "page-firefox-"));
  cleanup.add(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const profile = join(home, "profile");
  await mkdir(profile);
  await writeFile(join(profile, "user.js"), userJs(firefoxPreferences("https://public.example.com")));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const firefox = startProgram({ command: [path, ...args], env: { ...process.env, HOME: home } });
  cleanup.add(firefox.stop);

  const address = await firefox.printed(/WebDriver BiDi listening on (ws:\S+)/, startTimeout);
  const { commands, opened, disconnect } = connect(`${address}/session`);
  cleanup.add(async () => disconnect());
  await opened;
  await commands.send("session.new", { capabilities: {} });
  const { contexts } = await commands.send<{ contexts: { context: string }[] }>("browsingContext.getTree", {});
  const [{ context } = { context: "" }] = contexts;

  const evaluate = async <Result>(expression: string) => {
    const target = { context };
    const parameters = { expression, target, awaitPromise: true };
    return (await commands.send<{ result: Result }>("script.evaluate", parameters)).result;
  };
  return {
    goto: async (url) => {
      await commands.send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    evaluate: async (expression) => (await evaluate<{ value: string }>(`String(${expression})`)).value,
    press: async (...pressed) => {
      const actions = pressed.flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await commands.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
    },
    choose: async (file) => {
      const { sharedId } = await evaluate<{ sharedId: string }>("document.activeElement");
      await commands.send("input.setFiles", { context, element: { sharedId }, files: [resolve(file)] });
    },
    close: () => cleanup.run(),
  };
}
