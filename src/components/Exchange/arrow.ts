import type { HeaderLine, PreflightRequest } from "../../rules/index.ts";

/** One arrow of the drawing. Its state is said by its shape and in words too, never by colour alone. */
export interface Arrow {
  to: "server" | "browser";
  label: string;
  /** Shorter lines below it: headers, or why it fails. May hold `code`. */
  notes: string[];
  state: "plain" | "preflight" | "ok" | "broken" | "unsent" | "cached";
}

/** Headers as lines below an arrow. */
export function headerNotes(headers: readonly HeaderLine[]): string[] {
  return headers.map(([name, value]) => `${name}: ${value}`);
}

export function isHttpUrl(url: string): boolean {
  return URL.canParse(url) && /^https?:/i.test(url);
}

/** A URL's path and query, as a request line has it; the URL itself where it has no such thing. */
export function pathOf(url: string): string {
  if (!isHttpUrl(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** The arrow of a CORS-preflight request: what it asks for stands below it. */
export function preflightArrow({ method, url, headers }: PreflightRequest): Arrow {
  const asks = headers.filter(([name]) => name.startsWith("Access-Control-"));
  return { to: "server", label: `${method} ${pathOf(url)}`, notes: headerNotes(asks), state: "preflight" };
}
