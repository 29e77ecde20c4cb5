import type { RecipeParams } from "./params.ts";
import { strongQuoted } from "./syntaxes.ts";

/** The address of an API in all examples; readers put their own in its place. */
const API = "https://api.example.com/items";

/** Commands that ask a server what a browser would ask it, to be pasted into a shell. */
export interface CurlLines {
  preflight: string;
  actual: string;
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

/** What to ask a server that a recipe was filled in for. */
export function curlLines(params: RecipeParams): CurlLines {
  const [origin = ""] = params.origins;
  const method = exampleMethod(params);
  // As a browser writes them: lower case, sorted, without spaces.
  const asked = params.headers.map((name) => name.toLowerCase()).sort();
  const preflight = ["Origin", origin, "Access-Control-Request-Method", method];
  if (asked.length > 0) preflight.push("Access-Control-Request-Headers", asked.join(","));
  const actual = ["Origin", origin, ...params.headers.flatMap((name) => [name, exampleValue(name)])];
  const hasJson = asked.includes("content-type") && WITH_BODY.includes(method);
  return {
    preflight: command("-X OPTIONS", preflight),
    // curl waits for the body of a HEAD that it is told of by -X.
    actual:
      command(method === "HEAD" ? "-I" : method === "GET" ? "" : `-X ${shellQuoted(method)}`, actual) +
      (hasJson ? " \\\n  -d '{}'" : ""),
  };
}

/** @param headers names and values by turns */
function command(how: string, headers: readonly string[]): string {
  const lines = headers.flatMap((name, index) =>
    index % 2 ? [] : [`  -H ${strongQuoted(`${name}: ${headers[index + 1]}`)}`],
  );
  return [`curl -i ${how && `${how} `}${strongQuoted(API)}`, ...lines].join(" \\\n");
}

/** A word as any shell of Unix reads it back; one that is plain stays so. */
function shellQuoted(word: string): string {
  return /^[\w-]+$/.test(word) ? word : strongQuoted(word);
}
