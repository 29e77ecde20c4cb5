import { hashFiles, sourcesIn } from "./hashFiles.ts";

/** Everything that the built site is made of. */
const inputs = [
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
 * @param environment as `process.env` has it: `SITE_URL` and `BASE_PATH` go into the site, too
 */
export function hashSiteInputs(root: string, environment: NodeJS.ProcessEnv): string {
  const settings = ["SITE_URL", "BASE_PATH"].map((name) => `${name}=${environment[name] ?? ""}`);
  return [...settings, hashFiles(root, sourcesIn(root, inputs))].join(" ");
}
