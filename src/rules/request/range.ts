import { type Departures, standard } from "../engines/departures.ts";

/**
 * Whether a `Range` value is one that needs no preflight: `bytes=START-` or `bytes=START-END`,
 * without whitespace, with a start, and with the start not after the end.
 * @see https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function isSafelistedRange(value: string, { rangeUnitInAnyCase }: Departures = standard): boolean {
  const match = (rangeUnitInAnyCase ? /^bytes=(\d+)-(\d*)$/i : /^bytes=(\d+)-(\d*)$/).exec(value);
  if (!match) return false;
  const [, start = "", end = ""] = match;
  return end === "" || BigInt(start) <= BigInt(end);
}
