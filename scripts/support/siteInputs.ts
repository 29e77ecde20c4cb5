import { hashFiles, sourcesIn } from "./hashFiles.ts";

/** Everything that the built site is made of. */
export const siteInputs: readonly string[] = [
  "src",
  "content",
  "public",
  "astro.config.mjs",
  "tsconfig.json",
  "tsconfig.base.json",
  "package-lock.json",
];

/**
 * A hash of everything that the built site is made of: the same hash, the same site.
 * @param root the project's root
 * @param environment as `process.env` has it: `SITE_URL`, `BASE_PATH` and `LAB_URL` go into the site, too
 */
export function hashSiteInputs(root: string, environment: NodeJS.ProcessEnv): string {
  const settings = ["SITE_URL", "BASE_PATH", "LAB_URL"].map((name) => `${name}=${environment[name] ?? ""}`);
  return [...settings, hashFiles(root, sourcesIn(root, siteInputs))].join(" ");
}
