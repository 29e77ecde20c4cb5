import { recipeRuns } from "../../src/evidence/recipes.ts";
import { runProgram } from "../support/program.ts";
import { readRange } from "./packages.ts";
import type { Runnable } from "./recipes.ts";

const patience = 120_000;

/** Of what a recipe was run with, something newer can be installed now. */
export interface Outdated {
  id: string;
  /** As the record calls it. */
  name: string;
  recorded: string;
  available: string;
  /** The command that says so. */
  source: string;
}

/** What can be asked for the newest version: npm, within the range that the recipe's package.json names, or apt. */
interface Question {
  name: string;
  command: readonly string[];
}

/**
 * Which recorded runs are of older versions than can be installed now.
 * @throws where npm or apt-cache does not answer
 */
export async function findOutdated(recipes: readonly Runnable[]): Promise<Outdated[]> {
  const answers = new Map<string, Promise<string | undefined>>();
  const found = await Promise.all(
    recipes.flatMap((recipe) =>
      questionsFor(recipe).map(async ({ name, command }): Promise<Outdated | undefined> => {
        const source = command.join(" ");
        const answer = answers.get(source) ?? newest(command);
        answers.set(source, answer);
        const available = await answer;
        const recorded = recipeRuns[recipe.id]?.versions[name];
        if (recorded === undefined || available === undefined || !isOlder(recorded, available)) return undefined;
        return { id: recipe.id, name, recorded, available, source };
      }),
    ),
  );
  return found.filter((each) => each !== undefined);
}

function questionsFor({ id, run: { needs, versions } }: Runnable): Question[] {
  return Object.entries(versions).flatMap(([name, source]): Question[] => {
    if (typeof source === "string") {
      const own = source.slice("npm:".length);
      const range = readRange(id, own);
      // What another package brings comes in the version that that one asks for.
      return range === undefined ? [] : [{ name, command: ["npm", "view", `${own}@${range}`, "version", "--json"] }];
    }
    const debian = needs === "npm" ? undefined : packageCalled(name, needs);
    return debian === undefined ? [] : [{ name, command: ["apt-cache", "policy", debian] }];
  });
}

/** The Debian package that brings what a record calls by its own name: `Flask-CORS` is in `python3-flask-cors`. */
export function packageCalled(name: string, packages: readonly string[]): string | undefined {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  // Named after the language that it is for, which it does not bring.
  const called = packages.map((own) => ({ own, words: letters(own.replace(/^(?:python3|ruby)-/, "")) }));
  const wanted = letters(name);
  const found =
    called.find(({ words }) => words.endsWith(wanted)) ?? called.find(({ words }) => words.includes(wanted));
  return found?.own;
}

async function newest(command: readonly string[]): Promise<string | undefined> {
  const { code, output } = await runProgram({ command }, patience);
  if (code !== 0)
    throw new Error(
      `"${command.join(" ")}" ended with ${code}:\n${output}\nMend what it names, often the network, and run it again.`,
    );
  return command[0] === "npm" ? newestOfNpm(output) : candidateOf(output);
}

/** The newest of what `npm view … version --json` printed: a version, or those of a range. */
export function newestOfNpm(output: string): string | undefined {
  const versions = [JSON.parse(output) as string | string[]].flat();
  return versions
    .filter((version) => !version.includes("-"))
    .reduce((best, version) => (isOlder(best, version) ? version : best));
}

/** What `apt-cache policy` would install, without the numbers that Debian adds. */
export function candidateOf(output: string): string | undefined {
  return /Candidate: (?:\d+:)?(\d[\d.]*)/.exec(output)?.[1];
}

/** Whether a version is older than another, as far as both say: `1.19` is no older than `1.19.8`, nor newer. */
export function isOlder(version: string, than: string): boolean {
  const [own, other] = [version, than].map((text) => (text.match(/^[\d.]+/)?.[0] ?? "").split(".").map(Number)) as [
    number[],
    number[],
  ];
  const at = own.findIndex((part, index) => index < other.length && part !== other[index]);
  return at !== -1 && (own[at] as number) < (other[at] as number);
}
