/** What the conformance suite asks of every recipe, in the order of its table. */
export const suiteLines = [
  "preflight",
  "actual",
  "errors",
  "foreign",
  "vary",
  "vary-without-origin",
  "no-auth",
  "no-redirect",
  "max-age",
  "once",
  "plain-options",
  "browser",
  "generated",
  "hostile",
  "broken",
] as const;
export type SuiteLine = (typeof suiteLines)[number];
