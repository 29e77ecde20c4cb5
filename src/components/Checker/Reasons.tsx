import type { CheckerStrings } from "../../i18n/types.ts";
import { type CorsRequest, leastResponses, mixedContentClause, type Outlook } from "../../rules/index.ts";
import { Exchange } from "../Exchange/Exchange.tsx";
import { Words } from "../Words/Words.tsx";
import { leastArrows } from "./leastArrows.ts";
import { clauseName, notes, reasonWords } from "./reasonWords.ts";

interface Props {
  request: CorsRequest;
  outlook: Outlook;
  t: CheckerStrings;
}

/** The reasons of a verdict, and the exchange as it goes where the server answers the least it must. */
export function Reasons({ request, outlook, t }: Props) {
  const { decision, trace } = outlook;
  const stop = trace.end.kind === "stopped" ? trace.end.code : undefined;
  return (
    <>
      <ul class="why" aria-label={t["reasons.label"]}>
        {stop === "http2-needed" ? (
          <li>
            <Words text={t["blocked.http2-needed"]} />
          </li>
        ) : stop ? (
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

function Clause({ href }: { href: string }) {
  return (
    <small>
      <a href={href}>{clauseName(href)}</a>
    </small>
  );
}
