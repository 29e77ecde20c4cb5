import { findingOfMessage } from "./console/findingOfMessage.ts";
import { type ReadConsole, readConsole } from "./console/readConsole.ts";
import { joined, pairs } from "./join.ts";
import { productsOf } from "./products.ts";
import { maskedExchange } from "./secrets.ts";
import type { Diagnosis, Finding, Known, PartialExchange, Piece } from "./types.ts";
import { findingOf, readWire, type Wire } from "./wire/index.ts";

export { type ShownPiece, shownPieces } from "./shown.ts";
export type * from "./types.ts";
export { notCorsIds } from "./types.ts";

/**
 * Says what is wrong with a request, from whatever somebody has in hand: what a console printed, an
 * exchange, a copied request, a HAR, several of them together.
 * @param input any text; time grows linearly with its length
 * @param known what the reader answered; with it, the same input gives a narrower answer
 */
export function diagnose(input: string, known: Known = {}): Diagnosis {
  const wire = tellingOf(readWire(input), input);
  const console = readRest(input, wire.pieces);
  const { together, messages, exchanges } = pairs(console.messages, wire.exchanges);
  const shift = (lines: readonly number[]) => lines.map((line) => line + wire.pieces.length);
  const findings: Finding[] = [
    ...together.map(({ message, seen }) => ({
      ...joined(message, seen.exchange, known),
      ...(seen.entries && { entries: seen.entries }),
      pieces: [...seen.pieces, ...shift(message.lines)],
    })),
    ...exchanges.map(({ exchange, pieces, entries }) => ({
      ...findingOf(exchange, known),
      ...(entries && { entries }),
      pieces,
    })),
    ...messages.map((message) => ({ ...findingOfMessage(message, known), pieces: shift(message.lines) })),
  ];
  return {
    read: [...wire.pieces, ...console.pieces],
    findings: byGravity(findings).map(({ exchange, ...finding }) => {
      const products = exchange ? productsOf(exchange) : [];
      return {
        ...finding,
        ...(products.length > 0 && { products }),
        ...(exchange && { exchange: maskedExchange(exchange) }),
      };
    }),
  };
}

/** Nobody pastes more in which the two are mixed up. */
const MOST_MIXED = 1_000_000;

/**
 * Without what was taken for an exchange and says nothing of one, where a console's line stands
 * instead: some begin as a header does (`Content-Security-Policy: The page’s settings …`).
 */
function tellingOf({ pieces, exchanges }: Wire, input: string): Wire {
  const telling = exchanges.filter(({ exchange }) => says(exchange));
  if (telling.length === exchanges.length || readConsole(input.slice(0, MOST_MIXED)).messages.length === 0) {
    return { pieces, exchanges };
  }
  const kept = [...new Set(telling.flatMap((each) => each.pieces))].sort((a, b) => a - b);
  return {
    pieces: kept.flatMap((index) => pieces[index] ?? []),
    exchanges: telling.map((each) => ({ ...each, pieces: each.pieces.map((index) => kept.indexOf(index)) })),
  };
}

/** Whether anything was seen of an exchange but headers that have nothing to do with CORS. */
function says({ request, preflight, response }: PartialExchange): boolean {
  if (request.url !== undefined || request.method !== undefined) return true;
  return [preflight, response].some(
    (answer) =>
      answer?.status !== undefined || answer?.headers?.some(([name]) => /^(?:access-control-|vary$)/i.test(name)),
  );
}

/** Reads what stands between these pieces for a console's lines: an exchange's own text is none. */
function readRest(input: string, pieces: readonly Piece[]): ReadConsole {
  const rests: { start: number; from: number; text: string }[] = [];
  let at = 0;
  let start = 0;
  const cut = (from: number, to: number) => {
    const text = input.slice(from, to);
    rests.push({ start, from, text });
    start += text.length + 1;
  };
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    if (from > at) cut(at, from);
    at = Math.max(at, to);
  }
  cut(at, input.length);
  const read = readConsole(rests.map(({ text }) => text).join("\n"));
  const placeIn = (place: number) => {
    const rest = rests.findLast((each) => each.start <= place);
    return rest ? rest.from + Math.min(place - rest.start, rest.text.length) : place;
  };
  return {
    ...read,
    pieces: read.pieces.map((piece) => ({ ...piece, from: placeIn(piece.from), to: placeIn(piece.to) })),
  };
}

/** What has a cause first, then what is something else, then what passes; what says nothing only where nothing else does. */
function byGravity(findings: readonly Finding[]): Finding[] {
  const gravity = ({ causes, notCors, passes }: Finding) => {
    if (causes.length > 0 && !passes) return 0;
    if (notCors) return notCors === "says-nothing" ? 4 : 1;
    return passes ? 3 : 2;
  };
  const sorted = findings.toSorted((a, b) => gravity(a) - gravity(b));
  const telling = sorted.filter((finding) => gravity(finding) < 4);
  return telling.length > 0 ? telling : sorted;
}
