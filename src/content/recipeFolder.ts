import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { lockedVersion, packagesOf } from "./recipeLock.ts";
import type { RecipeData, RunningRecipe } from "./schemas/recipe.ts";

/** The least project in which a recipe runs. */
export interface RecipeFolder {
  /** Its files as they were run, by their paths in it. */
  files: Record<string, string>;
  /** What installs what it needs, and what starts it, run in it by a shell. */
  commands: string[];
  /** Where it then answers, unless the reader chooses another port. */
  url: string;
  /** The application that it passes requests on to, as `host:port`. */
  upstream: string | undefined;
}

interface Package {
  name?: string;
  type?: string;
  dependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

/** Where a server listens that says nothing else. */
const PORT = "3000";
/** Started as a part of what runs on the system, or within a project of its own: a folder alone does nothing. */
const ELSEWHERE = /\b(?:systemctl|apachectl|go get)\b/;
/** What is no file of the project: words, metadata, and what is hidden or installed. */
const OTHERS = /\.md$|^recipe\.yaml$|^package\.json$|(?:^|\/)\.|(?:^|\/)node_modules\//;

/**
 * The folder of a recipe that one can download.
 * @param id the recipe's
 * @returns nothing where it is not run, or starts elsewhere than in a folder
 */
export function recipeFolder(id: string, data: RecipeData): RecipeFolder | undefined {
  if (data.runs !== true || ELSEWHERE.test(`${data.install} ${data.start}`)) return undefined;
  const files = readFiles(id);
  delete files[data.broken.file];
  const own = readPackage(id);
  const [install, start] = own ? npmCommands(data, own) : [data.install, data.start];
  if (start === undefined) return undefined;
  const isOfSuite = (path: string) => path.startsWith("run/") && !start.includes("run/");
  const kept = Object.entries(files).filter(([path]) => !isOfSuite(path));
  return {
    files: {
      ...Object.fromEntries(kept.map(([path, text]) => [path, withPort(text)])),
      ...(own && { "package.json": packageOf(id, own) }),
    },
    commands: [install, start].filter((command) => command !== undefined),
    url: `http://127.0.0.1:${portOf(data, files)}`,
    upstream: upstreamOf(data),
  };
}

function readFiles(id: string): Record<string, string> {
  const folder = join(process.cwd(), "content/recipes", id);
  const paths = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll("\\", "/"));
  const own = paths.filter((path) => !OTHERS.test(path) && statSync(join(folder, path)).isFile()).sort();
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

function readPackage(id: string): Package | undefined {
  const file = join(process.cwd(), "content/recipes", id, "package.json");
  return statSync(file, { throwIfNoEntry: false }) && JSON.parse(readFileSync(file, "utf8"));
}

/** The recipe's package with the versions that it was run with, and what they may run when they are installed. */
function packageOf(id: string, { name, type, dependencies = {} }: Package): string {
  const versions = Object.keys(dependencies).map((own) => [own, lockedVersion(id, own) ?? dependencies[own]]);
  const installed = packagesOf(id);
  const scripts = Object.entries(readPackage("")?.allowScripts ?? {}).filter(([script]) => installed.has(script));
  const text = {
    name,
    private: true,
    type,
    ...(versions.length > 0 && { dependencies: Object.fromEntries(versions) }),
    ...(scripts.length > 0 && { allowScripts: Object.fromEntries(scripts) }),
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

/**
 * With npm the package brings all that is needed. Where readers start it with a program that the package does not
 * bring, it is started as the suite does.
 */
function npmCommands({ start, run }: RunningRecipe, { dependencies = {} }: Package): (string | undefined)[] {
  const install = Object.keys(dependencies).length > 0 ? "npm install" : undefined;
  const steps = (start ?? "").split(" && ").map((step) => {
    const [program = "", name = ""] = step.split(" ");
    if (program in dependencies) return `npx ${step}`;
    const isBrought = program === "npx" ? name in dependencies : program === "node";
    return isBrought ? step : undefined;
  });
  if (steps.every((step) => step !== undefined)) return [install, steps.join(" && ")];
  return [install, [...run.build, run.command].map((words) => words.join(" ")).join(" && ")];
}

/** In files that the suite fills in, the port of the environment, as everywhere else. */
function withPort(text: string): string {
  return text.replaceAll('"{port}"', `process.env.PORT ?? ${PORT}`);
}

/** The port that the recipe's own text or its command names. */
function portOf({ main, start = "", run }: RunningRecipe, files: Readonly<Record<string, string>>): string {
  const replaced = Object.entries(run.replace).find(([, template]) => template.includes("{port}"))?.[0];
  const named =
    replaced ?? (/:\d{4,5}\b/.test(start) ? start : /\bPORT\b\D{1,60}\d{4,5}\b/.exec(files[main] ?? "")?.[0]);
  return /(\d{4,5})(?!.*\d{4,5})/s.exec(named ?? "")?.[1] ?? PORT;
}

/** The address that gives way to the suite's own application. */
function upstreamOf({ run }: RunningRecipe): string | undefined {
  const replaced = Object.entries(run.replace).find(([, template]) => template.includes("{upstream"))?.[0];
  const port = /\d{4,5}(?!.*\d{4,5})/s.exec(replaced ?? "")?.[0];
  return port && `127.0.0.1:${port}`;
}
