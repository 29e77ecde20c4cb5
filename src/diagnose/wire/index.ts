import type { PartialExchange, Piece } from "../types.ts";
import { assemble } from "./assemble.ts";
import { readHar } from "./har.ts";
import { scan } from "./scan.ts";

export { findingOf } from "./finding.ts";
export { readHar } from "./har.ts";

/** What was on the wire, as an input shows it. */
export interface Wire {
  pieces: Piece[];
  exchanges: WireExchange[];
}

export interface WireExchange {
  exchange: PartialExchange;
  /** Indexes into `pieces`. */
  pieces: number[];
  /** Of a HAR: indexes into `log.entries`. */
  entries?: number[];
}

/** Reads what was on the wire out of what somebody pasted: exchanges, halves of them, copied requests, a HAR. */
export function readWire(text: string): Wire {
  const har = harIn(text);
  if (har) return har;
  const hops = scan(text);
  const pieces = hops.map(
    ({ kind, from, to, form, engine }): Piece => ({
      kind,
      from,
      to: Math.min(to, text.length),
      form,
      ...(engine && { engine }),
    }),
  );
  const indexes = new Map(hops.map((hop, index) => [hop, index]));
  const exchanges = assemble(hops).map(({ exchange, hops: own }) => ({
    exchange,
    pieces: own.flatMap((hop) => indexes.get(hop) ?? []),
  }));
  return { pieces, exchanges };
}

/** A HAR's first characters. */
const HAR = /^[\s\ufeff]*\{\s*"log"\s*:\s*\{/;

function harIn(text: string): Wire | null {
  if (!HAR.test(text.slice(0, 1000))) return null;
  const from = text.indexOf("{");
  const to = text.lastIndexOf("}") + 1;
  const har = parseJson(text.slice(from, to));
  const read = har === undefined ? null : readHar(har);
  if (!read) return { pieces: [{ kind: "har", from, to: text.length, form: "HAR", broken: true }], exchanges: [] };
  return {
    pieces: [{ kind: "har", from, to, form: "HAR" }],
    exchanges: read.map((each) => ({ ...each, pieces: [0] })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
