/**
 * Builds the site into dist/. What stands there is replaced when all went well, and else left as it is; where a build
 * would make the same, it stays.
 * Usage: npm run build (npm run build -- --verbose for all that Astro prints)
 */
import "./support/tellProblems.ts";

import { existsSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { acquireLock } from "./setup/lock.cjs";
import { isBuilt, recordBuild } from "./support/buildStamp.ts";
import { describeProblem } from "./support/describeProblem.ts";
import { finishReplacement, removeFolder, startReplacement } from "./support/replaceFolder.ts";
import { hashSiteInputs } from "./support/siteInputs.ts";
import { adviseSiteUrl, describeSite } from "./support/siteReport.ts";

/** What Astro keeps of parsed content: it does not see that a schema in another file than content.config.ts has changed. */
const PARSED_CONTENT = "node_modules/.astro/data-store.json";

/**
 * Builds the site. Who calls this holds the lock.
 * @param verbose whether all is shown that Astro prints
 * @throws where it cannot be built; dist/ is then what it was
 */
async function buildSite(verbose: boolean): Promise<void> {
  const { next, leftovers } = startReplacement("dist");
  for (const folder of leftovers) console.log(`Removed ${folder}, which an earlier build left that was stopped.`);
  const inputs = hashSiteInputs(".", process.env);
  try {
    // Before Astro and Vite are loaded: they decide by it whether drafts are shown.
    process.env.NODE_ENV = "production";
    const { build } = await import("astro");
    rmSync(PARSED_CONTENT, { force: true });
    await build({ outDir: next, logLevel: verbose ? "info" : "warn" });
    // First, so that nobody takes a dist/ that is half replaced for built.
    recordBuild(".", next, inputs);
    finishReplacement(next);
  } catch (error) {
    removeFolder(next);
    throw error;
  }
}

/** @throws where there is another argument than these */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        verbose: { type: "boolean", default: false },
        // What npm start asks for.
        "unless-built": { type: "boolean", default: false },
      },
    });
    return { verbose: values.verbose, unlessBuilt: values["unless-built"] };
  } catch (error) {
    throw new Error(`${(error as Error).message}.\nRun: npm run build, or npm run build -- --verbose`);
  }
}

const { verbose, unlessBuilt } = readOptions();
const lock = await acquireLock(".");
if (isBuilt()) {
  console.log("dist/ holds what a build would make now.");
} else {
  console.log("Building the site…");
  const start = performance.now();
  await buildSite(verbose).catch((error) => {
    console.error(describeProblem(error));
    console.error(
      existsSync("dist")
        ? "The site was not built. dist/ is what it was before."
        : "The site was not built, and there is no dist/ from before.",
    );
    process.exit(1);
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`Built dist/ in ${seconds} s: ${describeSite("dist")}`);
}
const advice = unlessBuilt ? undefined : adviseSiteUrl(process.env);
if (advice) console.error(advice);
lock.release();
