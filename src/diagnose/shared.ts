import { decidePreflight, type HeaderLine, isTellingHeader } from "../rules/index.ts";
import { diagnose } from "./index.ts";
import { MASK, maskedText } from "./secretWords.ts";
import type { Diagnosis, Finding, Known, PartialExchange, PartialResponse, Piece } from "./types.ts";

/** No more findings are shared, nor a longer text: a link has to be sent and opened. */
const MOST = 5;
const LONGEST = 6000;

/** Besides those that the rules look at, these headers of an answer say what it is. */
const TELLING_BESIDES = /^(?:cross-origin-|x-amz|allow$|www-authenticate$)/i;

/**
 * What a link to a result holds: a text without secrets, much shorter than the input, of which a diagnosis says the
 * same.
 * @returns nothing where it would say something else
 */
export function sharedText(input: string, { read, findings }: Diagnosis, known: Known): string | undefined {
  const shared = findings.slice(0, MOST).map(({ exchange, pieces }) => {
    const own = pieces.flatMap((piece) => read[piece] ?? []);
    const printed = own.filter(({ kind }) => kind !== "har" && kind !== "exchange" && kind !== "copied-request");
    const isSeen = own.length > printed.length;
    return [printed.length > 0 ? linesOf(input, printed) : "", isSeen && exchange ? written(exchange) : ""] as const;
  });
  // What stands below an answer is taken for its body, so that the answers come last.
  const parts = [...new Set(shared.map(([printed]) => printed)), ...shared.map(([, exchange]) => exchange)];
  const text = parts.filter((part) => part !== "").join("\n\n");
  if (text === "" || text.length > LONGEST) return undefined;
  const again = diagnose(text, known).findings;
  return JSON.stringify(again.map(saying)) === JSON.stringify(findings.slice(0, MOST).map(saying)) ? text : undefined;
}

/** What a finding says. */
function saying({ causes, notCors, passes }: Finding) {
  return [causes.map(({ id }) => id), notCors, passes];
}

/** The lines that pieces stand in: what they were recognised by is not all that these say. */
function linesOf(input: string, pieces: readonly Piece[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    const end = input.indexOf("\n", to);
    const lines = { from: input.lastIndexOf("\n", from - 1) + 1, to: end < 0 ? input.length : end };
    const last = stretches.at(-1);
    if (last && lines.from <= last.to + 1) last.to = Math.max(last.to, lines.to);
    else stretches.push(lines);
  }
  return stretches
    .map((lines) => maskedText(input.slice(lines.from, Math.min(lines.to, lines.from + LONGEST))))
    .join("\n");
}

/** An exchange as curl would have shown it. */
function written({ request, preflight, response }: PartialExchange): string {
  const { url = "", method = "GET", origin, headers = [], credentials, body = "none" } = request;
  const from: HeaderLine[] = origin === undefined ? [] : [["Origin", origin]];
  const asks = origin === undefined ? undefined : decidePreflight(whole(request, origin)).preflightRequest;
  const own: HeaderLine[] = credentials === "include" ? [["Cookie", MASK]] : [];
  const sent = command(method, url, [...headers, ...from, ...own]) + (body === "none" ? "" : " -d '{}'");
  return [
    ...(preflight
      ? [command("OPTIONS", url, [...from, ...(asks?.headers ?? []).filter(isAsking)]), answer(preflight)]
      : []),
    ...(preflight && !response ? [] : [sent]),
    ...(response ? [answer(response)] : []),
  ].join("\n");
}

function whole(request: PartialExchange["request"], origin: string) {
  const { url = "", method = "GET", headers = [], body = "none" } = request;
  const settings = { mode: "cors", api: "fetch", credentials: "same-origin", uploadListener: false } as const;
  return { ...settings, ...request, url, method, headers, body, origin };
}

const isAsking = ([name]: HeaderLine) => name.toLowerCase().startsWith("access-control-request-");

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function command(method: string, url: string, headers: readonly HeaderLine[]): string {
  return [`curl -i -X ${method} ${quoted(url)}`, ...headers.map((line) => `-H ${quoted(line.join(": "))}`)].join(" ");
}

function answer({ status = 0, headers = [], body = "" }: PartialResponse): string {
  const lines = headers
    .filter(([name]) => isTellingHeader(name) || TELLING_BESIDES.test(name))
    .map((line) => line.join(": "));
  return [`HTTP/1.1 ${status}`, ...lines, "", ...(body === "" ? [] : [body, ""])].join("\n");
}
