/**
 * The Chromium of tests. A test that needs a browser fails without one and is never skipped.
 */
import { type Browser, chromium } from "playwright-core";
import { ensureHeadlessShell } from "../../scripts/setup/headlessShell.ts";
import { launchChromium } from "../../scripts/support/launchChromium.ts";
import { patience } from "./poll.ts";

export { launchChromium };

/** How long a test that needs Chromium may wait for it: the first time, it may have to be got. */
export const launchTimeout = 600_000;

/**
 * Starts a Chromium to look at pages in: its headless shell, or Chromium itself where there is none.
 * @param draws whether frames are drawn. Without them a page is styled, laid out and run all the same, with a third
 *   less work; but what waits for a frame waits for ever: an `IntersectionObserver`, Playwright's clicks
 */
export async function launchForPages({ draws = true } = {}): Promise<Browser> {
  const executablePath = await ensureHeadlessShell();
  const browser = executablePath ? await launchShell(executablePath, draws) : await launchChromium();
  return asTestsNeedIt(browser);
}

/**
 * Without service workers, so that each page is looked at as whoever opens it for the first time gets it, and what it
 * asks for comes from the server; `offline.test.ts` asks for them. What never comes is waited for as long as `poll` does.
 */
function asTestsNeedIt(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open({ serviceWorkers: "block", ...options });
    context.setDefaultTimeout(patience);
    return context;
  };
  return browser;
}

function launchShell(executablePath: string, draws: boolean): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      // As root, Chromium's sandbox refuses to start.
      "--no-sandbox",
      "--disable-gpu",
      // What composes frames in its stead needs no process of its own.
      "--in-process-gpu",
      "--disable-quic",
      // A page lives for seconds: what V8 compiles beside it is thrown away, and was a third of axe's work.
      "--js-flags=--single-threaded",
      // Frames are then drawn when the debugger asks for one, and it never does.
      ...(draws ? [] : ["--enable-begin-frame-control"]),
    ],
  });
}
