import type { CheckerStrings } from "../../i18n/types.ts";
import { type CorsRequest, type leastResponses, normalizeMethod, type Outlook } from "../../rules/index.ts";
import { type Arrow, headerNotes, pathOf, preflightArrow } from "../Exchange/arrow.ts";

/** A request's exchange as it goes where the server answers the least that it must. */
export function leastArrows(
  request: CorsRequest,
  { decision: { outcome, preflightRequest }, trace }: Outlook,
  { preflight, response }: ReturnType<typeof leastResponses>,
  t: CheckerStrings,
): Arrow[] {
  const target = `${normalizeMethod(request.method)} ${pathOf(request.url)}`;
  if (outcome === "refused" || trace.end.kind === "stopped") {
    return [{ to: "server", label: target, notes: [t["exchange.unsent"]], state: "unsent" }];
  }
  const arrows: Arrow[] = [];
  if (preflightRequest && preflight) {
    arrows.push(preflightArrow(preflightRequest));
    arrows.push({
      to: "browser",
      label: `${preflight.status} No Content`,
      notes: headerNotes(preflight.headers),
      state: "ok",
    });
  }
  arrows.push({ to: "server", label: target, notes: [], state: "plain" });
  arrows.push(
    outcome === "opaque"
      ? { to: "browser", label: "200 OK", notes: [t["exchange.unreadable"]], state: "broken" }
      : { to: "browser", label: "200 OK", notes: headerNotes(response), state: "ok" },
  );
  return arrows;
}
