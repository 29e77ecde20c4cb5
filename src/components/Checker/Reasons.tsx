import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import {
  type CorsRequest,
  leastResponses,
  mixedContentClause,
  normalizeMethod,
  type Outlook,
  type Reason,
} from "../../rules/index.ts";
import { Exchange } from "../Exchange/Exchange.tsx";
import { Words } from "../Words/Words.tsx";
import { leastArrows } from "./leastArrows.ts";

interface Props {
  request: CorsRequest;
  outlook: Outlook;
  t: CheckerStrings;
}

/** The reasons of a verdict, and the exchange as it goes where the server answers the least it must. */
export function Reasons({ request, outlook, t }: Props) {
  const { decision, trace } = outlook;
  const isBlocked = trace.end.kind === "stopped";
  return (
    <>
      <ul class="why" aria-label={t["reasons.label"]}>
        {isBlocked ? (
          <li>
            <Words text={t["blocked.mixed-content"]} /> <Clause href={mixedContentClause} />
          </li>
        ) : (
          decision.reasons.map((reason) => (
            <li>
              <Words text={reasonWords(reason, t)} /> <Clause href={reason.clause} />
            </li>
          ))
        )}
        {notes(request, outlook, t).map((note) => (
          <li class="note">
            <Words text={note} />
          </li>
        ))}
      </ul>
      <Exchange request={request} arrows={leastArrows(request, outlook, leastResponses(request), t)} t={t} />
    </>
  );
}

/** A reason in the reader's language. */
function reasonWords({ code, subject, value }: Reason, t: CheckerStrings): string {
  if (code === "api-cannot-express") {
    return fillIn(t[`reason.${code}`], { subject: t[`impossible.${subject as "method"}`] });
  }
  return fillIn(t[`reason.${code}`], { subject, value });
}

function Clause({ href }: { href: string }) {
  return (
    <small>
      <a href={href}>{clauseName(href)}</a>
    </small>
  );
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
function clauseName(clause: string): string {
  const { host, hash } = new URL(clause);
  const [, standard = host] = Object.entries(standards).find(([start]) => clause.startsWith(start)) ?? [];
  return `${standard} ${decodeURIComponent(hash)}`;
}

/** What a reader would otherwise wonder about. */
function notes(request: CorsRequest, outlook: Outlook, t: CheckerStrings): string[] {
  const { decision, trace, needsPermissionFor } = outlook;
  const { outcome, droppedHeaders } = decision;
  const found: string[] = [];
  if (needsPermissionFor && outcome !== "refused") {
    found.push(fillIn(t["local-network.note"], { space: needsPermissionFor }));
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
