import { join } from "node:path";
import { defaultParams } from "../../src/generator/params.ts";
import { type SuiteLine, suiteLines } from "../../src/generator/suiteLines.ts";
import { hashFiles, sourcesIn } from "../support/hashFiles.ts";
import { brokenLine } from "./brokenLine.ts";
import { browserLine, type Pages } from "./browserLine.ts";
import { generatedLine, hostileLine, randomParams } from "./generatedLines.ts";
import { httpLines } from "./lines.ts";
import type { Runnable } from "./recipes.ts";
import { startRecipe } from "./workshop.ts";

const root = join(import.meta.dirname, "../..");

/** All that decides whether a recipe holds, besides its files and what it runs. */
const parts = [
  "brokenLine.ts",
  "browserLine.ts",
  "generatedLines.ts",
  "http.ts",
  "lines.ts",
  "requests.ts",
  "suite.ts",
  "upstream.ts",
  "workshop.ts",
].map((name) => `scripts/conformance/${name}`);
const support = ["scripts/support/program.ts", "scripts/support/within.ts"];
const generator = ["params", "regions", "slots", "syntaxes"].map((name) => `src/generator/${name}.ts`);

/** A hash of the suite and of what fills the recipes in: where it is another, a recorded run says nothing. */
export function hashSuite(): string {
  return hashFiles(root, sourcesIn(root, [...parts, ...support, ...generator])).slice(0, 16);
}

/** What became of a line: it holds, it does not and the recipe says so, or it does not. */
export type LineResult = { state: "holds" | "cannot" } | { state: "fails"; why: string };

export interface Report {
  id: string;
  lines: Record<SuiteLine, LineResult>;
  /** Of all of it, with every start. */
  seconds: number;
}

/**
 * Puts a recipe through the whole suite. Never throws: a server that does not start fails its lines.
 * @param seed of the random parameters
 */
async function runSuite(recipe: Runnable, pages: Pages, seed: number): Promise<Report> {
  const began = performance.now();
  const lines = {} as Record<SuiteLine, LineResult>;
  const settle = async (line: SuiteLine, held: Promise<void>) => {
    lines[line] = judge(
      recipe.cannot.includes(line),
      await held.then(
        () => undefined,
        (error: Error) => error,
      ),
    );
  };

  const server = await startRecipe(recipe).catch((error: Error) => error);
  for (const [line, hold] of Object.entries(httpLines) as [keyof typeof httpLines, (url: string) => Promise<void>][]) {
    await settle(line, server instanceof Error ? Promise.reject(server) : hold(server.url));
  }
  if (!(server instanceof Error)) await server.stop();

  await settle("browser", inBrowser(recipe, pages));
  await settle("generated", generatedLine(recipe, randomParams(seed)));
  await settle("hostile", hostileLine(recipe));
  await settle("broken", brokenLine(recipe));
  return { id: recipe.id, lines, seconds: (performance.now() - began) / 1000 };
}

/** The servers wait more than they work; more of them would only wait for each other. */
const sideBySide = 3;

/**
 * Puts recipes through the suite, some at a time, in their order.
 * @param seed of the random parameters
 * @returns a report of each by its id, as it comes
 */
export function runSuites(recipes: readonly Runnable[], pages: Pages, seed: number): Map<string, Promise<Report>> {
  const waiting = recipes.map((recipe) => ({ recipe, ...Promise.withResolvers<Report>() }));
  const reports = new Map(waiting.map(({ recipe, promise }) => [recipe.id, promise]));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      next.resolve(await runSuite(next.recipe, pages, seed));
  };
  for (let worker = 0; worker < sideBySide; worker++) void work();
  return reports;
}

/** @returns the lines that fail, with the reasons */
export function failures({ lines }: Report): { line: SuiteLine; why: string }[] {
  return suiteLines.flatMap((line) => {
    const result = lines[line];
    return result.state === "fails" ? [{ line, why: result.why }] : [];
  });
}

function judge(mayFail: boolean, problem: Error | undefined): LineResult {
  if (!mayFail) return problem ? { state: "fails", why: problem.message } : { state: "holds" };
  if (problem) return { state: "cannot" };
  return {
    state: "fails",
    why: 'The recipe says that this line cannot be held, and it holds. Remove it from "cannot".',
  };
}

async function inBrowser(recipe: Runnable, pages: Pages): Promise<void> {
  const server = await startRecipe(recipe, { params: { ...defaultParams, origins: [pages.allowed] } });
  try {
    await browserLine(server.url, pages);
  } finally {
    await server.stop();
  }
}
