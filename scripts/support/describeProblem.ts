import { stripVTControlCharacters } from "node:util";

/** An error as Astro and Vite throw them, besides what every error has. */
interface BuildError extends Error {
  code?: string;
  hint?: string;
  loc?: { file?: string; line?: number };
  errors?: readonly unknown[];
}

/** What the system or Node says, in the words of both, and what to do about it. */
const advice: readonly [pattern: RegExp, whatToDo: string][] = [
  [/ENOSPC|EDQUOT|no space left on device/i, "Free some space on that disk, and run the command again."],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    "Make the project's folder and what is in it writable for you, or copy it to where you may write, and run the command there.",
  ],
  [/EBUSY|EXDEV/, "Make dist/ an ordinary folder that nothing is mounted on, and run the command again."],
  [
    /EADDRNOTAVAIL/,
    "Servers here listen on 127.0.0.1 alone. Give the loopback interface that address (on Linux: ip address add 127.0.0.1/8 dev lo), and run the command again.",
  ],
  [
    /cannot find (module|package)|ERR_MODULE_NOT_FOUND/i,
    "Where that is not a file of the project's own, a package is damaged: delete node_modules and run the command again.",
  ],
];

/**
 * What a person reads where a command cannot go on: where it is, what is wrong, and what to do about it.
 * A fault of the code itself comes with its stack.
 * @param thrown what was caught, of whatever kind
 */
export function describeProblem(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const error = thrown as BuildError;
  const message = stripVTControlCharacters(error.message).trim();
  const [pattern, whatToDo] = advice.find(([pattern]) => pattern.test(`${error.code} ${message}`)) ?? [];
  // Around the system's words Rolldown puts an invitation to report a bug, and its backtrace.
  if (pattern && whatToDo) return `${lineWith(pattern, message)}\n${whatToDo}`;
  if (/^(Type|Reference|Range|Syntax)Error$/.test(error.name)) return error.stack ?? message;
  const place = error.loc?.file ? `${error.loc.file}:${error.loc.line ?? 1}\n` : "";
  return `${place}${message}${error.hint ? `\n${error.hint}` : ""}`;
}

function lineWith(pattern: RegExp, message: string): string {
  return (message.split("\n").find((line) => pattern.test(line)) ?? message).trim();
}
