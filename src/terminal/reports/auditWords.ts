import type { AuditLine, Miss } from "../../audit/index.ts";
import { maskedText } from "../../diagnose/secretWords.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import type { Failure } from "../../rules/index.ts";
import type { Words } from "../words.ts";

/** The words of an audit, for every form in which it is printed. */

export function titleOf(line: AuditLine, { lines, terminal }: Words): string {
  return line === "reflected" ? terminal["audit.line.reflected"] : lines[`line.${line}`];
}

/** What it costs where the line does not hold. */
export function costOf(line: AuditLine, { terminal }: Words): string {
  return terminal[`audit.cost.${line}`];
}

export function missText({ code, values }: Pick<Miss, "code" | "values">, { terminal }: Words): string {
  const masked = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, maskedText(value)]));
  return fillIn(terminal[`audit.miss.${code}`], masked);
}

export function failureText({ code, subject, value }: Failure, { failures }: Words): string {
  return fillIn(failures[`failure.${code}`], { subject, value: value === undefined ? undefined : maskedText(value) });
}
