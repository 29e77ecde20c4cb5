import type { RecipeParams } from "../../src/generator/params.ts";
import type { ShownText } from "../../src/generator/shown.ts";
import { fillSlot } from "../../src/generator/slots.ts";

/** A text that a page shows, with its slots filled in, as the page's script does it with its elements. */
export function filledIn({ text, placed }: ShownText, params: RecipeParams): string {
  let at = 0;
  const pieces = placed.map((slot) => {
    const before = text.slice(at, slot.start);
    at = slot.end;
    return before + fillSlot(slot, params);
  });
  return pieces.join("") + text.slice(at);
}
