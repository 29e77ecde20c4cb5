import {
  classifyCharacter,
  classifyPrecedingCharacter,
  isCjk,
  isCjkOrIvs,
  isNonCjkPunctuation,
  isSpaceOrPunctuation,
  isUnicodeWhitespace,
} from "micromark-extension-cjk-friendly-util";
import { withoutUrlEnds } from "./bareUrls.ts";
import { type InlineNode, isEmphasis } from "./inlineNode.ts";

/**
 * Pairs emphasis marks anew, by CommonMark's rules as CJK-friendly Markdown amends them: CJK punctuation
 * beside a mark says nothing about which way the mark faces. What is a mark is read from the source: the
 * tree no longer tells one that was escaped. A single tilde is a range in CJK text, and no mark.
 * @see https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
 */

type Sign = "*" | "_" | "~";

/** A run of marks, on its way to be paired. */
interface Run {
  sign: Sign;
  /** Where it stands in the source. */
  start: number;
  end: number;
  /** How many marks are left of it. */
  count: number;
  opens: boolean;
  closes: boolean;
}

/** How deep emphasis may stand within emphasis: far more than anyone writes, and far less than a stack holds. */
const DEEPEST = 200;

/** What reads as a mark in the source, or stands for one: an escape, a character reference, a mark. */
const SOURCE_MARK = /\\[\s\S]|&(?:#0*(?:42|95|126)|#[xX]0*(?:2[aA]|5[fF]|7[eE])|ast|midast|lowbar|UnderBar);|[*_~]/g;

/**
 * @param children one parent's inline content, with positions
 * @param isBlock whether nothing stands before and after it in its line, as in a paragraph
 * @returns the new children, or `null` where they are as they should be
 * @throws where emphasis is nested deeper than any text needs
 */
export function pairEmphasis(children: readonly InlineNode[], source: string, isBlock: boolean): InlineNode[] | null {
  if (!children.some((child) => isEmphasis(child) || /[*_~]/.test(child.value ?? ""))) return null;
  const parts = takeApart(children, source);
  const start = children[0]?.position?.start.offset ?? 0;
  const end = children.at(-1)?.position?.end.offset ?? source.length;
  for (const [index, part] of parts.entries()) {
    if (!isRun(part)) continue;
    const startsLine = (isBlock && part.start === start) || endsLine(parts[index - 1]);
    turn(
      part,
      startsLine ? "" : textBefore(source, part.start),
      isBlock && part.end === end ? "" : source.slice(part.end, part.end + 3),
    );
  }
  const paired = pair(parts);
  return shape(paired) === shape(children) ? null : paired;
}

function isRun(part: InlineNode | Run | undefined): part is Run {
  return part !== undefined && "sign" in part;
}

/** Whether the next mark stands at the start of a line: what the source has before it may be a quotation's `>`. */
function endsLine(part: InlineNode | Run | undefined): boolean {
  if (part === undefined || isRun(part)) return false;
  return part.type === "break" || (part.type === "text" && /[\r\n]$/.test(part.value ?? ""));
}

function textBefore(source: string, offset: number): string {
  return withoutUrlEnds(source.slice(Math.max(0, offset - 5), offset));
}

/** Undoes all emphasis: what is left is nodes, and the runs of marks as they stand in the source. */
function takeApart(children: readonly InlineNode[], source: string): (InlineNode | Run)[] {
  const parts: (InlineNode | Run)[] = [];
  const add = (part: InlineNode | Run) => {
    const last = parts.at(-1);
    if (isRun(part) && isRun(last) && last.sign === part.sign && last.end === part.start) {
      last.end = part.end;
      last.count += part.count;
    } else parts.push(part);
  };
  const walk = (nodes: readonly InlineNode[], depth: number) => {
    if (depth > DEEPEST) throw new Error(`Emphasis stands within emphasis more than ${DEEPEST} deep.`);
    for (const node of nodes) {
      if (node.type === "text") for (const part of marksOf(node, source)) add(part);
      else if (!isEmphasis(node)) add(node);
      else {
        const { start, end } = offsets(node);
        const sign = source[start] as Sign;
        const count = node.type === "strong" || (sign === "~" && source[start + 1] === "~") ? 2 : 1;
        add(runOf(sign, start, count));
        walk(node.children ?? [], depth + 1);
        add(runOf(sign, end - count, count));
      }
    }
  };
  walk(children, 0);
  return parts;
}

function offsets({ position }: InlineNode): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function runOf(sign: Sign, start: number, count: number): Run {
  return { sign, start, end: start + count, count, opens: false, closes: false };
}

/** Cuts a text at its marks. What its source has escaped stays text. */
function marksOf(node: InlineNode, source: string): (InlineNode | Run)[] {
  const value = node.value ?? "";
  if (!/[*_~]/.test(value)) return [node];
  const { start, end } = offsets(node);
  // In the order in which the text has them; -1 for one that is no mark.
  const places = [...source.slice(start, end).matchAll(SOURCE_MARK)]
    .filter(([found]) => !/^\\[^*_~]/.test(found))
    .map(({ 0: found, index }) => (found.length === 1 ? start + index : -1));
  const parts: (InlineNode | Run)[] = [];
  let from = 0;
  [...value.matchAll(/[*_~]/g)].forEach(({ 0: sign, index }, nth) => {
    const place = places[nth] ?? -1;
    if (place === -1) return;
    if (index > from) parts.push({ type: "text", value: value.slice(from, index) });
    parts.push(runOf(sign as Sign, place, 1));
    from = index + 1;
  });
  if (from < value.length) parts.push({ type: "text", value: value.slice(from) });
  return parts;
}

/** Decides whether a run can open, close or both, by the characters beside it; the edge of a text is white space. */
function turn(run: Run, textBefore: string, textAfter: string): void {
  const [previous = null, twoBefore = null] = [...textBefore].reverse().map((character) => character.codePointAt(0));
  const before = classifyPrecedingCharacter(classifyCharacter(previous), () => twoBefore, previous);
  const after = classifyCharacter([...withoutUrlEnds(textAfter)][0]?.codePointAt(0) ?? null);
  const reaches = (towards: typeof before, away: typeof before, awayIsCjk: boolean) =>
    !isUnicodeWhitespace(towards) &&
    (!isNonCjkPunctuation(towards) || isUnicodeWhitespace(away) || isNonCjkPunctuation(away) || awayIsCjk);
  const opens = reaches(after, before, isCjkOrIvs(before));
  const closes = reaches(before, after, isCjk(after));
  const inWord = run.sign === "_";
  run.opens = opens && (!inWord || !closes || isSpaceOrPunctuation(before));
  run.closes = closes && (!inWord || !opens || isSpaceOrPunctuation(after));
  if (run.sign === "~" && run.count !== 2) run.opens = run.closes = false;
}

/** CommonMark's "process emphasis", with its way of never looking twice in vain. */
function pair(parts: readonly (InlineNode | Run)[]): InlineNode[] {
  const done: (InlineNode | Run)[] = [];
  /** The runs in `done` that can open, and where they are in it. */
  const openers: { run: Run; length: number; at: number }[] = [];
  /** For each kind of closing run: below which of the openers it found none. */
  const bottoms = new Map<string, number>();
  for (const part of parts) {
    if (!isRun(part)) {
      done.push(part);
      continue;
    }
    const length = part.count;
    const kind = `${part.sign}${length % 3}${part.opens}`;
    while (part.closes && part.count > 0) {
      const bottom = bottoms.get(kind) ?? 0;
      let found = openers.length - 1;
      while (found >= bottom && !matches(openers[found] as (typeof openers)[number], part, length)) found--;
      const opener = openers[found];
      if (found < bottom || opener === undefined) {
        bottoms.set(kind, openers.length);
        break;
      }
      const used = opener.run.count >= 2 && part.count >= 2 ? 2 : 1;
      const type = part.sign === "~" ? "delete" : used === 2 ? "strong" : "emphasis";
      const children = mergeText(done.splice(opener.at + 1).map(asText));
      opener.run.count -= used;
      part.count -= used;
      openers.length = opener.run.count === 0 ? found : found + 1;
      if (opener.run.count === 0) done.length = opener.at;
      for (const [of, depth] of bottoms) if (depth > openers.length) bottoms.set(of, openers.length);
      done.push({ type, children });
    }
    if (part.count === 0) continue;
    if (part.opens) openers.push({ run: part, length, at: done.length });
    done.push(part);
  }
  return mergeText(done.map(asText));
}

/** Whether an opening run can be paired with a closing one: CommonMark's rule of three. */
function matches({ run, length }: { run: Run; length: number }, closer: Run, closerLength: number): boolean {
  if (run.sign !== closer.sign) return false;
  const ambiguous = run.closes || closer.opens;
  return !(ambiguous && (length + closerLength) % 3 === 0 && closerLength % 3 !== 0);
}

/** Marks without a partner are text. */
function asText(part: InlineNode | Run): InlineNode {
  return isRun(part) ? { type: "text", value: part.sign.repeat(part.count) } : part;
}

function mergeText(nodes: readonly InlineNode[]): InlineNode[] {
  const merged: InlineNode[] = [];
  let texts: string[] = [];
  const flush = () => {
    if (texts.length > 0) merged.push({ type: "text", value: texts.join("") });
    texts = [];
  };
  for (const node of nodes) {
    if (node.type === "text") texts.push(node.value ?? "");
    else {
      flush();
      merged.push(node);
    }
  }
  flush();
  return merged;
}

/** Tells whether emphasis stands where it stood; what else there is stays as it is. */
function shape(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      return isEmphasis(node) ? `\0<${node.type}>${shape(node.children ?? [])}\0</>` : "\0";
    })
    .join("");
}
