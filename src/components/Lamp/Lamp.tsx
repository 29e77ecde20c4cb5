import type { ComponentChildren } from "preact";
import type { Outcome } from "../../rules/index.ts";

const LIGHT: Record<Outcome, { shape: string; colour: string }> = {
  "no-preflight": { shape: "●", colour: "clear" },
  "same-origin": { shape: "●", colour: "clear" },
  preflight: { shape: "▲", colour: "caution" },
  opaque: { shape: "◆", colour: "caution" },
  refused: { shape: "■", colour: "stop" },
};

/** The verdict: a shape, a word and a colour together. It is announced when it changes. */
export function Lamp({
  outcome,
  verdict,
  children,
}: {
  outcome: Outcome;
  verdict: string;
  children: ComponentChildren;
}) {
  const { shape, colour } = LIGHT[outcome];
  return (
    <p class={`lamp ${colour}`} role="status">
      <span aria-hidden="true">{shape}</span>
      <span>
        <b>{verdict}</b>
        <br />
        {children}
      </span>
    </p>
  );
}
