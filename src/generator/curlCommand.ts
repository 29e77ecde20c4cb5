import type { HeaderLine } from "../rules/index.ts";
import type { Shell } from "./shells.ts";

/**
 * A command that asks a server with curl and prints all of its answer, to be pasted into a shell: the URL first, then
 * each header in a line of its own.
 * @param how the options that say what is asked, such as `-X OPTIONS`; empty for a GET
 * @param more further options, each in a line of its own
 */
export function curlCommand(
  { curl, quoted, continued }: Pick<Shell, "curl" | "quoted" | "continued">,
  how: string,
  url: string,
  headers: readonly HeaderLine[],
  more: readonly string[] = [],
): string {
  const options = [...headers.map((header) => `-H ${quoted(inOneLine(header))}`), ...more];
  return [`${curl} -i ${how && `${how} `}${quoted(url)}`, ...options].join(`${continued}  `);
}

/** The options with which curl sends a method; it waits for the body of a HEAD that it is told of by -X. */
export function methodOption({ quoted }: Pick<Shell, "quoted">, method: string): string {
  if (method === "GET") return "";
  // A word that every shell reads as it is stays so.
  return method === "HEAD" ? "-I" : `-X ${/^[A-Za-z][\w-]*$/.test(method) ? method : quoted(method)}`;
}

/** curl leaves out a header without a value, unless a semicolon ends its name. */
function inOneLine([name, value]: HeaderLine): string {
  return value.trim() === "" ? `${name};` : `${name}: ${value}`;
}
