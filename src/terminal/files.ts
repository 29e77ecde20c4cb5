import { openSync, readFileSync, statSync } from "node:fs";
import { text } from "node:stream/consumers";
import { ReadStream } from "node:tty";
import { maskedText } from "../diagnose/secretWords.ts";
import { fillIn } from "../i18n/fillIn.ts";
import type { TerminalStrings } from "../i18n/types.ts";
import { WrongUse } from "./wrongUse.ts";

/** No HAR is larger that one would want to read, in megabytes. */
const MOST = 400;

/**
 * Reads a file, or standard input where its name is `-`.
 * @throws `WrongUse` where it cannot be read
 */
export async function readTextFile(file: string, terminal: TerminalStrings): Promise<string> {
  if (file === "-") return text(process.stdin);
  try {
    if (statSync(file).size > MOST * 1_000_000) {
      throw new WrongUse(fillIn(terminal["wrong.too-large"], { file, most: MOST }));
    }
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new WrongUse(fillIn(terminal["wrong.file"], { file: maskedText(file), why }));
  }
}

/**
 * Opens the terminal itself, whatever standard input is. What waits to be read of it keeps the program running until
 * the stream is destroyed: as a file it would until somebody pressed Enter.
 * @returns nothing where there is none
 */
export function openTerminal(): ReadStream | undefined {
  try {
    return new ReadStream(openSync(process.platform === "win32" ? "\\\\.\\CONIN$" : "/dev/tty", "r"));
  } catch {
    return undefined;
  }
}
