/**
 * Has Lighthouse look at the built site, and prints its marks: medians of three runs, on a phone and on a desktop.
 * Usage: npm run lighthouse
 *        npm run lighthouse -- en/causes/ ja/    only these pages
 * Ends with 1 where a mark is below 100.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { languages } from "../src/site.config.ts";
import { serveSite } from "./serve.ts";
import { ensureBrowser } from "./setup/browser.ts";
import { ensureBuilt } from "./support/ensureBuilt.ts";
import { median } from "./support/median.ts";
import { runProgram } from "./support/program.ts";

/**
 * Got by npx when this runs, and not by `npm ci`: its two hundred packages would be with everybody who builds the site
 * or tests it, and nobody but this needs them.
 */
const version = "12.8.2";
const RUNS = 3;
/** Milliseconds for one look. */
const PATIENCE = 180_000;

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const devices = { phone: [], desktop: ["--preset=desktop"] } as const;
/** One page of each kind that readers arrive at. */
const kinds = ["", "guides/preflight-404/", "causes/", "causes/allow-origin-missing/", "recipes/express/", "checker/"];

type Marks = Record<(typeof categories)[number], number>;

/** Looks at a page once. @throws where Lighthouse says nothing */
async function look(url: string, flags: readonly string[], folder: string, chromium: string): Promise<Marks> {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const own = ["--quiet", "--output=json", `--output-path=${report}`, `--only-categories=${categories.join()}`];
  const chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking";
  const command = ["npx", "--yes", `lighthouse@${version}`, url, ...own, ...flags, chrome];
  const { output } = await runProgram({ command, env: { ...process.env, CHROME_PATH: chromium } }, PATIENCE);
  if (!existsSync(report)) {
    throw new Error(`Lighthouse wrote no report of ${url}:\n${output}\nRun: npx lighthouse@${version} ${url}`);
  }
  const { categories: found } = JSON.parse(readFileSync(report, "utf8"));
  return Object.fromEntries(categories.map((name) => [name, Math.round((found[name].score ?? 0) * 100)])) as Marks;
}

await ensureBuilt();
const found = await ensureBrowser();
if ("missing" in found) throw new Error(found.missing);
const { server, address } = await serveSite();
const folder = mkdtempSync(join(tmpdir(), "preflight-guide-lighthouse-"));
const chosen = process.argv.slice(2);
const pages = chosen.length > 0 ? chosen : kinds.flatMap((kind) => languages.map((language) => `${language}/${kind}`));
try {
  console.log(`${"".padEnd(44)}${categories.map((name) => name.padStart(16)).join("")}`);
  for (const path of pages) {
    for (const [device, flags] of Object.entries(devices)) {
      const runs: Marks[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await look(address + path, flags, folder, found.path));
      const marks = categories.map((name) => median(runs.map((each) => each[name])));
      console.log(`${`/${path} ${device}`.padEnd(44)}${marks.map((mark) => String(mark).padStart(16)).join("")}`);
      if (marks.some((mark) => mark < 100)) process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  server.close();
  server.closeAllConnections();
}
