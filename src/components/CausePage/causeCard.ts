import type { Card } from "../../build/cards/card.ts";
import type { Language } from "../../i18n/languages.ts";
import { commonWords, uiStrings } from "../../i18n/strings.ts";
import type { Cause } from "../../rules/index.ts";
import { arrowsOf } from "../Exchange/arrows.ts";

/** What the card of a cause's page shows: the arrow that breaks in its example, and the one before it. */
export function causeCard(cause: Cause, language: Language): Pick<Card, "sign" | "out" | "back" | "kind" | "stops"> {
  const { checker, failures } = uiStrings[language];
  const arrows = arrowsOf(cause.example, { ...checker, ...failures });
  const at = arrows.findIndex(({ state }) => state === "broken");
  const [back] = arrows.slice(at);
  const out = arrows[at - 1];
  // The cards' faces have no ✕, and it is the gate's sign there.
  const sign = cause.sign.replaceAll("✕", "×");
  const words = { sign, kind: commonWords(language)(`cause.phase.${cause.phase}`), stops: true };
  if (at > 0 && back && out) {
    const state = out.state === "preflight" ? "preflight" : "plain";
    return { ...words, out: { label: out.label, state }, back: { label: back.label, state: "broken" } };
  }
  // Nothing was sent: the browser stops what the page asks for.
  const [unsent] = arrows;
  return { ...words, out: { label: unsent?.label ?? "", state: "broken" }, back: { label: "", state: "unsent" } };
}
