import { getHeader, type HeaderLine } from "../rules/index.ts";

/**
 * What servers call themselves, and the recipe for them; what stands behind a proxy comes first, as its headers do.
 * Each was asked: the recipes' servers answer so, and Express 5.
 */
const NAMES: readonly (readonly [header: string, name: RegExp, recipe: string])[] = [
  ["x-powered-by", /^Express$/i, "express"],
  ["server", /^nginx\b/i, "nginx"],
  ["server", /^Apache\b/i, "apache"],
  ["server", /^Caddy\b/i, "caddy"],
  ["server", /^Werkzeug\b/i, "flask"],
];

/** The recipe for the server that gave these answers, where it says what it is. @returns its id, and the name it gives */
export function guessStack(
  answers: readonly { headers?: readonly HeaderLine[] }[],
): { id: string; name: string } | undefined {
  for (const [header, pattern, id] of NAMES) {
    for (const { headers = [] } of answers) {
      const name = pattern.exec(getHeader(headers, header) ?? "")?.[0];
      if (name !== undefined) return { id, name };
    }
  }
  return undefined;
}
