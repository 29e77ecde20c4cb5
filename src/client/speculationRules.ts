/**
 * What the browser may fetch ahead, where it knows Speculation Rules: a page of this site on whose link somebody rests.
 * Pages end in a slash; what does not is a file that one downloads. The text stands in an element of scripts, and each
 * page's policy names it by its hash.
 * @param base the site's base path, with a slash at its end
 * @see https://wicg.github.io/nav-speculation/speculation-rules.html
 */
export function speculationRules(base: string): string {
  const where = { and: [{ href_matches: `${base}*/` }, { not: { selector_matches: "[href^='#']" } }] };
  return JSON.stringify({ prefetch: [{ where, eagerness: "moderate" }] });
}
