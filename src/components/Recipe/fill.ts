import type { RecipeParams } from "../../generator/params.ts";
import { fillSlot, type PlacedSlot, unwritableIn } from "../../generator/slots.ts";

/** A code block that the build has drawn with a recipe's first values, and its slots. */
export interface Block {
  slots: { placed: PlacedSlot; span: HTMLElement; drawn: Node[] }[];
}

/** A value that a recipe's syntax cannot write. */
export interface Unwritable {
  field: keyof RecipeParams;
  /** The value, of a list the member, and what in it cannot be written. */
  value: string;
  character: string;
}

/** Takes over a block. @param pre with its slots in `data-slots` and a `<span data-slot>` for each */
export function takeBlock(pre: HTMLElement): Block {
  const placed: PlacedSlot[] = JSON.parse(pre.dataset.slots ?? "[]");
  const spans = [...pre.querySelectorAll<HTMLElement>("[data-slot]")];
  return {
    slots: spans.flatMap((span) => {
      const slot = placed[Number(span.dataset.slot)];
      return slot ? [{ placed: slot, span, drawn: [...span.childNodes] }] : [];
    }),
  };
}

/**
 * Fills a block in, all of it or nothing.
 * @returns the values that cannot be written, and then the block is as it was
 */
export function fillBlock({ slots }: Block, params: RecipeParams): Unwritable[] {
  const unwritable = slots.flatMap(({ placed }) => findUnwritable(placed, params));
  if (unwritable.length > 0) return unwritable;
  for (const { placed, span, drawn } of slots) {
    const text = fillSlot(placed, params);
    span.replaceChildren();
    // One by one: a call cannot take as many arguments as a reader can paste names.
    for (const node of text === placed.original ? drawn : marked(text)) span.append(node);
  }
  return [];
}

/** A text that is the reader's: each line of it is marked, without the space around it. */
function marked(text: string): (Node | string)[] {
  return text.split(/(\s*\n\s*|^\s+)/).map((part) => {
    if (part.trim() === "") return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}

/** Each member of a list is looked at by itself, so that each that cannot be written is named. */
function findUnwritable({ slot }: PlacedSlot, params: RecipeParams): Unwritable[] {
  const field = slot.value;
  const value = params[field];
  if (typeof value === "boolean") return [];
  const members = typeof value === "number" ? [String(value)] : value;
  return members.flatMap((member) => {
    const character = unwritableIn(slot, member);
    return character === undefined ? [] : [{ field, value: member, character }];
  });
}
