/**
 * The shells of Windows, as far as their documentation says what they make of a command at their prompt. Each
 * returns the arguments of every program that it runs, and throws where it takes a part of the text for
 * something else.
 */

/**
 * cmd, with delayed expansion on and every variable set, so that whatever can be expanded is:
 * https://stackoverflow.com/questions/4094699
 */
export function runInCmd(text: string): string[][] {
  const expanded = /%[^%\n]+%|![^!\n]+!/.exec(text);
  if (expanded) throw new Error(`cmd expands ${expanded[0]}.`);
  const commands = [""];
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    let character = text.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    const isSpecial = !isQuoted || character === "\n";
    if (isSpecial && /[\n&|]/.test(character)) {
      // A quote that is still open ends with its line.
      isQuoted = false;
      commands.push("");
      continue;
    }
    if (isSpecial && /[<>()]/.test(character)) throw new Error(`cmd redirects or groups at ${character}.`);
    if (isSpecial && character === "^") {
      // The character after it means nothing; after a line's end that is the first of the next line.
      at += text.charAt(at + 1) === "\n" ? 2 : 1;
      character = text.charAt(at);
    }
    commands[commands.length - 1] += character;
  }
  return commands.filter((command) => command.trim() !== "").map(argumentsOf);
}

const SPACE = /(?:[ \t]|`\n)+/y;
const WORD = /(?:'((?:[^']|'')*)'|([A-Za-z-][\w.-]*|\d+))(?=\s|$)/y;

/**
 * Windows PowerShell, for words that are plain or between single quotes:
 * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing
 */
export function runInPowerShell(text: string): string[][] {
  const commands: string[][] = [[]];
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at = match ? pattern.lastIndex : at;
    return match;
  };
  while (at < text.length) {
    if (next(SPACE)) continue;
    if (next(/\n/y)) {
      commands.push([]);
      continue;
    }
    const found = next(WORD);
    if (!found) throw new Error(`PowerShell reads this in its own way: ${text.slice(at)}`);
    const word = found[1]?.replaceAll("''", "'") ?? found[2] ?? "";
    // Quoted or not: https://github.com/PowerShell/PowerShell/issues/11608
    if (word === "--%") throw new Error("PowerShell stops parsing at --%.");
    commands.at(-1)?.push(word);
  }
  return commands.filter((words) => words.length > 0).map((words) => argumentsOf(words.map(asPassed).join(" ")));
}

/** Windows PowerShell puts quotes around white space, and takes no care of those that are in the word. */
function asPassed(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word;
}

/** What a program makes of its command line: https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments */
function argumentsOf(line: string): string[] {
  const found: string[] = [];
  let isQuoted = false;
  let word: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const backslashes = /^\\*(?=")/.exec(line.slice(at))?.[0].length ?? 0;
    const character = line.charAt(at + backslashes);
    if (character === '"' && backslashes % 2 === 0) isQuoted = !isQuoted;
    const isEnd = !isQuoted && /[ \t]/.test(character);
    if (isEnd && word !== undefined) found.push(word);
    const literal = character === '"' && backslashes % 2 === 0 ? "" : character;
    word = isEnd ? undefined : (word ?? "") + "\\".repeat(backslashes / 2) + literal;
    at += backslashes;
  }
  return word === undefined ? found : [...found, word];
}
