import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { defaultParams, type RecipeParams } from "../../src/generator/params.ts";
import { fillRecipe } from "../../src/generator/slots.ts";
import { freePort } from "../support/freePort.ts";
import { type Command, type Running, runProgram, startProgram } from "../support/program.ts";
import { send } from "./http.ts";
import { environment, workshop } from "./packages.ts";
import { type Recipe, type Runnable, readMain, recipesFolder } from "./recipes.ts";
import { startUpstream } from "./upstream.ts";

const folders = new Set<string>();
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Which text of a recipe is run. */
export interface Version {
  params?: RecipeParams;
  /** The form that people paste, instead of the recipe. */
  broken?: boolean;
  /** The application that a proxy stands in front of, `host:port`; by default one is started. */
  upstream?: string;
}

/** A recipe's server did not start, or ended: its exit code, and what it printed. */
export class StartFailure extends Error {
  readonly output: string;

  constructor(id: string, output: string) {
    super(`"${id}" did not start. It printed:\n${output.slice(-4000)}`);
    this.output = output;
  }
}

/** @returns a recipe's main file, filled in: the very text that the pages show within its region */
export function generate(recipe: Recipe, params: RecipeParams): string {
  const { before, inside, after } = readMain(recipe);
  return before + fillRecipe(inside, recipe.slots, params) + after;
}

/**
 * Starts a recipe in a folder of its own, with an application behind it where it is a proxy.
 * @throws `StartFailure`; `Inexpressible` where the parameters cannot be written in its syntax
 */
export async function startRecipe(recipe: Runnable, version: Version = {}): Promise<Running> {
  const params = version.params ?? defaultParams;
  const text = version.broken
    ? readFileSync(join(recipesFolder, recipe.id, recipe.broken.file), "utf8")
    : generate(recipe, params);
  const wants = version.upstream === undefined ? recipe.run.upstream : undefined;
  const upstream = wants && (await startUpstream(wants === "cors" ? params : undefined));
  const folder = prepareFolder(recipe);
  const tidy = async () => {
    await upstream?.stop();
    rmSync(folder, { recursive: true, force: true });
    folders.delete(folder);
  };
  try {
    const port = await freePort();
    const behind = version.upstream ?? (upstream ? new URL(upstream.url).host : "");
    const places = { port: String(port), folder, upstream: behind, upstreamPort: behind.split(":").at(-1) ?? "" };
    const at = (template: string) =>
      template.replace(/\{(port|folder|upstream|upstreamPort)\}/g, (_, name: keyof typeof places) => places[name]);
    writeFileSync(join(folder, recipe.main), giveWay(recipe, text, version.broken ?? false, at));
    fillHarness(join(folder, "run"), at);
    const env = { ...environment(recipe) };
    for (const [name, value] of Object.entries(recipe.run.env)) env[name] = at(value);
    const commandOf = (command: readonly string[]): Command => ({ command: command.map(at), folder, env });

    for (const step of recipe.run.build) {
      const { code, output } = await runProgram(commandOf(step), recipe.run.patience * 1000);
      if (code !== 0) throw new StartFailure(recipe.id, output);
    }
    const server = startProgram(commandOf(recipe.run.command));
    const url = `http://127.0.0.1:${port}`;
    const deadline = Date.now() + recipe.run.patience * 1000;
    while (!(await answers(url))) {
      if (server.failure() || Date.now() > deadline) {
        await server.stop();
        throw new StartFailure(recipe.id, server.output());
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return { url, stop: () => server.stop().then(tidy) };
  } catch (error) {
    await tidy();
    throw error;
  }
}

/** A copy of the recipe's folder below the packages that it needs. */
function prepareFolder({ id }: Runnable): string {
  mkdirSync(join(workshop, id), { recursive: true });
  const folder = mkdtempSync(join(workshop, id, "run-"));
  folders.add(folder);
  cpSync(join(recipesFolder, id), folder, {
    recursive: true,
    filter: (path) => !/\.md$/.test(path) && basename(path) !== "recipe.yaml" && basename(path) !== "node_modules",
  });
  return folder;
}

/** Puts the port, and the application's address, in the place of those in the recipe's text. */
function giveWay(
  { id, main, run, broken }: Runnable,
  text: string,
  isBroken: boolean,
  at: (template: string) => string,
): string {
  return Object.entries(run.replace).reduce((filled, [wanted, template]) => {
    const times = filled.split(wanted).length - 1;
    // What people paste may lack the very line.
    if (times > 1 || (times === 0 && !isBroken)) {
      throw new Error(
        `content/recipes/${id}/${isBroken ? broken.file : main} has "${wanted}" ${times} times. ` +
          'Name a text under "replace" that is there exactly once.',
      );
    }
    return filled.replace(wanted, () => at(template));
  }, text);
}

/** Fills `{port}` and the like into the files around a recipe that only the suite needs: those in its folder `run`. */
function fillHarness(folder: string, at: (template: string) => string): void {
  for (const name of readFiles(folder)) writeFileSync(name, at(readFileSync(name, "utf8")));
}

function readFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => statSync(path).isFile());
  } catch {
    return [];
  }
}

/** Whether the server answers at all, whatever it says. */
async function answers(url: string): Promise<boolean> {
  return send(`${url}/`).then(
    () => true,
    () => false,
  );
}
