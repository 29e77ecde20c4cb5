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
                  locations: [{ physicalLocation: { artifactLocation: { uri: maskedUrl(miss.request.url) } } }],
                };
              }),
        ),
      },
    ],
  };
}
