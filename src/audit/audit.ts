import { Asker } from "./asker.ts";
import { lines } from "./lines.ts";
import {
  type AuditLine,
  type AuditOptions,
  type AuditReport,
  type AuditTarget,
  adviceLines,
  auditLines,
  type LineResult,
} from "./types.ts";

/**
 * Asks a server what the recipes' conformance suite asks, and judges the answers by the rules. Only GET, HEAD and
 * OPTIONS are sent, unless the target says otherwise; one request after the other, nothing twice, at most 400.
 * Never throws for anything that a server does.
 * @param target what is asked, and from where
 * @returns of each line whether it holds, with all that is missing
 */
export async function audit(target: AuditTarget, options: AuditOptions = {}): Promise<AuditReport> {
  const asker = new Asker(target, options);
  const results: LineResult[] = [];
  for (const line of auditLines) results.push(await resultOf(line, asker));
  const graves = results.filter((result) => result.state === "fails" && !adviceLines.has(result.line));
  const isTold = results.some(({ state }) => state === "holds");
  return { target, lines: results, sent: asker.sent, holds: graves.length > 0 ? false : isTold ? true : null };
}

async function resultOf(line: AuditLine, asker: Asker): Promise<LineResult> {
  const found = await lines[line](asker);
  if ("untold" in found) return { line, state: "unknown", why: found.untold };
  const [first] = found.misses;
  return first ? { line, state: "fails", misses: found.misses } : { line, state: "holds" };
}
