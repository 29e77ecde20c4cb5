import type { RecipeParams } from "./params.ts";
import { Inexpressible, type Syntax, syntaxes, type Writer } from "./syntaxes.ts";

/** A place in a recipe's file that the reader's parameters fill. */
export interface Slot {
  value: keyof RecipeParams;
  /**
   * The text as it stands in the file, at each of its places. Where only a part of it is to be
   * replaced, that part is between « and ».
   */
  text: string;
  /** How the text is written; numbers need none. Quotes belong to it, so they are part of what is replaced. */
  as?: Syntax | undefined;
  /** What stands between the members of a list, each written by itself. Without it the list is one text, `a, b`. */
  join?: string | undefined;
  /** The slot is the whole line: repeated for each member of a list, left out where `credentials` is off. */
  line?: boolean | undefined;
  /** What stands there where `credentials` is off; nothing by default. */
  off?: string | undefined;
}

/** A piece of a recipe's text: as it is, or to be filled. */
export type Piece = string | PlacedSlot;

export interface PlacedSlot {
  slot: Slot;
  /** The text in the file; of a slot that is a whole line, that line with its end. */
  original: string;
}

/** No header and no method has this in it, so it is never written. */
const UNPRINTABLE = /[^\x20-\x7e]/;
const MARKED = /^([\s\S]*?)«([\s\S]*)»([\s\S]*)$/;

interface Found extends PlacedSlot {
  start: number;
  end: number;
}

/**
 * Cuts a recipe's text at its slots.
 * @param text the recipe's file, or its region
 * @throws where a slot is not in the text, or two of them overlap
 */
export function cutAtSlots(text: string, slots: readonly Slot[]): Piece[] {
  const found = slots.flatMap((slot) => find(text, slot)).sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, slot, original } of found) {
    if (start < at) throw new Error(`The slot for ${slot.value}, "${slot.text}", overlaps the one before it.`);
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push({ slot, original });
    at = end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/**
 * Fills a recipe in.
 * @throws `Inexpressible` where a value cannot be written in the recipe's syntax
 */
export function fillRecipe(text: string, slots: readonly Slot[], params: RecipeParams): string {
  return cutAtSlots(text, slots)
    .map((piece) => (typeof piece === "string" ? piece : fillSlot(piece, params)))
    .join("");
}

/** What stands in a slot for these parameters. */
export function fillSlot({ slot, original }: PlacedSlot, params: RecipeParams): string {
  const value = params[slot.value];
  if (typeof value === "boolean") return value ? original : (slot.off ?? "");
  const write = (text: string) => (slot.as ? syntaxes[slot.as](printable(text)) : text);
  if (typeof value === "number") return replaceIn(original, slot, write(String(value)));
  if (slot.line) {
    // A text's last line may have no end.
    const between = original.endsWith("\n") ? "" : "\n";
    return value.map((item) => replaceIn(original, slot, write(item))).join(between);
  }
  const list = slot.join === undefined ? write(value.join(", ")) : value.map(write).join(slot.join);
  return replaceIn(original, slot, list);
}

/** What a slot's syntax cannot write of a text, for which `fillSlot` would throw; nothing where it can write it. */
export function unwritableIn({ as }: Slot, text: string): string | undefined {
  if (!as) return undefined;
  const { refuses }: Writer = syntaxes[as];
  return (UNPRINTABLE.exec(text) ?? refuses?.exec(text))?.[0];
}

function printable(text: string): string {
  const other = UNPRINTABLE.exec(text);
  if (other) throw new Inexpressible(other[0]);
  return text;
}

/** The text around the marks, and what is between them. Without marks all of it is between. */
function partsOf(slot: Slot): [before: string, inner: string, after: string] {
  const [, before = "", inner = slot.text, after = ""] = MARKED.exec(slot.text) ?? [];
  return [before, inner, after];
}

function replaceIn(original: string, slot: Slot, value: string): string {
  const [before, inner, after] = partsOf(slot);
  return original.replaceAll(before + inner + after, () => before + value + after);
}

function find(text: string, slot: Slot): Found[] {
  const wanted = partsOf(slot).join("");
  const found: Found[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at)) {
    const start = slot.line ? text.lastIndexOf("\n", at) + 1 : at;
    let end = at + wanted.length;
    if (slot.line) {
      const lineEnd = text.indexOf("\n", end);
      end = lineEnd === -1 ? text.length : lineEnd + 1;
    }
    found.push({ slot, original: text.slice(start, end), start, end });
    at = end;
  }
  if (found.length === 0) throw new Error(`The slot for ${slot.value}, "${slot.text}", is not in the text.`);
  return found;
}
