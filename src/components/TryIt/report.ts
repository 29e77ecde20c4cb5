import type { Attempt, Seen } from "./attempt.ts";

/** Of a title; forges cut longer ones off, or refuse them. */
const LONGEST = 250;

/**
 * Where a reader tells that their browser did otherwise: a report at the sources' forge, whose title says what.
 * @param query the checker's, which holds no secret
 * @returns nothing where the site names no sources
 */
export function reportLink(came: Extract<Attempt, { kind: "tried" }>, query: string): string | undefined {
  const address = import.meta.env.REPORT;
  if (!address) return undefined;
  const { engine = "standard", predicted, seen } = came;
  const title = `${engine}: ${inShort(seen)} instead of ${inShort(predicted)}, ${query}`;
  return address + encodeURIComponent(title.slice(0, LONGEST));
}

function inShort({ result, isPreflighted, status }: Seen): string {
  const preflight = isPreflighted === undefined ? "" : isPreflighted ? " preflighted" : " not preflighted";
  return `${result}${status === undefined ? "" : ` ${status}`}${preflight}`;
}
