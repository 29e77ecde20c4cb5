import { type AuditReport, adviceLines, auditLines } from "../../audit/index.ts";
import { maskedUrl } from "../../diagnose/secretWords.ts";
import { causePage } from "../pages.ts";
import type { Words } from "../words.ts";
import { costOf, failureText, missText, titleOf } from "./auditWords.ts";

/** An audit as SARIF 2.1.0. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif({ lines }: AuditReport, words: Words, version: string): Record<string, unknown> {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "preflight-guide",
            version,
            informationUri: words.site,
            rules: auditLines.map((line) => ({
              id: line,
              shortDescription: { text: titleOf(line, words) },
              fullDescription: { text: costOf(line, words) },
            })),
          },
        },
        results: lines.flatMap((result) =>
          result.state !== "fails"
            ? []
            : result.misses.map((miss) => {
                const [cause] = miss.causes;
                const said = [
                  `${miss.request.method} ${miss.request.origin}: ${missText(miss, words)}`,
                  ...miss.failures.map((failure) => failureText(failure, words)),
                  costOf(result.line, words),
                  ...(cause === undefined ? [] : [causePage(words, cause)]),
                ];
                return {
                  ruleId: result.line,
                  level: adviceLines.has(result.line) ? "note" : "error",
                  message: { text: said.join("\n") },
                  locations: [{ physicalLocation: placeOf(miss.request.url) }],
                  webRequest: { method: miss.request.method, target: maskedUrl(miss.request.url) },
                };
              }),
        ),
      },
    ],
  };
}

/**
 * A URL as the place of a result. Code scanning takes places within a repository, and refuses a whole file for one
 * address with a scheme: https://github.com/github/codeql-action/issues/754 (read 2026-11-30). So the host stands as the
 * first folder, its port's colon written so that it ends no scheme.
 */
function placeOf(url: string): Record<string, unknown> {
  const { host, pathname, search } = new URL(maskedUrl(url));
  // Browsers leave signs in a URL that RFC 3986 has no place for.
  const rest = (pathname + search).replace(/%(?![\da-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/gi, encodeURIComponent);
  return {
    artifactLocation: { uri: encodeURIComponent(host) + rest },
    // Who shows a result beside a text wants a line of it.
    region: { startLine: 1 },
  };
}
