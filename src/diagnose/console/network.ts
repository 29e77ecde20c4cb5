import { meaningOf, networkErrors } from "../networkErrors.ts";
import type { Skeleton } from "./skeleton.ts";
import type { Line, Says } from "./types.ts";
import { plain } from "./wording.ts";

const letters = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
/** Chromium's codes by their letters behind `net::ERR`; the last is one for whatever failed. */
const byLetters = [
  ...networkErrors.flatMap(({ code }) => (code.startsWith("ERR_") ? [{ code, letters: letters(code.slice(4)) }] : [])),
  { code: "ERR_FAILED", letters: "failed" },
];
const LONGEST_CODE = 80;

const METHOD_AND_URL = /\b([A-Z]{3,10})\s+([a-z][a-z0-9+.-]*:\/\/\S{1,4000})\s*$/;
const MOST = 1000;

/** The lines with which Chromium's console says how a request ended on the network: `PUT https://… net::ERR_FAILED 502 (Bad Gateway)`. */
export function networkLines(skeleton: Skeleton): Line[] {
  const { text, original } = skeleton;
  const lines: Line[] = [];
  for (let at = text.indexOf("neterr"); at >= 0 && lines.length < MOST; at = text.indexOf("neterr", at + 6)) {
    const rest = text.slice(at + 6, at + 6 + LONGEST_CODE);
    const known = byLetters.find(({ letters }) => rest.startsWith(letters));
    if (!known) continue;
    const from = skeleton.from[at] ?? 0;
    const begun = skeleton.to[at + 5 + known.letters.length] ?? from;
    const to = begun + (/^[A-Z0-9_]{0,80}/.exec(original.slice(begun, begun + 80))?.[0].length ?? 0);
    const before = lineBefore(original, from);
    const after = original.slice(to, to + 4000).split("\n", 1)[0] ?? "";
    const [, method, url] = METHOD_AND_URL.exec(before) ?? [];
    const status = /^\s{0,3}(\d{3})\b/.exec(after)?.[1];
    // An older form puts the URL behind.
    const behind = /^[.A-Za-z]{0,60}\s+(?:at\s+)?['"]?(https?:\/\/[^\s'"]+)/.exec(after)?.[1];
    const isAborted = known.code === "ERR_ABORTED";
    lines.push({
      kind: "network-line",
      engine: "chromium",
      from: from - (method ? before.length - before.lastIndexOf(method) : 0),
      to: to + (status ? after.indexOf(status) + 3 : 0),
      ...saysOf(known.code, status !== undefined),
      ...(method && { method }),
      ...((url ?? behind) && { url: plain(url ?? behind ?? "") }),
      ...(status && (isAborted ? { readStatus: Number(status) } : { status: Number(status) })),
      ...(/\(from (?:disk|memory) cache\)/.test(after) && { cached: true }),
    });
  }
  return lines;
}

function saysOf(code: string, isAnswered: boolean): Partial<Says> {
  if (code === "ERR_FAILED") return { empty: true };
  const { cause, notCors } = meaningOf(code, isAnswered) ?? {};
  return { ...(cause && { causes: [cause] }), ...(notCors && { notCors }) };
}

const FIREFOX_CODE = /\b(?:NS|SEC|SSL|MOZILLA)(?:\\?_[A-Z0-9]{1,30}){2,10}/g;
/** Without `net::`, as people write it down. In brackets and quotation marks Node prints codes of its own. */
const CHROMIUM_CODE = /(?<![\w:['"])ERR(?:\\?_[A-Z0-9]{1,30}){2,10}(?:\.[A-Za-z]{1,60})?/g;

/** Browsers' codes as their Network panels show them, and Markdown may escape them. */
export function codeLines(original: string): Line[] {
  const found = (
    [
      ["firefox", FIREFOX_CODE],
      ["chromium", CHROMIUM_CODE],
    ] as const
  ).flatMap(([engine, pattern]) =>
    firstOf(original, pattern).map(({ 0: written, index }) => ({ engine, written, index })),
  );
  return found.flatMap(({ engine, written, index }): Line[] => {
    const { cause, notCors } = meaningOf(written.replaceAll("\\", ""), false) ?? {};
    if (!cause && !notCors) return [];
    return [
      {
        kind: "panel-words",
        engine,
        from: index,
        to: index + written.length,
        ...(cause && { causes: [cause] }),
        ...(notCors && { notCors }),
      },
    ];
  });
}

function lineBefore(original: string, end: number): string {
  const slice = original.slice(Math.max(0, end - 4200), end);
  return slice.slice(slice.lastIndexOf("\n") + 1);
}

const READ_STATUS = /\b([A-Z]{3,7})\s+(https?:\/\/[^\s"']{1,4000})\s+(\d{3})\s?\(/g;
const FIREFOX_STATUS =
  /\b(?:XHR)?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s{0,3}(https?:\/\/[^\s"']{1,4000})\s{1,8}\[HTTP\/[\d.]+ (\d{3})/g;
/** Statuses that a console shows of answers that came in: of the request itself, or of an OPTIONS. */
export function statusLines(original: string): Line[] {
  const lines: Line[] = [];
  for (const pattern of [READ_STATUS, FIREFOX_STATUS]) {
    for (const match of firstOf(original, pattern)) {
      const [whole, method = "", url = "", status] = match;
      lines.push({
        kind: "network-line",
        ...(pattern === FIREFOX_STATUS && { engine: "firefox" }),
        from: match.index,
        to: match.index + whole.length,
        ...(method === "OPTIONS"
          ? { phase: "preflight", status: Number(status) }
          : { method, readStatus: Number(status) }),
        url: plain(url),
      });
    }
  }
  return lines;
}

const STATUS = String.raw`(?:\u001b\[[\d;]*m)*([1-5]\d{2})\b`;
const PATH = String.raw`["']?(?:\/|https?:)[^\s"']{0,2000}["']?`;

/** An answer to OPTIONS, as servers write it into their logs. */
const logged: readonly RegExp[] = [
  // `"OPTIONS /items HTTP/1.1" 405 0`, `OPTIONS https://… 403 Forbidden`, `OPTIONS /items 404 in 12ms`, `OPTIONS http://… - - - 405 0`
  new RegExp(
    String.raw`(?:\b|\dm)OPTIONS\s+(?:[\w.-]{1,200}\s+)?${PATH}(?:\s+HTTP\/[\d.]+)?["']?\s+(?:-\s+){0,4}(?:(?:in|→|->|=>|status[=:])\s*)?${STATUS}`,
    "g",
  ),
  // IIS: method, path, query, port, user, client, agent, referrer, status
  new RegExp(
    String.raw`\bOPTIONS\s+\/\S{0,2000}\s+\S{1,2000}\s+\d{2,5}\s+\S{1,200}\s+\S{1,60}\s+\S{1,500}\s+\S{1,500}\s+${STATUS}\s+\d+\s+\d+`,
    "g",
  ),
  // PHP's own server, Tornado
  new RegExp(String.raw`\[?${STATUS}\]?:?\s+OPTIONS\s+${PATH}`, "g"),
  // Spring writes the status into a line of its own.
  /\bOPTIONS "\/[^"\n]{0,2000}"[\s\S]{0,600}?\bCompleted (\d{3})\b/g,
  // A log in JSON
  /"method":\s?"OPTIONS"[^\n]{0,3000}?"status":\s?"?(\d{3})\b/g,
];
/** gin's log, Ollama's, too. gin-contrib/cors answers 403 where it does not know the origin. */
const GIN = new RegExp(
  String.raw`\|\s*${STATUS}\s*(?:\u001b\[[\d;]*m)*\s*\|[^\n|]{0,100}\|[^\n|]{0,100}\|\s*(?:\u001b\[[\d;]*m)*\s*OPTIONS\b`,
  "g",
);

export function loggedLines(original: string): Line[] {
  const lines = logged.flatMap((pattern) => firstOf(original, pattern).map((match) => loggedLine(match)));
  const ofGin = firstOf(original, GIN).map((match): Line => {
    const line = loggedLine(match);
    return line.status === 403 ? { ...line, causes: ["allow-origin-missing", "auth-before-cors"] } : line;
  });
  return [...lines, ...ofGin];
}

function loggedLine(match: RegExpExecArray): Line {
  const url = /https?:\/\/[^\s"']+/.exec(match[0].slice(0, 3000))?.[0];
  return {
    kind: "server-line",
    from: match.index,
    to: match.index + match[0].length,
    phase: "preflight",
    status: Number(match[1]),
    ...(url && { url }),
  };
}

function firstOf(original: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of original.matchAll(pattern)) {
    if (found.push(match) >= MOST) break;
  }
  return found;
}
