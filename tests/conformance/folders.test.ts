import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, inject, test } from "vitest";
import { send } from "../../scripts/conformance/http.ts";
import { httpLines } from "../../scripts/conformance/lines.ts";
import { loadRecipes } from "../../scripts/conformance/recipes.ts";
import { freePort } from "../../scripts/support/freePort.ts";
import { type Program, runProgram, startProgram } from "../../scripts/support/program.ts";
import { readExtent } from "../../scripts/support/replays.ts";
import { recipeFolder } from "../../src/content/recipeFolder.ts";
import { zipOf } from "../../src/content/recipeZip.ts";
import { countNotRun } from "../support/notRun.ts";

/**
 * The folders that readers download start by the lines in their README, in a folder in which nothing else is: of those
 * from npm a few of the recipes that this run installs anyway, with RECIPES=all each.
 */
const A_FEW = 3;
/** What an installation and a build may take, in milliseconds, on a machine however busy. */
const patience = 900_000;

const fromNpm = loadRecipes().flatMap((recipe) => {
  const folder = recipe.runs === true && recipe.run.needs === "npm" ? recipeFolder(recipe.id, recipe) : undefined;
  return folder ? [{ recipe, folder }] : [];
});
const { run } = inject("recipes");
// One that has nothing to install is always started.
const asked = fromNpm.filter(({ recipe, folder }) => folder.commands.length === 1 || run.includes(recipe.id));
const chosen = readExtent("RECIPES") === "all" ? fromNpm : asked.slice(0, A_FEW);

describe.each(chosen)("the folder of $recipe.id", ({ recipe, folder }) => {
  test("starts by its own lines where nothing else is, and answers", { timeout: 2 * patience }, async () => {
    const place = mkdtempSync(join(tmpdir(), "downloaded-"));
    let server: Program | undefined;
    try {
      for (const [path, bytes] of Object.entries(unzipSync(zipOf(folder, recipe, "en")))) {
        mkdirSync(dirname(join(place, path)), { recursive: true });
        writeFileSync(join(place, path), bytes);
      }
      const readme = strFromU8(unzipSync(zipOf(folder, recipe, "en"))[`${recipe.id}/README.md`] as Uint8Array);
      const lines = (/```sh\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? "").split("\n");
      const start = lines.pop() ?? "";
      const port = await freePort();
      const at = { folder: join(place, recipe.id), env: readersEnvironment(port) };
      for (const line of lines) {
        const { code, output } = await runProgram({ command: ["sh", "-c", line], ...at }, patience);
        expect(code, output).toBe(0);
      }
      server = startProgram({ command: ["sh", "-c", start], ...at });
      const url = `http://127.0.0.1:${port}`;
      await answered(url, server);
      await httpLines.preflight(url);
      await httpLines.actual(url);
      await httpLines.foreign(url);
    } finally {
      await server?.stop();
      rmSync(place, { recursive: true, force: true });
    }
  });
});

test("the other folders are counted", (context) => {
  const count = fromNpm.length - chosen.length;
  if (count > 0) countNotRun(context, { count, what: "folders to download", variable: "RECIPES" });
});

/** Nothing of the tests' own, and a port that is free. */
function readersEnvironment(port: number): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$|npm_)/.test(name));
  return {
    ...Object.fromEntries(own),
    PORT: String(port),
    // What the suite has installed need not be fetched again.
    npm_config_prefer_offline: "true",
    NEXT_TELEMETRY_DISABLED: "1",
    NUXT_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
  };
}

async function answered(url: string, server: Program): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await send(url).catch(() => undefined))) {
    const failure = server.failure();
    if (failure) throw failure;
    if (Date.now() > deadline) throw new Error(`Nothing answers at ${url}. It printed:\n${server.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
