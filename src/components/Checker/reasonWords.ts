import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import { type CorsRequest, normalizeMethod, type Outlook, type Reason } from "../../rules/index.ts";

/** A reason in the reader's language. */
export function reasonWords({ code, subject, value }: Reason, t: CheckerStrings): string {
  return fillIn(t[`reason.${code}`], { subject, value });
}

/** The standards that clauses are of, by how their addresses begin. */
const standards = {
  "https://fetch.": "Fetch",
  "https://html.": "HTML",
  "https://xhr.": "XHR",
  "https://w3c.github.io/beacon/": "Beacon",
  "https://w3c.github.io/webappsec-mixed-content/": "Mixed Content",
};

/** A clause as a reader finds it: the standard and the fragment. */
export function clauseName(clause: string): string {
  const { host, hash } = new URL(clause);
  const [, standard = host] = Object.entries(standards).find(([start]) => clause.startsWith(start)) ?? [];
  return `${standard} ${decodeURIComponent(hash)}`;
}

/** What a reader would otherwise wonder about. */
export function notes(request: CorsRequest, outlook: Outlook, t: CheckerStrings): string[] {
  const { decision, trace, needsPermissionFor, isPageSecure } = outlook;
  const { outcome, droppedHeaders } = decision;
  const found: string[] = [];
  if (needsPermissionFor && outcome !== "refused") {
    const note = isPageSecure ? t["local-network.note"] : t["local-network.insecure-page"];
    found.push(fillIn(note, { space: needsPermissionFor }));
  }
  if (trace.end.kind === "stopped") return found;
  if (outcome === "same-origin") found.push(t["same-origin.note"]);
  if (droppedHeaders.length > 0) {
    found.push(
      fillIn(t.dropped, { names: [...new Set(droppedHeaders)].map((name) => `\`${name}\``).join(t["list.separator"]) }),
    );
  }
  if (request.credentials === "include" && (outcome === "preflight" || outcome === "no-preflight"))
    found.push(t["credentials.note"]);
  const upper = request.method.toUpperCase();
  if (outcome !== "refused" && request.method !== upper && normalizeMethod(request.method) !== upper) {
    found.push(fillIn(t["lowercase.note"], { method: request.method }));
  }
  return found;
}
