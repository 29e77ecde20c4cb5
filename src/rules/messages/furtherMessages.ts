import { profiles } from "../engines/differences.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { judgeExchange } from "../exchange/judge.ts";
import type { Step, Trace } from "../exchange/trace.ts";
import { checkPreflightResponse, isRedirect } from "../response/responses.ts";
import { inEachLanguage, type PrintedMessage } from "./printedMessage.ts";

/** Why it follows no redirect, as it does not say itself. */
const redirectStops = { "too-many-redirects": true, "redirect-has-credentials": true, "redirect-not-http": true };

/**
 * What Firefox prints on CORS besides the line with the reason, or in its stead where it knows none:
 * that the request did not succeed, without a status; and a warning where it lets pass what the
 * standard forbids. The other engines print nothing of the kind.
 */
export function furtherMessages(exchange: Exchange): PrintedMessage[] {
  const trace = judgeExchange(exchange, profiles.firefox);
  const warned = trace.steps.find(isWarnedOf);
  return [
    ...(warned ? inEachLanguage("authorization-warning", { url: warned.request.url }) : []),
    ...(isWithoutStatus(trace) ? inEachLanguage("did-not-succeed", { url: urlOf(trace) }) : []),
  ];
}

/** Whether a preflight passes whose answer lists Authorization by a wildcard only. */
function isWarnedOf(step: Step): boolean {
  if (step.kind !== "preflighted") return false;
  const check = checkPreflightResponse(step.request, step.response);
  return !check.ok && check.failures.some(({ code }) => code === "authorization-not-listed");
}

/** A redirect that it does not follow, it names by the URL that it comes from. */
function urlOf({ steps, end }: Trace): string {
  const isRedirected = end.kind === "stopped" && end.code === "mixed-content";
  return ((isRedirected && steps.at(-1)) || end).request.url;
}

/** Whether Firefox says that a request did not succeed and knows no status. */
function isWithoutStatus({ steps, end }: Trace): boolean {
  switch (end.kind) {
    case "blocked":
      return end.at === "preflight" || isRedirect(end.response);
    case "discarded":
      return end.at === "preflight" || end.code in redirectStops;
    case "stopped":
      // Of mixed content it says so itself; after a redirect it says this, too.
      return end.code !== "mixed-content" || steps.length > 0;
    case "worker":
      return end.gave === "opaque-response";
    case "refused":
    case "unanswered":
    case "opaque":
    case "readable":
    case "hidden":
      return false;
  }
}
