import { commonIndent, cutAtCors, MARKS } from "./regions.ts";
import { cutAtSlots, type PlacedSlot, type Slot } from "./slots.ts";

/** A text that a page shows, and which parts of it are slots, in their order. */
export interface ShownText {
  text: string;
  placed: (PlacedSlot & { start: number; end: number })[];
}

/**
 * What pages show of a recipe at first: its CORS part, without the indentation that its lines have in common.
 * @param file the text of the recipe's main file
 * @throws where a slot is not in it
 */
export function shownPart(file: string, slots: readonly Slot[]): ShownText {
  const lines = cutAtCors(file).inside.replace(MARKS, "").split("\n");
  const indent = commonIndent(lines);
  const shown = endedOnce(lines.map((line) => line.slice(indent)).join("\n"));
  return place(
    shown,
    slots.map((slot) => withoutIndent(slot, indent)),
  );
}

/** The whole main file, without the marks of its regions; nothing where the part is all of it. */
export function shownWhole(file: string, slots: readonly Slot[]): ShownText | undefined {
  const { before, inside, after } = cutAtCors(file);
  const [start, middle, end] = [before, inside, after].map((text) => text.replace(MARKS, "")) as [
    string,
    string,
    string,
  ];
  if (start.trim() === "" && end.trim() === "") return undefined;
  const part = place(middle, slots);
  return {
    text: endedOnce(start + part.text + end),
    placed: part.placed.map((slot) => ({ ...slot, start: slot.start + start.length, end: slot.end + start.length })),
  };
}

function place(text: string, slots: readonly Slot[]): ShownText {
  let at = 0;
  const placed = cutAtSlots(text, slots).flatMap((piece) => {
    const start = at;
    at += typeof piece === "string" ? piece.length : piece.original.length;
    return typeof piece === "string" ? [] : [{ ...piece, start, end: at }];
  });
  return { text, placed };
}

/** A slot of several lines, or whose members are, has the indentation in it. */
function withoutIndent(slot: Slot, indent: number): Slot {
  const shift = (text: string) => text.replace(new RegExp(`\\n[ \\t]{0,${indent}}`, "g"), "\n");
  return {
    ...slot,
    text: shift(slot.text),
    ...(slot.join !== undefined && { join: shift(slot.join) }),
    ...(slot.off !== undefined && { off: shift(slot.off) }),
  };
}

/** A last line that is a slot keeps its end, or its copies would run together. */
function endedOnce(text: string): string {
  return `${text.trimEnd()}\n`;
}
