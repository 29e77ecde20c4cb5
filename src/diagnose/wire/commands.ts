import { readCurl } from "./curl.ts";
import { readFetch } from "./fetchCall.ts";
import { readHttpie } from "./httpie.ts";
import type { TextLine } from "./lines.ts";
import type { Command } from "./message.ts";
import { readPowerShell } from "./powerShell.ts";
import { readXhr } from "./xhr.ts";

/**
 * Reads the command that begins in a line, which may go on over many.
 * @param trimmed the line without its indent
 */
export function readCommand(text: string, line: TextLine, trimmed: string): Command | null {
  if (trimmed === "") return null;
  return (
    readCurl(text, line) ??
    readHttpie(text, line) ??
    readPowerShell(text, line, trimmed) ??
    readXhr(text, line) ??
    readFetch(text, line)
  );
}
