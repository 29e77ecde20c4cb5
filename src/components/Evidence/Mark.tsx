import type { Upshot } from "../../evidence/upshot.ts";

const SHAPE: Record<Upshot, string> = { passed: "●", unreadable: "◆", blocked: "■", unsent: "┄" };

/** What came of a request: a shape, a word and a colour together. What was never sent is dotted, as its arrow is. */
export function Mark({ upshot, word }: { upshot: Upshot; word: string }) {
  return (
    <span class={`mark-${upshot}`}>
      <span aria-hidden="true">{SHAPE[upshot]}</span> {word}
    </span>
  );
}
