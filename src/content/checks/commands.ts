import { shellLanguages } from "../../generator/shells.ts";
import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

const COMMAND = /^[ \t]*(?:\$ )?curl(?:\.exe)? .*/m;
const COMMENT = /^[ \t]*#.*/m;

/** Checks that a page's commands stand where the page says for which shells they are, and that they are for each of them. */
export function checkCommands(yaml: YamlFile): Problem[] {
  return yaml.outline.fences.flatMap(({ language, text, line }): Problem[] => {
    const isForShell = shellLanguages.has(language);
    const found = (isForShell ? COMMENT : COMMAND).exec(text);
    if (!found) return [];
    const what = found[0].trim();
    return [
      {
        file: yaml.file,
        line: yaml.bodyLine + line - 1 + text.slice(0, found.index).split("\n").length,
        ...(isForShell
          ? {
              message: `The command has a comment: "${what}".`,
              hint: "Say it in the text beside the block: at its prompt zsh takes a comment for a command.",
            }
          : {
              message: `The code block has a command, "${what}", and does not say for which shell.`,
              hint: "Name its language, ```sh, and write it for bash and zsh.",
            }),
      },
    ];
  });
}
