import type { Page } from "playwright-core";

/**
 * Watches what scripts a page loads, from now on.
 * @returns their paths, to which each new one is added
 */
export function watchScripts(page: Page): Set<string> {
  const loaded = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") loaded.add(new URL(request.url()).pathname);
  });
  return loaded;
}
