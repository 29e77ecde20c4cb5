import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings, FailureStrings } from "../../i18n/types.ts";
import { type CorsResponse, type Exchange, type Failure, judgeExchange, normalizeMethod } from "../../rules/index.ts";
import { type Arrow, headerNotes, pathOf, preflightArrow } from "./arrow.ts";
import { statusText } from "./statusText.ts";

/**
 * Draws an exchange as arrows, up to the one that breaks; what was never sent is drawn too, as such.
 * @param t the words of the exchange in the reader's language, and those of its failures
 */
export function arrowsOf(exchange: Exchange, t: CheckerStrings & FailureStrings): Arrow[] {
  const { request, preflight, response, decision, preflightCheck, responseCheck, wantedHeader } =
    judgeExchange(exchange);
  const target = `${normalizeMethod(request.method)} ${pathOf(request.url)}`;
  const unsent: Arrow = { to: "server", label: target, notes: [t["exchange.unsent"]], state: "unsent" };
  if (decision.outcome === "refused") return [unsent];

  const arrows: Arrow[] = [];
  if (decision.preflightRequest) {
    arrows.push(preflightArrow(decision.preflightRequest));
    if (!preflight || !preflightCheck) return arrows;
    if (!preflightCheck.ok) return [...arrows, failing(preflight, preflightCheck.failures, t), unsent];
    arrows.push({ to: "browser", label: statusLine(preflight), notes: corsHeaders(preflight), state: "ok" });
  }
  arrows.push({ to: "server", label: target, notes: [], state: "plain" });
  if (!response || !responseCheck) return arrows;
  if (!responseCheck.ok) return [...arrows, failing(response, responseCheck.failures, t)];
  const answer: Arrow = { to: "browser", label: statusLine(response), notes: corsHeaders(response), state: "ok" };
  if (decision.outcome === "opaque") {
    return [...arrows, { ...answer, notes: [t["exchange.unreadable"]], state: "broken" }];
  }
  if (wantedHeader && !responseCheck.exposedHeaders.includes(wantedHeader.toLowerCase())) {
    const hidden = fillIn(t["exchange.hidden"], { name: wantedHeader });
    return [...arrows, { ...answer, notes: [...answer.notes, hidden], state: "broken" }];
  }
  return [...arrows, answer];
}

function failing(response: CorsResponse, failures: readonly Failure[], t: FailureStrings): Arrow {
  const [first] = failures;
  const notes = first ? [fillIn(t[`failure.${first.code}`], { subject: first.subject, value: first.value })] : [];
  return { to: "browser", label: statusLine(response), notes, state: "broken" };
}

function corsHeaders({ headers }: CorsResponse): string[] {
  return headerNotes(headers.filter(([name]) => /^access-control-(allow|expose)-/i.test(name)));
}

function statusLine({ status }: CorsResponse): string {
  return `${status} ${statusText(status)}`.trim();
}
