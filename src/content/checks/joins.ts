import { defaultParams } from "../../generator/params.ts";
import { cutAtSlots, type Slot } from "../../generator/slots.ts";

/** What ends a list, or the text that one stands in. */
const END = /[\])}<"'`\n]/;

/**
 * What is wrong with what stands between the members of a slot's list. Where the default values are several, they show
 * it; where they are one, as origins are, each further member must be written as the first is: with what stands behind
 * it, and a comma, or within a text another sign.
 * @param text what the slots are in
 */
export function joinFault(text: string, slot: Slot): string | undefined {
  const members = defaultParams[slot.value];
  if (slot.join === undefined || slot.line || !Array.isArray(members) || members.length > 1) return undefined;
  const marked = /»(.*)$/s.exec(slot.text)?.[1] ?? "";
  const pieces = cutAtSlots(text, [slot]);
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === "string") continue;
    const next = pieces[index + 1];
    const behind = marked + (typeof next === "string" ? next : "");
    const end = behind.search(END);
    if (end === -1) continue;
    const tail = behind.slice(0, end).trimEnd();
    const isText = /[<"'`]/.test(behind.charAt(end));
    const isRight = slot.join.startsWith(tail) && (isText ? /^[,;| ]+$/ : /^, *$/).test(slot.join.slice(tail.length));
    if (!isRight) return `${tail}, `;
  }
  return undefined;
}
