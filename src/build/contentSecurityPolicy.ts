import { createHash } from "node:crypto";
import { speculationRules } from "../client/speculationRules.ts";
import { site } from "../site.config.ts";

/**
 * The Content-Security-Policy of a page: its own origin, and the inline scripts that it names by hash, the rules of what
 * to fetch ahead among them. Every page's scripts and styles are files, so nothing else needs to be let in; but the lab,
 * where there is one, to be asked.
 * @param scripts the page's inline scripts, verbatim
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(scripts: readonly string[]): string {
  const hashes = [...scripts, speculationRules(site.base)].map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...(site.lab ? [site.lab] : [])].join(" "),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}
