import { type HeaderLine, preflightRequest } from "../rules/index.ts";
import { curlCommand, methodOption } from "./curlCommand.ts";
import type { RecipeParams } from "./params.ts";
import type { Shell } from "./shells.ts";

/** The address of an API in all examples; readers put their own in its place. */
const API = "https://api.example.com/items";

/** Commands that ask a server what a browser would ask it, to be pasted into a shell. */
export interface CurlLines {
  preflight: string;
  actual: string;
  /** What asks all that the recipes are asked. */
  audit: string;
}

/** A value that a shell would not take as it is. */
export interface RefusedValue {
  value: string;
  /** What in it means something to the shell. */
  characters: string;
}

/** The commands, or what is in their way. */
export type CurlResult = { lines: CurlLines } | { refused: RefusedValue[] } | { longerThan: number };

/** The command of the package that audits a server that was filled in with these values. */
export function auditCommand(
  { quoted, continued }: Shell,
  { origins, methods, headers, credentials, maxAge }: RecipeParams,
  url = API,
): string {
  // A word that every shell reads as it is stays so.
  const option = (name: string) => (value: string) =>
    `--${name} ${/^[A-Za-z][\w-]*$/.test(value) ? value : quoted(value)}`;
  return [
    `npx preflight-guide audit ${quoted(url)}`,
    ...origins.map(option("origin")),
    methods.map(option("method")).join(" "),
    headers.map(option("header")).join(" "),
    [...(credentials ? ["--credentials"] : []), `--max-age ${maxAge}`].join(" "),
  ].join(`${continued}  `);
}

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
  const refused = [...new Set([...params.origins, ...params.methods, ...params.headers])].flatMap((value) => {
    const found = shell.refused.exec(value);
    return found ? [{ value, characters: found[0] }] : [];
  });
  if (refused.length > 0) return { refused };

  const asks = preflightRequest(origin, API, method, params.headers).headers;
  const from: HeaderLine = ["Origin", origin];
  // curl sends an Accept of its own, the same.
  const asking = asks.filter(([name]) => name.startsWith("Access"));
  const sending = params.headers.map((name): HeaderLine => [name, exampleValue(name)]);
  const hasJson = params.headers.some((name) => name.toLowerCase() === "content-type") && WITH_BODY.includes(method);
  const body = hasJson ? [`-d ${shell.quoted("{}")}`] : [];
  const lines = {
    preflight: curlCommand(shell, "-X OPTIONS", API, [from, ...asking]),
    actual: curlCommand(shell, methodOption(shell, method), API, [from, ...sending], body),
    audit: auditCommand(shell, params),
  };
  const isTooLong = Object.values(lines).some(({ length }) => length > shell.longest);
  return isTooLong ? { longerThan: shell.longest } : { lines };
}
