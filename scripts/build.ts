/**
 * Builds the site into dist/.
 * Usage: npm run build
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { runNode, tools } from "./support/runNode.ts";
import { hashSiteInputs } from "./support/siteInputs.ts";

/** What dist/ was made from. Not in dist/, which is published as it is. */
const stamp = "node_modules/.cache/preflight-guide/built-from";

/**
 * Builds the site.
 * @param options `quiet`: what Astro prints is shown only where the build fails
 * @returns Astro's exit code
 */
export async function buildSite({ quiet = false } = {}): Promise<number> {
  const inputs = hashSiteInputs(".", process.env);
  const { code, output } = await runNode([tools.astro, "build"], { quiet });
  if (code !== 0) {
    if (quiet) console.error(output);
    return code;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, describeBuild(inputs));
  return 0;
}

/** Whether dist/ holds what a build would make now. */
export function isBuilt(): boolean {
  if (!existsSync(stamp) || !existsSync("dist/index.html")) return false;
  return readFileSync(stamp, "utf8") === describeBuild(hashSiteInputs(".", process.env));
}

/** With the time of the build: another one may have been made since, by Astro's own command. */
function describeBuild(inputs: string): string {
  return `${inputs} ${statSync("dist/index.html").mtimeMs}`;
}

if (import.meta.main) process.exitCode = await buildSite();
