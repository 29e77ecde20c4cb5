import type { Element, ElementContent } from "hast";
import type { ShikiTransformer } from "shiki";
import type { PlacedSlot } from "../generator/slots.ts";
import { joinComments } from "./commentRuns.ts";
import { textOf } from "./hast.ts";
import { lineClasses } from "./lineClasses.ts";

/** The content of a highlighted block with its slots: text, tokens and slots. */
type Node = ElementContent;

/**
 * Each line in an element of its own, as in other blocks, so that it hangs by its own indent where it is too long.
 * What a reader's values may make several lines of stands in one element that does not hang.
 * To run after `slotSpans`.
 * @param placed the slots, as they are numbered in the block
 */
export function slotLines(placed: readonly PlacedSlot[]): ShikiTransformer {
  return {
    name: "slot-lines",
    code(node) {
      const result: Node[] = [];
      let line: Node[] = [];
      const end = () => {
        const several = line.some((part) => growsOver(slotIn(part, placed)));
        result.push(element(several ? ["flat"] : lineClasses(line.map(textOf).join("")), line));
        line = [];
      };
      for (const child of node.children) {
        const slot = slotIn(child, placed);
        if (slot?.original.endsWith("\n")) {
          result.push(withClasses(child as Element, growsOver(slot) ? ["flat"] : lineClasses(slot.original)));
          continue;
        }
        if (child.type !== "text") {
          line.push(child);
          continue;
        }
        for (const [index, text] of child.value.split("\n").entries()) {
          if (index > 0) {
            end();
            result.push({ type: "text", value: "\n" });
          }
          if (text !== "") line.push({ type: "text", value: text });
        }
      }
      if (line.length > 0) end();
      node.children = joinComments(result);
    },
  };
}

function slotIn(node: Node, placed: readonly PlacedSlot[]): PlacedSlot | undefined {
  if (node.type !== "element") return undefined;
  const number = node.properties["data-slot"];
  return number === undefined ? undefined : placed[Number(number)];
}

/** Whether what fills a slot can have several lines. */
function growsOver(placed: PlacedSlot | undefined): boolean {
  if (placed === undefined) return false;
  const { slot, original } = placed;
  if (slot.line && slot.value !== "credentials") return true;
  return [original, slot.join, slot.off].some((text) => text?.replace(/\n$/, "").includes("\n"));
}

function withClasses(element: Element, names: string[]): Element {
  const all = [element.properties.class, ...names].filter(Boolean).join(" ");
  return { ...element, properties: { ...element.properties, class: all } };
}

function element(classes: string[], children: Node[]): Element {
  return {
    type: "element",
    tagName: "span",
    properties: { class: classes.join(" ") },
    children,
  };
}
