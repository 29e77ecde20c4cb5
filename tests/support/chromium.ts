/**
 * The Chromium of tests. A test that needs a browser fails without one and is never skipped.
 */
import { type Browser, chromium } from "playwright-core";
import { ensureHeadlessShell } from "../../scripts/setup/headlessShell.ts";
import { launchChromium } from "../../scripts/support/launchChromium.ts";

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
  if (!executablePath) return launchChromium();
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
