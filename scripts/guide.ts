/**
 * For who writes and translates: what is missing or behind, what has changed, and the files to begin with.
 * Usage: npm run guide -- --help
 */
import "./support/tellProblems.ts";

import { existsSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { ContentFolder } from "../src/content/checks/context.ts";
import { KeptYaml } from "../src/content/keptYaml.ts";
import type { Unit } from "../src/content/translation/units.ts";
import { formatProblem, formatProblems } from "../src/problems.ts";
import { createUnit, type NewOptions, newKinds } from "./guide/create.ts";
import type { Report } from "./guide/diff.ts";
import { findUnit, readLanguage } from "./guide/findUnits.ts";
import type { Mended } from "./guide/fix.ts";
import { addLanguage, type NewLanguage, removeLanguage } from "./guide/language.ts";
import { SCHEMAS, writeSchemas } from "./guide/schemas.ts";
import type { StatusOptions } from "./guide/status.ts";
import { type SyncOptions, syncUnit } from "./guide/sync.ts";
import { translateUnit } from "./guide/translate.ts";
import { WrongUse } from "./guide/wrongUse.ts";
import { problemsIn } from "./support/problemsIn.ts";
import { runNode } from "./support/runNode.ts";

// What only some of the commands need is loaded by these: it takes longer than most of them.
const content = new ContentFolder(process.cwd(), new KeptYaml(process.cwd()));
const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;

function print({ text, json }: Report, asJson: boolean | undefined): void {
  console.log(asJson ? JSON.stringify(json, null, 2) : text);
}

/** What shows what has changed: in colours where these are seen. */
async function diffing(asJson: boolean | undefined) {
  const [{ diffUnit }, { coloured, plain }] = await Promise.all([
    import("./guide/diff.ts"),
    import("./guide/showDifference.ts"),
  ]);
  const style = !asJson && process.stdout.isTTY === true && process.stdout.hasColors() ? coloured : plain;
  return (unit: Unit, language: SyncOptions["lang"]) => diffUnit(unit, style, language);
}

const language = () => new Option("--lang <language>", "only this language").argParser(readLanguage);
const asJson = () => new Option("--json", "print JSON");
const repeated = (value: string, before: string[] = []) => [...before, value];

const program = new Command("npm run guide --")
  .description("Guides, causes, recipes, terms and tags: write, translate, and see what is behind.")
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .addHelpText(
    "after",
    "\nA unit is named as links name it: guide:preflight-404, cause:null-origin, recipe:nginx, term:preflight, tag:options,\n" +
      "category:basics, not-cors:csp; or by its id alone, or by the path of one of its files.\n" +
      "\nExit status: 0 done, 1 something is left to do, 2 called in a way that says nothing.",
  );

program
  .command("status")
  .description("what is missing, behind its source or faulty, with the command to take it on")
  .addOption(language())
  .option("--stale", "only what is behind")
  .option("--markdown", "as a comment for a pull request")
  .addOption(asJson())
  .action(async (options: StatusOptions & { json?: boolean }) => {
    const { statusOf } = await import("./guide/status.ts");
    print(statusOf(content, options), options.json);
  });

program
  .command("diff")
  .description("what has changed in the source since it was translated, by sections, word by word")
  .argument("<unit>")
  .addOption(language())
  .addOption(asJson())
  .action(async (name: string, options: { lang?: SyncOptions["lang"]; json?: boolean }) => {
    const diff = await diffing(options.json);
    print(diff(findUnit(content, name), options.lang), options.json);
  });

program
  .command("sync")
  .description("show what has changed, then record that the translation is up to date with it")
  .argument("<units...>")
  .addOption(language())
  .option("--section <id>", "only this section; can be repeated", repeated)
  .option("--all", "everything that is shown")
  .option("--typo", "the change means nothing for translations, of any language")
  .addOption(asJson())
  .action(async (names: string[], options: SyncOptions & { json?: boolean }) => {
    const units = names.map((name) => findUnit(content, name));
    const diff = await diffing(options.json);
    const ask = isTerminal && !options.json ? (await import("./guide/ask.ts")).askForSection : undefined;
    const results: { unit: Unit; result: Awaited<ReturnType<typeof syncUnit>> }[] = [];
    for (const unit of units) {
      if (!options.json) print(diff(unit, options.lang), false);
      const result = await syncUnit(content, unit, options, ask);
      if (!options.json && result.lines.length > 0) console.log(`\n${result.lines.join("\n")}`);
      results.push({ unit, result });
    }
    const left = results.some(({ result }) => result.left > 0);
    if (options.json)
      print({ text: "", json: results.map(({ unit, result }) => ({ unit: unit.name, ...result })) }, true);
    else if (left && !options.section && !options.all && !options.typo && !isTerminal)
      console.log("\nNothing was named. Name what you have looked at: --section <id>, or --all.");
    if (left) process.exitCode = 1;
  });

program
  .command("translate")
  .description("write the file of a translation, with all of the source, its words marked as to be translated")
  .argument("<unit>")
  .addOption(new Option("--to <language>", "the language").argParser(readLanguage).makeOptionMandatory())
  .action((name: string, { to }: { to: NonNullable<SyncOptions["lang"]> }) => {
    const unit = findUnit(content, name);
    const file = translateUnit(content, unit, to);
    console.log(
      `${file}: translate what stands behind [${unit.source}→${to}], and remove the marks.\n` +
        `See it: npm run dev\nThen: npm run guide -- sync ${unit.name} --lang ${to} --all`,
    );
  });

program
  .command("new")
  .description("a folder or an entry with all that it must hold; at a terminal it asks for what is not given")
  .addArgument(program.createArgument("[kind]", newKinds.join(", ")).choices(newKinds))
  .argument("[slug]", "lower-case words joined by hyphens; it becomes part of the address")
  .addOption(new Option("--lang <language>", "the language that it is written in").argParser(readLanguage))
  .option("--from <slug>", "take this one as the pattern")
  .option("--title <title>", "its title, or its name")
  .action(async (kind: NewOptions["kind"] | undefined, slug: string | undefined, options: Partial<NewOptions>) => {
    const given = { ...options, ...(kind && { kind }), ...(slug && { slug }) };
    const asked = isTerminal ? await (await import("./guide/ask.ts")).askForNew(content, given) : whole(given);
    console.log(createUnit(content, asked));
  });

/** @throws WrongUse where something is not given that nobody can be asked for */
function whole({ kind, slug, lang, ...others }: Partial<NewOptions>): NewOptions {
  if (kind && slug && lang) return { kind, slug, lang, ...others };
  const missing = [!kind && "the kind", !slug && "the slug", !lang && "--lang"].filter(Boolean).join(", ");
  throw new WrongUse(
    `What is to be made is not all said: ${missing} is missing.`,
    "npm run guide -- new guide preflight-404 --lang en",
  );
}

const languageCommand = program
  .command("language")
  .description("a language of the site: add one, or take one out")
  .action(() => languageCommand.help());

languageCommand
  .command("add")
  .description("declare a language, which then grows at its own pace, and make its files")
  .argument("<tag>", "as BCP 47 has it: ko, fr, pt-BR")
  .option("--name <name>", "its own name for itself")
  .option("--site <name>", "the site's name in it")
  .action(async (tag: string, options: NewLanguage) => {
    console.log(addLanguage(process.cwd(), tag, options));
    await renewSchemas();
  });

languageCommand
  .command("remove")
  .description("build the site without a language; what was written in it stays, where anything was")
  .argument("<tag>", "the language's")
  .option("--delete", "delete what was written in it, too")
  .action(async (tag: string, options: { delete?: boolean }) => {
    console.log(removeLanguage(process.cwd(), tag, options.delete));
    await renewSchemas();
  });

program
  .command("schemas")
  .description("write what editors check the content by, once its schemas have changed")
  .action(() => writeSchemas(process.cwd()));

/** They name the languages; this process has read which ones there were. */
async function renewSchemas(): Promise<void> {
  if (existsSync(SCHEMAS)) await runNode([import.meta.filename, "schemas"]);
}

program
  .command("check")
  .description("check the content, without a build")
  .argument("[files...]", "only what is wrong in these files or folders")
  .option("--fix", "first mend what can be mended without a change of meaning, and say what was")
  .addOption(asJson())
  .action(async (files: string[], options: { fix?: boolean; json?: boolean }) => {
    const mended = options.fix ? await fix(files, options.json) : [];
    const [{ checkContent }, { checkDates }] = await Promise.all([
      import("../src/content/checks/index.ts"),
      import("../src/content/checks/dates.ts"),
    ]);
    const problems = problemsIn(checkContent(content), files);
    const found = problems.length === 0 ? "The content is sound." : formatProblems(problems).trimEnd();
    // No error: a history that was written anew has other days.
    const late = problemsIn(checkDates(content), files).map(formatProblem);
    const text = late.length === 0 ? found : `${found}\n\nOf dates, not counted:\n\n${late.join("\n\n")}`;
    print({ text, json: options.fix ? { mended, problems } : problems }, options.json);
    if (problems.length > 0) process.exitCode = 1;
  });

/** Mends what can be mended. What reads Japanese is large, and nothing else needs it: it costs as much as the check. */
async function fix(files: readonly string[], asJson: boolean | undefined): Promise<readonly Mended[]> {
  const { fixContent, sayMended } = await import("./guide/fix.ts");
  const mended = await fixContent(content, files);
  if (!asJson) console.log(sayMended(mended));
  return mended;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof WrongUse) {
    console.error(`${error.message}\n  → ${error.hint}`);
    process.exitCode = 2;
  } else if (error instanceof CommanderError) {
    // Help is no mistake.
    if (error.exitCode !== 0) {
      console.error(
        `${error.message.replace(/^error: /, "")}\n  → npm run guide -- --help lists the commands; each has its own --help.`,
      );
      process.exitCode = 2;
    }
  } else if ((error as Error).name === "ExitPromptError") {
    // Who breaks off a question wants nothing done.
    process.exitCode = 130;
  } else throw error;
}
