import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRedirects } from "../../src/build/hosting/moved.ts";

/** What a site's `_headers` says of a path, or of all that begin with one. */
export interface HeaderRule {
  path: string;
  below: boolean;
  headers: [name: string, value: string][];
}

/**
 * Reads the `_headers` of a built site, as the hosts do that know such a file.
 * @returns its rules; none where there is no such file
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function readHeadersFile(folder: string): HeaderRule[] {
  const file = join(folder, "_headers");
  if (!existsSync(file)) return [];
  const rules: HeaderRule[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("/")) rules.push({ path: line.replace(/\*$/, ""), below: line.endsWith("*"), headers: [] });
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
  }
  return rules;
}

/** All headers that rules give a path. */
export function headersOf(rules: readonly HeaderRule[], asked: string): Record<string, string> {
  const own = rules.filter(({ path, below }) => (below ? asked.startsWith(path) : asked === path));
  return Object.fromEntries(own.flatMap(({ headers }) => headers));
}

/** Reads the `_redirects` of a built site. @returns where paths lead now; none where there is no such file */
export function readRedirectsFile(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, "_redirects");
  const moved = existsSync(file) ? readRedirects(readFileSync(file, "utf8")) : [];
  return new Map(moved.map(({ from, to }) => [from, to]));
}
