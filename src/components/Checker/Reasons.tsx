import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import { type CorsRequest, type Decision, leastResponses, normalizeMethod, type Reason } from "../../rules/index.ts";
import { Exchange } from "../Exchange/Exchange.tsx";
import { Words } from "../Words/Words.tsx";
import { leastArrows } from "./leastArrows.ts";

interface Props {
  request: CorsRequest;
  decision: Decision;
  t: CheckerStrings;
}

/** The reasons of a verdict, and the exchange as it goes where the server answers the least it must. */
export function Reasons({ request, decision, t }: Props) {
  return (
    <>
      <ul class="why" aria-label={t["reasons.label"]}>
        {decision.reasons.map((reason) => (
          <li>
            <Words text={reasonWords(reason, t)} />{" "}
            <small>
              <a href={reason.clause}>{clauseName(reason.clause)}</a>
            </small>
          </li>
        ))}
        {notes(request, decision, t).map((note) => (
          <li class="note">
            <Words text={note} />
          </li>
        ))}
      </ul>
      <Exchange request={request} arrows={leastArrows(request, decision, leastResponses(request), t)} t={t} />
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

/** A clause as a reader finds it: the standard and the fragment. */
function clauseName(clause: string): string {
  const { host, hash } = new URL(clause);
  const standard = host.startsWith("w3c")
    ? "Beacon"
    : host.startsWith("html")
      ? "HTML"
      : host.startsWith("xhr")
        ? "XHR"
        : "Fetch";
  return `${standard} ${decodeURIComponent(hash)}`;
}

/** What a reader would otherwise wonder about. */
function notes(request: CorsRequest, { outcome, droppedHeaders }: Decision, t: CheckerStrings): string[] {
  const found: string[] = [];
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
