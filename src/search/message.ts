import type { Diagnosis, Finding, Piece } from "../diagnose/index.ts";
import { isPasted } from "./query.ts";

/** What a pasted message is about. */
export interface Message {
  /** Ids of the causes, best first. */
  causes: string[];
  /** Ids of what is not CORS. */
  notCors: string[];
  /** It names its fault, so that nothing else need be looked for. */
  sure: boolean;
}

/** Fewer characters than this are no message that a browser prints; more than the other are no question. */
const SHORTEST_MESSAGE = 16;
const LONGEST_QUESTION = 70;
/**
 * What messages have in them, and questions rarely: the diagnosis weighs as much as a third of the search. In English
 * they are whole sentences.
 */
const PRINTED =
  /cors policy|failed to|typeerror|networkerror|err_|net::|https?:\/\/|(?:reason|理由|原因) ?[:：]|\b(?:is|are|was) (?:not |only )?(?:allowed|blocked|opaque|successful|supported|true)|\b(?:did|does|must|is) not |cannot (?:contain|use) |invalid value|expected ['‘"]|denied by|封鎖|不允許|並未|ブロック|応答|拒否/i;

/** Whether a text may be a message, so that the diagnosis has to be asked. It is quick, and asks it too often rather than too rarely. */
export function mayBeMessage(text: string): boolean {
  const { length } = text.trim();
  return (
    length > LONGEST_QUESTION || (length >= SHORTEST_MESSAGE && PRINTED.test(text) && /[\s:]|^err_/i.test(text.trim()))
  );
}

/** Fewer characters than this of what a server prints are words that pages have, too. */
const LONG_LINE = 40;

/**
 * What a message is about.
 * @param diagnosis of the text
 * @returns nothing where the text is no message, but words to look for
 */
export function messageOf(text: string, { read, findings }: Diagnosis): Message | null {
  const causes = [...new Set(findings.flatMap((finding) => finding.causes.map(({ id }) => id)))];
  const notCors = [...new Set(findings.flatMap((finding) => finding.notCors ?? []))];
  if (causes.length + notCors.length === 0) return null;
  const length = text.trim().length;
  if (!isPasted(text) && !read.some((piece) => isPrinted(piece, length))) return null;
  return { causes, notCors, sure: findings.some(isSure) };
}

/**
 * Whether a piece of what was typed is what a browser or a server prints. In somebody's own words a status or
 * what the Network panel says means less than the words do.
 */
function isPrinted({ kind, engine, from, to }: Piece, length: number): boolean {
  if (kind === "console" || kind === "network-line") return engine !== undefined;
  if (kind === "server-line") return to - from >= Math.min(LONG_LINE, length) && length >= LONG_LINE;
  return kind === "panel-words" && to - from >= length;
}

function isSure({ causes: [best], notCors }: Finding): boolean {
  if (best) return best.certainty !== "possible";
  // Words that every failure prints name no fault.
  return notCors !== undefined && notCors !== "says-nothing";
}
