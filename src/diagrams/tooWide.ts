import { boxOf, type Measure } from "./boxes.ts";
import type { Cascade } from "./cascade.ts";

/**
 * What the library makes as wide as what is beside it, and not as what it says: notes over lifelines, and the conditions
 * of frames.
 * @returns the first label that is wider than its box
 */
export function tooWide(svg: SVGElement, cascade: Cascade, measure: Measure): string | undefined {
  for (const text of svg.querySelectorAll(".noteText, .loopText")) {
    const room = text.matches(".noteText") ? noteOf(text) : frameOf(text);
    if (room === undefined) continue;
    if (boxOf(text, cascade, measure).width > room) return text.textContent?.trim();
  }
  return undefined;
}

function noteOf(text: Element): number | undefined {
  const note = text.parentElement?.querySelector("rect.note");
  return note ? Number(note.getAttribute("width")) : undefined;
}

/** Beside the corner that names a frame's kind there is room for what it says on both sides alike. */
function frameOf(text: Element): number | undefined {
  const frame = text.parentElement;
  const xs = [...(frame?.querySelectorAll("line.loopLine") ?? [])].map((line) => Number(line.getAttribute("x1")));
  return xs.length === 0 ? undefined : Math.max(...xs) - Math.min(...xs);
}
