import { CJK } from "./characters.ts";
import { type InlineNode, textOf } from "./inlineNode.ts";

/**
 * Pairs emphasis marks anew where CommonMark's rules fail beside CJK punctuation. They leave
 * `**「字」**字` as it is, and in `**「甲」**與**「乙」**` they take the second mark and the third for a
 * pair. Here the marks are paired by the amended rules that CJK-friendly Markdown agreed on: CJK
 * punctuation beside a mark says nothing about which way the mark faces.
 * @see https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
 */

type Sign = "*" | "~";

/** A run of marks, on its way to be paired. */
interface Run {
  sign: Sign;
  /** How many marks are left of it. */
  count: number;
  /** How many there were: CommonMark's rule of three asks. */
  length: number;
  opens: boolean;
  closes: boolean;
}

const TYPE_OF_MARK = { "*": "emphasis", "**": "strong", "~~": "delete" } as const;
const MARK_OF_TYPE: Record<string, keyof typeof TYPE_OF_MARK> = { emphasis: "*", strong: "**", delete: "~~" };

/**
 * Repairs the emphasis of one parent's inline content.
 * @returns the new children, or `null` where there is nothing to repair
 */
export function repairEmphasis(children: readonly InlineNode[]): InlineNode[] | null {
  if (!isSuspect(children)) return null;
  const repaired = pair(facing(takeApart(children)));
  return shape(repaired) === shape(children) ? null : repaired;
}

/** Marks that were left over, or emphasis right within emphasis of its own kind. */
function isSuspect(children: readonly InlineNode[], within: readonly string[] = []): boolean {
  return children.some(({ type, value = "", children: inner = [] }) => {
    if (type === "text") return /\*|~~/.test(value);
    return type in MARK_OF_TYPE && (within.includes(type) || isSuspect(inner, [...within, type]));
  });
}

/** Undoes all emphasis: what is left is nodes, and runs of marks as they stood in the source. */
function takeApart(children: readonly InlineNode[]): (InlineNode | string)[] {
  const parts = children.flatMap((child): (InlineNode | string)[] => {
    const mark = MARK_OF_TYPE[child.type];
    if (mark) return [mark, ...takeApart(child.children ?? []), mark];
    if (child.type !== "text") return [child];
    return (child.value ?? "").split(/(\*+|~~)/).flatMap((piece, index): (InlineNode | string)[] => {
      if (index % 2 === 1) return [piece];
      return piece === "" ? [] : [{ type: "text", value: piece }];
    });
  });
  return parts.reduce<(InlineNode | string)[]>((joined, part) => {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string" && last[0] === "*" && part[0] === "*") {
      joined[joined.length - 1] = last + part;
    } else joined.push(part);
    return joined;
  }, []);
}

/** Decides of each run of marks whether it can open, close or both, by the characters beside it. */
function facing(parts: readonly (InlineNode | string)[]): (InlineNode | Run)[] {
  return parts.map((part, index) => {
    if (typeof part !== "string") return part;
    const before = sideOf(parts[index - 1], -1);
    const after = sideOf(parts[index + 1], 0);
    const sign = part[0] as Sign;
    return {
      sign,
      count: part.length,
      length: part.length,
      opens: reaches(after, before),
      closes: reaches(before, after),
    };
  });
}

/** Whether a mark faces the text on one side: CommonMark's left- and right-flanking, amended for CJK. */
function reaches(towards: string, away: string): boolean {
  if (/\s/.test(towards)) return false;
  return !isPunctuation(towards) || /\s/.test(away) || isPunctuation(away) || CJK.test(away);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character) && !CJK.test(character);
}

/** The character that a mark has beside it in the source; the start and end of a text are white space. */
function sideOf(part: InlineNode | string | undefined, at: 0 | -1): string {
  if (part === undefined) return " ";
  if (typeof part === "string") return part;
  const isBareUrl = part.type === "link" && textOf(part) === part.url;
  if (part.type === "text" || isBareUrl) return [...textOf(part)].at(at) ?? " ";
  // A line break, or something that starts and ends with marks of its own: `code`, [a link](…).
  return part.type === "break" ? " " : "`";
}

/** CommonMark's "process emphasis". */
function pair(parts: readonly (InlineNode | Run)[]): InlineNode[] {
  const done: (InlineNode | Run)[] = [];
  for (const part of parts) {
    if (!("sign" in part)) {
      done.push(part);
      continue;
    }
    for (let opener = part.closes ? findOpener(done, part) : -1; opener !== -1; opener = findOpener(done, part)) {
      const open = done[opener] as Run;
      const used = part.sign === "~" || (open.count >= 2 && part.count >= 2) ? 2 : 1;
      const type = TYPE_OF_MARK[part.sign.repeat(used) as keyof typeof TYPE_OF_MARK];
      const children = done.splice(opener + 1).flatMap(asText);
      open.count -= used;
      part.count -= used;
      if (open.count === 0) done.splice(opener, 1);
      done.push({ type, children: mergeText(children) });
      if (part.count === 0) break;
    }
    if (part.count > 0) done.push(part.opens ? part : asText(part));
  }
  return mergeText(done.map(asText));
}

/** The nearest run that a closing one can be paired with; -1 where there is none. */
function findOpener(done: readonly (InlineNode | Run)[], closer: Run): number {
  return done.findLastIndex((part) => {
    if (!("sign" in part) || part.sign !== closer.sign) return false;
    const ambiguous = part.closes || closer.opens;
    const both = part.length + closer.length;
    return !(ambiguous && both % 3 === 0 && (part.length % 3 !== 0 || closer.length % 3 !== 0));
  });
}

/** Marks without a partner are text. */
function asText(part: InlineNode | Run): InlineNode {
  return "sign" in part ? { type: "text", value: part.sign.repeat(part.count) } : part;
}

function mergeText(nodes: readonly InlineNode[]): InlineNode[] {
  return nodes.reduce<InlineNode[]>((merged, node) => {
    const last = merged.at(-1);
    if (node.type === "text" && last?.type === "text") {
      merged[merged.length - 1] = { type: "text", value: textOf(last) + textOf(node) };
    } else merged.push(node);
    return merged;
  }, []);
}

function shape(nodes: readonly InlineNode[]): string {
  return JSON.stringify(nodes, ["type", "value", "children"]);
}
