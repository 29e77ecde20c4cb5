import type { CheckerStrings } from "../../i18n/types.ts";
import type { CorsRequest, Decision, leastResponses } from "../../rules/index.ts";
import { normalizeMethod } from "../../rules/index.ts";
import { type Arrow, headerNotes, pathOf } from "../Exchange/arrow.ts";

/** A request's exchange as it goes where the server answers the least that it must. */
export function leastArrows(
  request: CorsRequest,
  { outcome, preflightRequest }: Decision,
  { preflight, response }: ReturnType<typeof leastResponses>,
  t: CheckerStrings,
): Arrow[] {
  const path = pathOf(request.url);
  const target = `${normalizeMethod(request.method)} ${path}`;
  if (outcome === "refused") return [{ to: "server", label: target, notes: [t["exchange.unsent"]], state: "unsent" }];
  const arrows: Arrow[] = [];
  if (preflightRequest && preflight) {
    const asks = preflightRequest.headers.filter(([name]) => name.startsWith("Access-Control-"));
    arrows.push({ to: "server", label: `OPTIONS ${path}`, notes: headerNotes(asks), state: "preflight" });
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
