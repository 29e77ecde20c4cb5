import type { SuiteLine } from "./suiteLines.ts";

/**
 * The causes that any server prevents that holds a line of the conformance suite, with that line: the
 * suite sends what fails under the cause, and the rules must let it pass.
 */
export const preventedBy: Readonly<Record<string, SuiteLine>> = {
  "options-not-routed": "preflight",
  "auth-before-cors": "no-auth",
  "preflight-redirected": "no-redirect",
  "preflight-server-error": "preflight",
  "gateway-answers-options": "preflight",
  "allow-origin-missing": "preflight",
  "allow-origin-mismatch": "preflight",
  "allow-origin-multiple": "actual",
  "headers-added-twice": "once",
  "wildcard-with-credentials": "actual",
  "allow-credentials-missing": "actual",
  "method-not-allowed": "preflight",
  "allow-methods-lowercase": "preflight",
  "header-not-allowed": "preflight",
  "authorization-under-wildcard": "preflight",
  "wildcard-literal-with-credentials": "preflight",
  "case-sensitive-server": "preflight",
  "malformed-allow-list": "preflight",
  "response-lacks-headers": "actual",
  "error-without-cors-headers": "errors",
  "vary-origin-missing": "vary",
};

/** The ids of all causes that a recipe prevents: those that it names first, then what the suite's lines rule out. */
export function preventedCauses(recipe: { prevents: readonly string[]; holds: readonly SuiteLine[] }): string[] {
  const ruledOut = Object.keys(preventedBy).filter((id) => recipe.holds.includes(preventedBy[id] as SuiteLine));
  return [...new Set([...recipe.prevents, ...ruledOut])];
}
