import {
  ABOUT,
  type Arrived,
  PREFIX,
  readHops,
  type WantedAnswer,
  writeHops,
} from "../../../src/components/TryIt/answers.ts";

/** A request's first line and its headers, names as they came in. */
export interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  headers: readonly (readonly [name: string, value: string])[];
}

/** An answer with a body of plain text. */
export interface Answer extends WantedAnswer {
  body: string;
}

/** Pages write something random before the answers: no cache, and no preflight's, has ever seen the address. */
const TRY = new RegExp(`^${PREFIX}[\\w-]{1,40}/([^/?#]*)$`);
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Of a request's own words no more than this is said back, in characters and in names. */
const LONGEST = 200;
const MOST_NAMES = 50;

/** Any page may read it. */
const OPEN = ["Access-Control-Allow-Origin", "*"] as const;

/**
 * Answers a request as its own address asks for it, and by nothing else: there is nothing to remember, and nobody else
 * is asked. A redirect leads to another address of this kind.
 */
export function answer(asked: Asked): Answer {
  const { method, path } = asked;
  if (path === "/" && (method === "GET" || method === "HEAD")) return { status: 200, headers: [OPEN], body: ABOUT };
  const encoded = TRY.exec(path)?.[1];
  if (encoded === undefined) {
    return refusal(
      `Nothing answers here.\nAsk for ${PREFIX}, something random of 1 to 40 letters, /, and the answers.`,
    );
  }
  const read = readHops(encoded);
  if ("wrong" in read) return refusal(read.wrong);
  const [hop, ...rest] = read.hops;
  if (!hop) return refusal("There are no answers.\nGive those of one URL at least.");
  const isPreflight = method === "OPTIONS" && headerOf(asked, "access-control-request-method") !== undefined;
  if (isPreflight) return { ...hop.preflight, body: "" };
  const { status, headers } = hop.response;
  const next = REDIRECTS.has(status) && rest.length > 0 ? writeHops(rest) : undefined;
  return {
    status,
    // Relative, and so within this server whatever it is called outside.
    headers: next === undefined ? headers : [...headers, ["Location", next]],
    body: JSON.stringify(arrivedOf(asked)),
  };
}

/** What says what is wrong with an address, and what to do. */
export function refusal(text: string): Answer {
  return { status: 400, headers: [OPEN], body: `${text}\n` };
}

/** Values are said back of Origin alone: a page that is allowed to read this could else read cookies that it cannot see. */
function arrivedOf(asked: Asked): Arrived {
  const names = new Set(asked.headers.map(([name]) => shown(name.toLowerCase())));
  return {
    method: asked.method,
    origin: shown(headerOf(asked, "origin") ?? ""),
    names: [...names].sort().slice(0, MOST_NAMES),
  };
}

/** As much of a text as is said back: in ASCII, whatever bytes came in. */
function shown(text: string): string {
  return text.slice(0, LONGEST).replace(/[^ -~]/g, "?");
}

/** The value of the first header of a name, in lower case. */
export function headerOf({ headers }: Asked, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
