import { type AuditReport, adviceLines, type LineResult } from "../../audit/index.ts";
import { maskedUrl } from "../../diagnose/secretWords.ts";
import { causePage } from "../pages.ts";
import { visible } from "../visible.ts";
import type { Words } from "../words.ts";
import { costOf, failureText, missText, titleOf } from "./auditWords.ts";

/** An audit as JUnit's XML: a test a line. @see https://github.com/testmoapp/junitxml */
export function junit({ target, lines }: AuditReport, words: Words): string {
  const name = escaped(`CORS ${target.urls.map(maskedUrl).join(" ")}`);
  const count = (found: (line: LineResult) => boolean) => lines.filter(found).length;
  const failures = count((line) => line.state === "fails" && !adviceLines.has(line.line));
  const skipped = count((line) => line.state === "unknown" || (line.state === "fails" && adviceLines.has(line.line)));
  const numbers = `tests="${lines.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${numbers}>`,
    `  <testsuite name="${name}" ${numbers}>`,
    ...lines.flatMap((line) => testCase(line, words)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(result: LineResult, words: Words): string[] {
  const open = `    <testcase classname="${escaped(result.line)}" name="${escaped(titleOf(result.line, words))}"`;
  if (result.state === "holds") return [`${open}/>`];
  if (result.state === "unknown") {
    return [
      `${open}>`,
      `      <skipped message="${escaped(words.terminal[`audit.why-unknown.${result.why}`])}"/>`,
      "    </testcase>",
    ];
  }
  const message = escaped(costOf(result.line, words));
  if (adviceLines.has(result.line)) return [`${open}>`, `      <skipped message="${message}"/>`, "    </testcase>"];
  const text = result.misses.flatMap((miss) => [
    `${miss.asked} ${miss.request.method} ${maskedUrl(miss.request.url)} ${miss.request.origin}: ${missText(miss, words)}`,
    ...miss.failures.map((failure) => `  ${failureText(failure, words)}`),
    ...miss.causes.slice(0, 1).map((id) => `  ${causePage(words, id)}`),
  ]);
  return [
    `${open}>`,
    `      <failure type="${result.line}" message="${message}">${text.map(escaped).join("\n")}</failure>`,
    "    </testcase>",
  ];
}

/** Nothing that XML 1.0 has no sign for is left once what is not seen is written out. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\ufffe\uffff]/g, "\ufffd");
}
