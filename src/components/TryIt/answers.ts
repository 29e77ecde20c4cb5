/**
 * What a page wants the lab to answer, as it stands in the address that it asks: so the lab remembers nothing. The lab
 * itself reads it with this (`scripts/lab/try/`), and answers nothing that this does not let through.
 */

/** A header as one line: its name and its value. */
type Line = readonly [name: string, value: string];

/** An answer that the lab can give: its body, and what else it sends, are the lab's own business. */
export interface WantedAnswer {
  /** 200 to 599. */
  status: number;
  /** Only such as `mayAnswerWith` lets through. */
  headers: readonly Line[];
}

/** What one URL answers: to OPTIONS, and to all else. */
export interface Hop {
  preflight: WantedAnswer;
  response: WantedAnswer;
}

/** What the lab's addresses begin with, below its origin. */
export const PREFIX = "/try/";

/** What the lab answers at its root, so that a page knows it: of another version it says something else. */
export const ABOUT = `This is a lab of Preflight Guide. Below ${PREFIX} it answers what the address asks it to, and it remembers nothing.\n`;

/** What the lab says of the request that arrived, as the body of its answer. */
export interface Arrived {
  method: string;
  /** The request's Origin; empty where it has none. */
  origin: string;
  /** The names of its headers, in lower case, sorted. */
  names: readonly string[];
}

/**
 * Reads it from the body of an answer: whoever answers in the lab's place may say anything.
 * @returns nothing of what is none, such as the empty body of an answer to HEAD
 */
export function readArrived(body: string): Arrived | undefined {
  try {
    const { method, origin, names } = JSON.parse(body);
    const isWhole = Array.isArray(names) && [method, origin, ...names].every((text) => typeof text === "string");
    return isWhole ? { method, origin, names } : undefined;
  } catch {
    return undefined;
  }
}

/** A browser follows no more than twenty redirects; nobody tries more than a few. */
export const MOST_HOPS = 4;
const MOST_HEADERS = 20;
const LONGEST_VALUE = 1000;
/** Of the whole, encoded: servers in front of the lab take no longer addresses. */
const LONGEST = 6000;

/** The response headers that decide something about CORS, in lower case. */
const names: ReadonlySet<string> = new Set([
  "access-control-allow-credentials",
  "access-control-allow-headers",
  "access-control-allow-methods",
  "access-control-allow-origin",
  "access-control-allow-private-network",
  "access-control-expose-headers",
  "access-control-max-age",
  "timing-allow-origin",
  "vary",
]);

/** What is a byte of a header's value: no control character, and none that ends a line. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether the lab answers with a header of that name. */
export function mayAnswerWith(name: string): boolean {
  // In lower case the sign for Kelvin is a k; on the wire it is not.
  return /^[\w-]+$/.test(name) && names.has(name.toLowerCase());
}

/**
 * Writes the answers as a part of an address; each text is taken for the bytes of a header's value.
 * @returns nothing where the lab would refuse them: there are too many, or no server can send them
 */
export function writeHops(hops: readonly Hop[]): string | undefined {
  const text = JSON.stringify(hops.map(({ preflight, response }) => [asList(preflight), asList(response)]));
  // Beyond a byte there is no header's value, and nothing that btoa takes.
  if (/[^\0-\xff]/.test(text)) return undefined;
  const encoded = btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return "hops" in readHops(encoded) ? encoded : undefined;
}

const asList = ({ status, headers }: WantedAnswer) => [status, ...headers];

/**
 * Reads them from a part of an address. Never throws.
 * @returns at least one hop; or what is wrong with it, and what to do
 */
export function readHops(encoded: string): { hops: readonly Hop[] } | { wrong: string } {
  if (encoded.length > LONGEST) return { wrong: `The address is too long.\nAsk for less than ${LONGEST} characters.` };
  if (!/^[\w-]+$/.test(encoded)) return { wrong: "The answers are no base64url.\nWrite them as the page does." };
  let list: unknown;
  try {
    list = JSON.parse(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return { wrong: "The answers are no JSON in base64url.\nWrite them as the page does." };
  }
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_HOPS) {
    return { wrong: `There are no answers, or those of too many URLs.\nGive a list of 1 to ${MOST_HOPS} pairs.` };
  }
  const hops: Hop[] = [];
  for (const pair of list) {
    if (!Array.isArray(pair) || pair.length !== 2) {
      return { wrong: "A URL's answers are no pair.\nGive that to OPTIONS, and that to all else." };
    }
    const [preflight, response] = pair.map(readAnswer);
    for (const answer of [preflight, response]) if (typeof answer === "string") return { wrong: answer };
    hops.push({ preflight, response } as Hop);
  }
  return { hops };
}

/** @returns what is wrong with it, in words, where something is */
function readAnswer(list: unknown): WantedAnswer | string {
  const [status, ...headers] = Array.isArray(list) ? list : [];
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    return "An answer's status is none that ends an exchange.\nGive a number from 200 to 599.";
  }
  if (headers.length > MOST_HEADERS) return `An answer has too many headers.\nGive ${MOST_HEADERS} at most.`;
  for (const line of headers) {
    if (!Array.isArray(line) || line.length !== 2 || line.some((part) => typeof part !== "string")) {
      return "A header is no pair of texts.\nGive its name and its value.";
    }
    const [name, value] = line as [string, string];
    if (!mayAnswerWith(name)) {
      return `The lab answers with no header of that name.\nGive one of ${[...names].join(", ")}.`;
    }
    if (value.length > LONGEST_VALUE || !VALUE.test(value)) {
      return `A value is too long, or no server can send it.\nGive ${LONGEST_VALUE} bytes at most, without line ends.`;
    }
  }
  return { status, headers: headers as Line[] };
}
