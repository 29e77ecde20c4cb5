import type { ComponentChildren } from "preact";
import { type Light, SHAPE } from "./shape.ts";

interface Props {
  light: Light;
  title: ComponentChildren;
  children: ComponentChildren;
}

/** The verdict: a shape, a word and a colour together. It is announced when it changes. */
export function Lamp({ light, title, children }: Props) {
  return (
    <p class={`lamp ${light}`} role="status">
      <i aria-hidden="true">{SHAPE[light]}</i>
      <span>
        <b>{title}</b> {children}
      </span>
    </p>
  );
}
