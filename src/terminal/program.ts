import { Command, CommanderError, type Help, InvalidArgumentError, Option } from "commander";
import { columnsOf, wrapText } from "../generator/wrapText.ts";
import { fillIn } from "../i18n/fillIn.ts";
import { languages } from "../i18n/languages.ts";
import type { TerminalStrings } from "../i18n/types.ts";
import type { AuditCommandOptions } from "./commands/audit.ts";
import type { CheckCommandOptions } from "./commands/check.ts";
import type { ExplainCommandOptions } from "./commands/explain.ts";
import type { ProbeCommandOptions } from "./commands/probe.ts";
import type { Context, Result } from "./context.ts";
import { visible } from "./visible.ts";
import type { Words } from "./words.ts";
import { WrongUse } from "./wrongUse.ts";

/** What the options of a request may be. It comes with the rules, for which other commands' help does not wait. */
type RequestChoices = Pick<typeof import("../components/Checker/state.ts"), "apiNames" | "credentialsModes" | "modes">;
const noChoices: RequestChoices = { apiNames: [], credentialsModes: [], modes: [] };

/**
 * Reads the command line and runs its command.
 * @param args without the program's name
 * @param print for help: what is printed instead of a command's result
 * @throws `WrongUse` with a message in the reader's language
 */
