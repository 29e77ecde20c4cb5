import type { ComponentChildren } from "preact";
import type { Verdict } from "../Checker/verdict.ts";

const LIGHT: Record<Verdict, { shape: string; colour: string }> = {
  "no-preflight": { shape: "●", colour: "clear" },
  "same-origin": { shape: "●", colour: "clear" },
  preflight: { shape: "▲", colour: "caution" },
  opaque: { shape: "◆", colour: "caution" },
  refused: { shape: "■", colour: "stop" },
  blocked: { shape: "■", colour: "stop" },
  websocket: { shape: "○", colour: "quiet" },
  incomplete: { shape: "○", colour: "quiet" },
};

/** The verdict: a shape, a word and a colour together. It is announced when it changes. */
export function Lamp({ verdict, title, children }: { verdict: Verdict; title: string; children: ComponentChildren }) {
  const { shape, colour } = LIGHT[verdict];
  return (
    <p class={`lamp ${colour}`} role="status">
      <span aria-hidden="true">{shape}</span>
      <span>
        <b>{title}</b>
        <br />
        {children}
      </span>
    </p>
  );
}
