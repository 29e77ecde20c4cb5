/**
 * Checks what authors write, and the code.
 * Usage: npm run check                      the content, in a second or two
 *        npm run check -- content/guides    only what is told of these files and folders
 *        npm run check -- --fix             mends what can be mended without a change of meaning, first; the Japanese, too
 *        npm run check -- --all             the content, its Japanese and its English, lint and types
 */
import "./support/tellProblems.ts";
import { existsSync } from "node:fs";
import { formatProblems, type Problem } from "../src/problems.ts";
import { problemsIn } from "./support/problemsIn.ts";
import { runProgram } from "./support/program.ts";
import { tools } from "./support/runNode.ts";
import type { Counts } from "./support/vitestReport.ts";

/** Looks for every mistake in the content. Loaded only here: who runs some tests needs none of it. */
async function readContent() {
  const [{ ContentFolder }, { checkContent }, { KeptYaml }] = await Promise.all([
    import("../src/content/checks/context.ts"),
    import("../src/content/checks/index.ts"),
    import("../src/content/keptYaml.ts"),
  ]);
  const content = new ContentFolder(".", new KeptYaml("."));
  return { content, problems: checkContent(content) };
}

/** In this order: Astro writes the types of its collections, which tsc then reads. */
const programs = [
  { name: "Biome", args: [tools.biome, "lint", "--error-on-warnings"] },
  { name: "Astro's types", args: [tools.astro, "check", "--minimumFailingSeverity", "warning"] },
  { name: "TypeScript", args: [tools.tsc, "-p", "."] },
  { name: "TypeScript, the rules alone", args: [tools.tsc, "-p", "src/rules"] },
];

/** Runs every check, and shows the output of those that fail. */
export async function runChecks(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const count = (name: string, output: string) => {
    console.log(output === "" ? `✓ ${name}` : `✗ ${name}\n${output}`);
    counts[output === "" ? "passed" : "failed"]++;
  };
  const { content, problems } = await readContent();
  count("The content", textOf(problems));
  const { checkJapanese } = await import("./language/japanese.ts");
  count("Its Japanese", textOf(await checkJapanese(content)));
  const { checkEnglish } = await import("./language/english.ts");
  count("Its English", textOf(await checkEnglish(content)));
  for (const { name, args } of programs) {
    const { code, output } = await runProgram({ command: [process.execPath, ...args] });
    count(name, code === 0 ? "" : output || "It failed without a word.");
  }
  return counts;
}

function textOf(problems: readonly Problem[]): string {
  return problems.length === 0 ? "" : formatProblems(problems);
}

/** The content alone. @param paths files and folders that somebody is at; all where there are none */
async function checkAuthors(paths: readonly string[], mends: boolean): Promise<boolean> {
  const stranger = paths.find((path) => !existsSync(path));
  if (stranger) throw new Error(`There is no "${stranger}".\nName files and folders, such as content/guides/.`);
  if (mends) await fix(paths);
  const { problems: all } = await readContent();
  const problems = problemsIn(all, paths);
  console.log(textOf(problems) || `✓ ${paths.length === 0 ? "The content" : paths.join(", ")}: no problems`);
  if (problems.length < all.length) console.log(`${all.length - problems.length} more in other files: npm run check`);
  return problems.length === 0;
}

/** Mends what a machine can mend, and says what it did. */
async function fix(paths: readonly string[]): Promise<void> {
  const [{ ContentFolder }, { fixContent, sayMended }] = await Promise.all([
    import("../src/content/checks/context.ts"),
    import("./guide/fix.ts"),
  ]);
  console.log(sayMended(await fixContent(new ContentFolder("."), paths)));
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--all" && arg !== "--fix");
  if (unknown)
    throw new Error(`There is no option "${unknown}".\nUsage: npm run check [-- --all | [--fix] files and folders]`);
  const mends = args.includes("--fix");
  if (mends && args.includes("--all")) await fix([]);
  const isSound = args.includes("--all")
    ? (await runChecks()).failed === 0
    : await checkAuthors(
        args.filter((arg) => arg !== "--fix"),
        mends,
      );
  process.exitCode = isSound ? 0 : 1;
}
