import { type HeaderLine, preflightRequest } from "../rules/index.ts";
import type { RecipeParams } from "./params.ts";
import type { Shell } from "./shells.ts";

/** The address of an API in all examples; readers put their own in its place. */
const API = "https://api.example.com/items";

/** Commands that ask a server what a browser would ask it, to be pasted into a shell. */
export interface CurlLines {
  preflight: string;
  actual: string;
}

/** A value that a shell would not take as it is. */
export interface RefusedValue {
  value: string;
  /** What in it means something to the shell. */
  characters: string;
}

/** The commands, or what is in their way. */
export type CurlResult = { lines: CurlLines } | { refused: RefusedValue[] } | { longerThan: number };

/** A method that causes a preflight, where the parameters have one. */
const FIRST = ["PUT", "PATCH", "DELETE"];
const WITH_BODY = ["POST", "PUT", "PATCH"];

/** The method that the examples use, of those that are allowed. */
export function exampleMethod({ methods }: Pick<RecipeParams, "methods">): string {
  return FIRST.find((method) => methods.includes(method)) ?? methods[0] ?? "GET";
}

/** The value that the examples send in a header. */
export function exampleValue(header: string): string {
  const name = header.toLowerCase();
  if (name === "authorization") return "Bearer token";
  return name === "content-type" ? "application/json" : "value";
}

/**
 * What to ask a server that a recipe was filled in for, as a shell reads it.
 * @returns nothing to paste where the shell would read a value as something else, or the command is too long for it
 */
export function curlLines(params: RecipeParams, shell: Shell): CurlResult {
  const [origin = ""] = params.origins;
  const method = exampleMethod(params);
  const refused = [...new Set([origin, method, ...params.headers])].flatMap((value) => {
    const found = shell.refused.exec(value);
    return found ? [{ value, characters: found[0] }] : [];
  });
  if (refused.length > 0) return { refused };

  const asks = preflightRequest(origin, API, method, params.headers).headers;
  // curl sends an Accept of its own, the same.
  const preflight = [`Origin: ${origin}`, ...asks.filter(([name]) => name.startsWith("Access")).map(inOneLine)];
  const actual = [`Origin: ${origin}`, ...params.headers.map((name) => inOneLine([name, exampleValue(name)]))];
  const hasJson = params.headers.some((name) => name.toLowerCase() === "content-type") && WITH_BODY.includes(method);
  const lines = {
    preflight: command(shell, "-X OPTIONS", preflight),
    // curl waits for the body of a HEAD that it is told of by -X.
    actual:
      command(shell, method === "HEAD" ? "-I" : method === "GET" ? "" : `-X ${word(shell, method)}`, actual) +
      (hasJson ? `${shell.continued}  -d ${shell.quoted("{}")}` : ""),
  };
  const isTooLong = Object.values(lines).some(({ length }) => length > shell.longest);
  return isTooLong ? { longerThan: shell.longest } : { lines };
}

function inOneLine([name, value]: HeaderLine): string {
  return `${name}: ${value}`;
}

function command({ curl, quoted, continued }: Shell, how: string, headers: readonly string[]): string {
  const lines = headers.map((header) => `  -H ${quoted(header)}`);
  return [`${curl} -i ${how && `${how} `}${quoted(API)}`, ...lines].join(continued);
}

/** A word that every shell reads as it is stays so. */
function word({ quoted }: Shell, text: string): string {
  return /^[A-Za-z][\w-]*$/.test(text) ? text : quoted(text);
}