export async function runProgram(
  args: readonly string[],
  context: Context,
  print: (text: string) => void,
): Promise<Result> {
  const { terminal: t } = context.words;
  let result: Result | undefined;
  const describesRequest = args.includes("probe") || args.includes("check");
  const choices = describesRequest ? await import("../components/Checker/state.ts") : noChoices;
  const program = programOf(context, choices, print, (own) => {
    result = own;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and the version are no mistake.
    if (error.exitCode === 0) return { output: "", status: 0 };
    // Called with no command at all.
    if (error.code === "commander.help") {
      program.outputHelp();
      return { output: "", status: 3 };
    }
    // Loaded where something is wrong: what was typed may be a secret.
    const { maskedText } = await import("../diagnose/secretWords.ts");
    throw new WrongUse(messageOf(error, t, maskedText));
  }
  if (!result) throw new Error("A command ended without a result.");
  return result;
}

/** What one types first. */
const EXAMPLE = "npx preflight-guide probe https://api.example.com/items --origin https://app.example.com --method PUT";

/** A command's code is loaded when it is run: who asks for help waits for none of it. */
function programOf(
  context: Context,
  choices: RequestChoices,
  print: (text: string) => void,
  take: (result: Result) => void,
): Command {
  const { terminal: t } = context.words;
  const program = common(new Command("preflight-guide"), context.words, print)
    .description(t["help.about"])
    .version(context.library.version, "-V, --version", t["help.version"])
    .helpCommand(false)
    // A command's options are its own, wherever they stand.
    .enablePositionalOptions()
    .addHelpText("after", `\n${t["help.example"]}\n  ${EXAMPLE}\n\n${t["help.exit"]}`);
  const add = (name: string, about: string) => common(program.command(name), context.words, print).description(about);

  request(add("probe", t["help.probe"]), t, choices)
    .option("--cookie <cookie>", t["help.cookie"])
    .option("--stack <recipe>", t["help.stack"])
    .option("--preflight-only", t["help.preflight-only"])
    .addOption(timeout(t))
    .action(async (text: string, options: ProbeCommandOptions) =>
      take(await (await import("./commands/probe.ts")).runProbe(text, options, context)),
    );

  add("explain", t["help.explain"])
    .argument("[file]", t["help.file"])
    .option("--stack <recipe>", t["help.stack"])
    .option("--answer <question=answer>", t["help.answer"], repeated)
    .action(async (file: string | undefined, options: ExplainCommandOptions) =>
      take(await (await import("./commands/explain.ts")).runExplain(file, options, context)),
    );

  add("audit", t["help.audit"])
    .argument("<urls...>", t["help.urls"])
    .requiredOption("--origin <origin>", t["help.origins"], repeated)
    .option("--method <method>", t["help.methods"], repeated)
    .option("--header <header>", t["help.headers"], repeated)
    .option("--credentials", t["help.audit-credentials"])
    .option("--public", t["help.public"])
    .option("--max-age <seconds>", t["help.max-age"], (text) => wholeNumber(text, 0, 1e9, t["wrong.whole-number"]))
    .option("--vary <name>", t["help.vary"], repeated)
    .option("--unsafe", t["help.unsafe"])
    .addOption(
      new Option("--rate <number>", t["help.rate"])
        .default(20)
        .argParser((text) => wholeNumber(text, 1, 100, t["wrong.rate"])),
    )
    .addOption(timeout(t))
    .addOption(
      new Option("--format <format>", t["help.format"]).choices(["text", "json", "junit", "sarif"]).default("text"),
    )
    .option("--stack <recipe>", t["help.stack"])
    .action(async (urls: string[], options: AuditCommandOptions) =>
      take(await (await import("./commands/audit.ts")).runAudit(urls, options, context)),
    );

  request(add("check", t["help.check"]), t, choices)
    .option("--preflight-answer <file>", t["help.preflight-answer"])
    .option("--response-answer <file>", t["help.response-answer"])
    .option("--stack <recipe>", t["help.stack"])
    .action(async (text: string, options: CheckCommandOptions) =>
      take(await (await import("./commands/check.ts")).runCheck(text, options, context)),
    );
  return program;
}

/** What every command has: its options, its help in the reader's language, and errors that are thrown. */
function common(command: Command, words: Words, print: (text: string) => void): Command {
  const { terminal: t } = words;
  // A full-width colon has its space in it; Commander adds one.
  const writeOut = (text: string) => print(text.replaceAll("： ", "："));
  return command
    .addOption(new Option("--lang <language>", t["help.lang"]).choices(languages))
    .option("--json", t["help.json"])
    .option("--no-color", t["help.no-color"])
    .helpOption("-h, --help", t["help.help"])
    .configureHelp(helpIn(words))
    .configureOutput({ writeOut, writeErr: () => {} })
    .exitOverride();
}

/** What says which request is meant. */
function request(command: Command, t: TerminalStrings, { apiNames, credentialsModes, modes }: RequestChoices): Command {
  return command
    .argument("<request>", t["help.request"])
    .option("--origin <origin>", t["help.origin"])
    .option("--method <method>", t["help.method"])
    .option("--header <header>", t["help.header"], repeated)
    .addOption(new Option("--credentials <mode>", t["help.credentials"]).choices(credentialsModes))
    .option("--data <body>", t["help.data"])
    .addOption(new Option("--api <api>", t["help.api"]).choices(apiNames))
    .addOption(new Option("--mode <mode>", t["help.mode"]).choices(modes));
}

function timeout(t: TerminalStrings): Option {
  return new Option("--timeout <seconds>", t["help.timeout"])
    .default(10)
    .argParser((text) => wholeNumber(text, 1, 300, t["wrong.seconds"]));
}

const repeated = (value: string, former: readonly string[] = []): string[] => [...former, value];

function wholeNumber(text: string, least: number, most: number, wanted: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(wanted);
}

/** The help's words and lines. Commander has none but English ones, and ends lines at spaces. */
function helpIn({ language, terminal: t }: Words): Partial<Help> {
  const titles: Record<string, string> = {
    "Usage:": t["help.usage"],
    "Arguments:": t["help.arguments"],
    "Options:": t["help.options"],
    "Commands:": t["help.commands"],
  };
  return {
    styleTitle: (title) => titles[title] ?? title,
    displayWidth: columnsOf,
    boxWrap: (text, columns) => (columnsOf(text) > columns ? wrapText(text, columns, language).join("\n") : text),
    optionDescription({ description, argChoices, defaultValue, negate }) {
      const more = [
        argChoices && fillIn(t["help.choices"], { values: argChoices.join(", ") }),
        defaultValue !== undefined && !negate && fillIn(t["help.default"], { value: String(defaultValue) }),
      ].filter((each) => typeof each === "string");
      return more.length > 0 ? description + fillIn(t["explain.aside"], { text: more.join("; ") }) : description;
    },
  };
}

/** Commander's errors in the reader's language. @see https://github.com/tj/commander.js/blob/master/lib/error.js */
function messageOf({ code, message }: CommanderError, t: TerminalStrings, masked: (text: string) => string): string {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => visible(masked(text ?? "")));
  const [first = "", second = ""] = quoted;
  switch (code) {
    case "commander.unknownCommand":
      return fillIn(t[/^https?:/i.test(first) ? "wrong.url-as-command" : "wrong.unknown-command"], { value: first });
    case "commander.unknownOption":
      return fillIn(t["wrong.unknown-option"], { value: first });
    case "commander.missingArgument":
    case "commander.missingMandatoryOptionValue":
    case "commander.optionMissingArgument":
      return fillIn(t["wrong.missing-argument"], { value: first });
    case "commander.excessArguments":
      return t["wrong.excess-arguments"];
    case "commander.invalidArgument": {
      const wanted = /Allowed choices are (.*)\.$/.exec(message)?.[1];
      const own = message.slice(message.lastIndexOf(" is invalid. ") + " is invalid. ".length);
      return fillIn(t["wrong.value"], {
        option: first.split(" ")[0],
        value: second.slice(0, 80),
        wanted: wanted === undefined ? own : fillIn(t["help.choices"], { values: wanted }),
      });
    }
    default:
      return visible(message);
  }
}
