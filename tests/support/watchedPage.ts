import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page, and everything that went wrong on it that a reader would not see. */
export interface WatchedPage {
  page: Page;
  /** One line each: requests to other origins, breaches of the Content-Security-Policy, errors of scripts. */
  faults: string[];
  close(): Promise<void>;
}

/**
 * Opens an empty page of a new profile and watches it.
 * @param origin the only origin that it may talk to
 */
export async function openWatched(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  await context.exposeBinding("reportBreach", (_source, breach: string) => faults.push(breach));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      const { reportBreach } = window as unknown as { reportBreach: (breach: string) => void };
      reportBreach(`The policy's ${violatedDirective} blocked ${blockedURI}`);
    });
  });
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`A request to ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`The console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`A script failed: ${error.message}`));
  return { page, faults, close: () => context.close() };
}
