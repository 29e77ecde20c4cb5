import { statSync } from "node:fs";
import { join } from "node:path";
import { languages, site } from "../../src/site.config.ts";
import { filesIn } from "./hashFiles.ts";

/**
 * What is in a built site: pages in each language, files, size.
 * @param folder the built site
 */
export function describeSite(folder: string): string {
  const files = filesIn(folder, ".");
  const pages = languages.map((language) => {
    const own = files.filter((path) => path.startsWith(`${language}/`) && path.endsWith("/index.html"));
    return `${own.length} ${language}`;
  });
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return `pages: ${pages.join(", ")}; ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`;
}

/**
 * What to do before the site is published, where nobody has said yet at which address.
 * @param environment as `process.env` has it: who sets `SITE_URL` has said it
 */
export function adviseSiteUrl(environment: NodeJS.ProcessEnv): string | undefined {
  // A fork may have changed the default. Nobody can have a host there (RFC 2606, section 2).
  if (environment.SITE_URL !== undefined || !new URL(site.url).hostname.endsWith(".example")) return undefined;
  return (
    `SITE_URL is not set: canonical addresses, sitemap.xml and robots.txt say ${site.url}.\n` +
    "Before you publish the site, build it with its own: SITE_URL=https://your.host npm run build"
  );
}
