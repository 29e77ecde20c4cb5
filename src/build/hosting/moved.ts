/** A path that leads to another for good, both from the host's root. */
export interface Moved {
  from: string;
  to: string;
}

/** For `_redirects` of Cloudflare Pages and Netlify: a line each. */
export function redirectLines(moved: readonly Moved[], status = "301"): string {
  return moved.map(({ from, to }) => `${from} ${to} ${status}\n`).join("");
}

/** Reads such a file. @returns what leads elsewhere for good; other lines are left out */
export function readRedirects(text: string): Moved[] {
  return [...text.matchAll(/^(\/\S+) (\/\S+) 301$/gm)].map(([, from = "", to = ""]) => ({ from, to }));
}
