import { elementNode, type NotationNode } from "./nodes.ts";
import { HIGHLIGHT, RUBY } from "./standIns.ts";

/**
 * Reads the marks within a line that the engine does not know: `==words==`, and `{漢字|かんじ}`, in which the reading
 * may be divided as the word is: `{漢字|かん|じ}`.
 * @param children a block's, with all within them
 * @returns the same array where there is no such mark
 */
export function readInline(children: readonly NotationNode[]): readonly NotationNode[] {
  let read: NotationNode[] | undefined;
  for (const [index, node] of children.entries()) {
    const own = node.children && readInline(node.children);
    if (own === node.children) continue;
    read ??= [...children];
    read[index] = { ...node, children: own as NotationNode[] };
  }
  if (children.some(({ type, value }) => type === "text" && MARK.test(value ?? ""))) {
    return withWholeTexts(joinHighlights((read ?? children).flatMap(takeApart)));
  }
  return read ?? children;
}

const MARK = new RegExp(`[${HIGHLIGHT}${RUBY.open}]`);

/** A `==` that may begin or end a highlight, until that is known. */
interface Highlight extends NotationNode {
  type: "highlight";
  opens: boolean;
  closes: boolean;
}

const PIECES = new RegExp(
  `(${HIGHLIGHT}{2})|${RUBY.open}([^${RUBY.bar}${RUBY.close}]+)${RUBY.bar}([^${RUBY.close}]+)${RUBY.close}`,
  "g",
);

function takeApart(node: NotationNode, index: number, siblings: readonly NotationNode[]): NotationNode[] {
  if (node.type !== "text") return [node];
  const text = node.value ?? "";
  const pieces: NotationNode[] = [];
  let at = 0;
  for (const found of text.matchAll(PIECES)) {
    if (found.index > at) pieces.push({ ...node, value: text.slice(at, found.index) });
    at = found.index + found[0].length;
    const [, highlight, base = "", readings = ""] = found;
    if (highlight === undefined) pieces.push(rubyOf(base, readings.split(RUBY.bar)));
    else {
      // Beside a node there is no space.
      const before = text[found.index - 1] ?? (index > 0 ? "" : " ");
      const after = text[at] ?? (index < siblings.length - 1 ? "" : " ");
      pieces.push({ type: "highlight", value: highlight, opens: !/\s/.test(after), closes: !/\s/.test(before) });
    }
  }
  if (at < text.length) pieces.push({ ...node, value: text.slice(at) });
  return pieces;
}

/** A word with its reading above it; who has no ruby reads it in parentheses. */
function rubyOf(base: string, readings: readonly string[]): NotationNode {
  const characters = [...base];
  const parts =
    readings.length === characters.length
      ? characters.map((character, index) => [character, readings[index]] as const)
      : [[base, readings.join("")] as const];
  const text = (value = ""): NotationNode => ({ type: "text", value });
  return elementNode(
    "ruby",
    "ruby",
    parts.flatMap(([word, reading]) => [
      text(word),
      elementNode("rubyParenthesis", "rp", [text("（")]),
      elementNode("rubyReading", "rt", [text(reading)]),
      elementNode("rubyParenthesis", "rp", [text("）")]),
    ]),
  );
}

/** Puts what stands between two marks into one element; a mark alone is text. */
function joinHighlights(pieces: readonly NotationNode[]): NotationNode[] {
  const joined: NotationNode[] = [];
  /** Where the open mark stands among these; 0 and more only where one is open. */
  let open = -1;
  for (const piece of pieces) {
    if (!isHighlight(piece)) joined.push(piece);
    else if (open >= 0 && piece.closes && joined.length > open + 1) {
      const within = joined.splice(open);
      joined.push(elementNode("mark", "mark", within.slice(1), { className: ["marked"] }));
      open = -1;
    } else {
      // A second one that opens leaves the first as text.
      if (piece.opens) open = joined.length;
      joined.push({ type: "text", value: piece.value ?? "" });
    }
  }
  return joined;
}

function isHighlight(piece: NotationNode): piece is Highlight {
  return piece.type === "highlight";
}

/** Makes one of texts that stand side by side. @returns the same array where none do */
export function withWholeTexts(nodes: NotationNode[]): NotationNode[] {
  if (!nodes.some(({ type }, index) => type === "text" && nodes[index - 1]?.type === "text")) return nodes;
  const whole: NotationNode[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (node.type === "text" && last?.type === "text")
      whole[whole.length - 1] = { ...last, value: `${last.value}${node.value}` };
    else whole.push(node);
  }
  return whole;
}
