import { fillIn } from "../i18n/fillIn.ts";
import { languages } from "../i18n/languages.ts";
import type { Context } from "./context.ts";
import { languageOf } from "./language.ts";
import { runProgram } from "./program.ts";
import { visible } from "./visible.ts";
import type { Library } from "./words.ts";
import { WrongUse } from "./wrongUse.ts";

/**
 * Runs the command line: prints the result on standard output, what was called wrongly on standard error, and sets the
 * exit status.
 */
export async function main(args: readonly string[], library: Library): Promise<void> {
  const { language, wrong } = languageOf(args, process.env);
  const words = await library.words(language);
  const context: Context = {
    words,
    library,
    isColoured: isColoured(args),
    // A terminal that does not know its width has none.
    ...(process.stdout.isTTY && process.stdout.columns >= 40 && { columns: process.stdout.columns }),
    isInteractive: process.stdout.isTTY === true,
  };
  // Who reads only the beginning has read enough.
  process.stdout.on("error", () => process.exit());
  try {
    if (wrong !== undefined) {
      const values = fillIn(words.terminal["help.choices"], { values: languages.join(", ") });
      throw new WrongUse(fillIn(words.terminal["wrong.value"], { option: "--lang", value: wrong, wanted: values }));
    }
    const { output, status } = await runProgram(args, context, (text) => process.stdout.write(text));
    process.stdout.write(output);
    process.exitCode = status;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    process.stderr.write(
      `${error.message
        .split("\n")
        .map((line) => visible(line).replaceAll("`", ""))
        .join("\n")}\n`,
    );
    process.exitCode = 3;
  }
}

/** @see https://no-color.org/ */
function isColoured(args: readonly string[]): boolean {
  if (args.includes("--no-color") || process.env.NO_COLOR || process.env.TERM === "dumb") return false;
  return process.stdout.isTTY === true || (process.env.FORCE_COLOR ?? "0") !== "0";
}
