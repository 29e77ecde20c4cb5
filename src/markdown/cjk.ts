import type { PhrasingContent } from "mdast";
import { defineMdastPlugin } from "satteri";

/**
 * What CommonMark gets wrong next to CJK, mended in the tree: emphasis whose marks stand beside CJK
 * punctuation, bare URLs that swallow the punctuation after them, and line ends that would show as
 * spaces between characters that take none.
 * @see https://github.com/commonmark/commonmark-spec/issues/650
 */

/** Ideographs, kana, bopomofo, CJK punctuation and full-width forms. Hangul keeps its spaces. */
const CJK = /[\u2e80-\u2fff\u3000-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const CJK_PUNCTUATION = /[\u3000-\u3003\u3008-\u3011\u3014-\u301f\u30fb\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff60]/;

const MARKS = { "**": "strong", "~~": "delete" } as const;

type Node = PhrasingContent | { type: string; value?: string; children?: Node[] };

/** The text of a node and all below it. */
function textOf(node: Node | undefined): string {
  if (!node) return "";
  if ("value" in node && typeof node.value === "string") return node.value;
  return "children" in node && node.children ? (node.children as Node[]).map(textOf).join("") : "";
}

/** Removes the line ends between two CJK characters; one side may be in a neighbouring node. */
function joinLines(text: string, before: string, after: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, (lineEnd, offset: number) => {
    const left = offset > 0 ? text[offset - 1] : before.at(-1);
    const right = text[offset + lineEnd.length] ?? after[0];
    return left && right && CJK.test(left) && CJK.test(right) ? "" : lineEnd;
  });
}

/** Wraps what stands between two marks that were left as text. Marks without a partner stay. */
function pairMarks(children: readonly Node[], mark: keyof typeof MARKS): Node[] {
  const done: Node[] = [];
  let opened: Node[] | null = null;
  const current = () => opened ?? done;
  for (const child of children) {
    if (child.type !== "text") {
      current().push(child);
      continue;
    }
    const [first = "", ...rest] = textOf(child).split(mark);
    if (first !== "") current().push(rest.length === 0 ? child : { type: "text", value: first });
    for (const piece of rest) {
      if (opened === null) opened = [];
      else {
        done.push({ type: MARKS[mark], children: opened });
        opened = null;
      }
      if (piece !== "") current().push({ type: "text", value: piece });
    }
  }
  // A last mark without a partner: as it was.
  if (opened !== null) done.push({ type: "text", value: mark }, ...opened);
  return done;
}

/**
 * Mends the inline content of one parent.
 * @returns the new children, or `null` where there was nothing to mend
 */
export function mendInline(children: readonly Node[]): Node[] | null {
  let changed = false;
  let mended: Node[] = children.map((child, index) => {
    if (child.type !== "text") return child;
    const text = textOf(child);
    const value = joinLines(text, textOf(children[index - 1]), textOf(children[index + 1]));
    if (value === text) return child;
    changed = true;
    return { type: "text", value };
  });
  for (const mark of Object.keys(MARKS) as (keyof typeof MARKS)[]) {
    if (!mended.some((child) => child.type === "text" && textOf(child).includes(mark))) continue;
    mended = pairMarks(mended, mark);
    changed = true;
  }
  return changed ? mended : null;
}

/**
 * Splits a bare URL at the first CJK punctuation mark in it.
 * @returns the URL and what follows it, or `null` where there is no such mark
 */
export function splitBareUrl(url: string): { url: string; rest: string } | null {
  const index = url.search(CJK_PUNCTUATION);
  return index === -1 ? null : { url: url.slice(0, index), rest: url.slice(index) };
}

export const cjk = [
  defineMdastPlugin({
    name: "cjk-bare-urls",
    link(node, context) {
      const split = context.textContent(node) === node.url ? splitBareUrl(node.url) : null;
      if (!split) return;
      context.replaceNode(node, [
        { type: "link", url: split.url, children: [{ type: "text", value: split.url }] },
        { type: "text", value: split.rest },
      ]);
    },
  }),
  defineMdastPlugin({
    name: "cjk-inline",
    paragraph: mend,
    heading: mend,
    tableCell: mend,
    strong: mend,
    emphasis: mend,
    delete: mend,
    link: mend,
  }),
];

function mend(node: Readonly<{ children: readonly unknown[] }>, context: { setProperty(node: never, key: "children", value: readonly never[]): void }): void {
  const children = mendInline(node.children as Node[]);
  if (children) context.setProperty(node as never, "children", children as never[]);
}
