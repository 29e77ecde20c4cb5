import type { Element, ElementContent } from "hast";
import { columnsOf } from "../generator/wrapText.ts";
import { textOf, withText } from "./hast.ts";

/** What a line that is a comment alone begins with: its indent, its mark and a space. */
const PREFIX = /^\s*(?:\/\/+|#+|--|;+|\*)\s+(?=\S)/;

/** Columns of a line that was broken because it was full. Shorter ones are lists, or code that was commented out. */
const FULL = 60;

/**
 * Puts a comment of several lines in a recipe into an element of its own, each of its later marks, too: on a narrow screen, where
 * each line would be broken once more, the style makes one paragraph of them.
 * @param nodes of a block of code: its lines, and the breaks between them
 */
export function joinComments(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const first = nodes[index] as ElementContent;
    const prefix = prefixOf(first);
    const run = [first];
    while (prefix !== undefined && isFull(run.at(-1)) && prefixOf(nodes[index + 2]) === prefix) {
      run.push(nodes[index + 1] as ElementContent, nodes[index + 2] as ElementContent);
      index += 2;
    }
    result.push(prefix !== undefined && run.length > 1 ? joined(run, prefix.length) : first);
  }
  return result;
}

/** What a line begins with that is a comment and nothing else. */
function prefixOf(line: ElementContent | undefined): string | undefined {
  if (line?.type !== "element" || !/^l( d\d)?$/.test(String(line.properties.class))) return undefined;
  const isComment = (part: ElementContent) =>
    part.type === "element" ? part.properties.class === "c" : part.type === "text" && part.value.trim() === "";
  return line.children.every(isComment) ? PREFIX.exec(textOf(line))?.[0] : undefined;
}

const isFull = (line: ElementContent | undefined) => line !== undefined && columnsOf(textOf(line)) >= FULL;

/** What the break between two of Chinese or Japanese would leave a space for. */
const WIDE = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]{2}$/;

function joined(run: readonly ElementContent[], prefix: number): Element {
  const [first, ...others] = run;
  const { class: classes } = (first as Element).properties;
  const between = (index: number) => {
    const [before = "", after = ""] = [run[index], run[index + 2]].map((line) => textOf(line as ElementContent));
    return `${before.at(-1)}${after[prefix]}`;
  };
  return {
    type: "element",
    tagName: "span",
    properties: { class: String(classes).replace(/^l/, "rem") },
    children: [
      first as Element,
      ...others.map((node, index) => {
        if (node.type === "element") return marked(node, prefix);
        return WIDE.test(between(index)) ? again([node]) : node;
      }),
    ],
  };
}

/** A line whose first characters are an element. */
function marked(line: Element, count: number): Element {
  const mark: ElementContent[] = [];
  const rest: ElementContent[] = [];
  let left = count;
  for (const part of line.children) {
    const text = textOf(part);
    if (left >= text.length) mark.push(part);
    else if (left <= 0) rest.push(part);
    else {
      mark.push(withText(part, text.slice(0, left)));
      rest.push(withText(part, text.slice(left)));
    }
    left -= text.length;
  }
  return { ...line, children: [again(mark), ...rest] };
}

/** What stands there because the line was broken. */
function again(children: ElementContent[]): Element {
  return { type: "element", tagName: "span", properties: { class: "again" }, children };
}
