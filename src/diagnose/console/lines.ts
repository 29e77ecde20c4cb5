import { codeLines, loggedLines, networkLines, statusLines } from "./network.ts";
import { paraphrasesIn } from "./paraphrases.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import type { Line, Says } from "./types.ts";
import { type Found, findAll, plain } from "./wording.ts";
import { type KnownLine, knownLines } from "./wordings.ts";

/** The lines that are recognised in a text, in their order; where one stands within another, the longer. */
export function linesIn(original: string): Line[] {
  const skeleton = skeletonOf(original);
  const lines = knownLines.flatMap((known) =>
    findAll(known.wording, skeleton).flatMap((found) => lineOf(known, found, skeleton)),
  );
  lines.push(...cutOff(lines, skeleton));
  lines.push(...networkLines(skeleton), ...codeLines(original));
  lines.push(...statusLines(original), ...loggedLines(original));
  const says = lines.some(
    ({ keys, causes, notCors, status, nothing }) => keys || causes || notCors || status || nothing,
  );
  return apart(says ? lines : [...lines, ...paraphrasesIn(original)]);
}

function lineOf({ says, near }: KnownLine, found: Found, skeleton: Skeleton): Line[] {
  const { from, to } = placeOf(found, skeleton);
  if (near && !near.test(skeleton.original.slice(Math.max(0, from - 1000), to + 1000))) return [];
  const { url, to: location, origin, header, method, value, api } = found.values;
  const [target, source] = splitRedirect(url ?? "");
  const asked = urlIn(target);
  const page = origin === undefined ? undefined : originIn(origin);
  // "Failed to load resource": no URL, and no envelope either.
  if (says.envelope && url !== undefined && !asked) return [];
  return [
    {
      ...says,
      from,
      to,
      ...(says.kind === "network-line" ? readStatusAfter(skeleton, found.end) : statusAfter(skeleton, found.end)),
      ...(asked && { url: asked }),
      ...(source && { redirectedFrom: urlIn(source) ?? source }),
      ...(location && { redirectedTo: urlIn(location) ?? location }),
      ...(page && { origin: page }),
      ...(header && { header: header.toLowerCase() }),
      ...(method && { method }),
      ...(value !== undefined && { value }),
      ...(api && { api }),
    },
  ];
}

function placeOf({ start, end }: Pick<Found, "start" | "end">, { from, to }: Skeleton): { from: number; to: number } {
  return { from: from[start] ?? 0, to: end > start ? (to[end - 1] ?? 0) : (from[start] ?? 0) };
}

function splitRedirect(url: string): [string, string?] {
  const [, target, source] = /^([\s\S]*?)['"’”」`\s]*[(（]\s*redirected from\s*([\s\S]*)$/.exec(url) ?? [];
  return target === undefined ? [url] : [target, source];
}

/** A URL out of what stands where a message has one; undefined where there is none. */
function urlIn(text: string): string | undefined {
  const value = plain(text);
  const found = /[a-z][a-z0-9+.-]*:\/\/[^\s'"`‘’“”「」<>（）|]*/i.exec(value)?.[0];
  // Of a bracket that opens behind it, a wrapped line leaves no space before it.
  if (found) return found.replace(/\.?\([^)]*$/, "").replace(/[).,。]+$/, "");
  return /^[\w.-]+(?::\d+|\.\w+)(?:\/\S*)?$/.test(value) ? value : undefined;
}

/** An origin out of what stands where a message has one; undefined where there is none. */
function originIn(text: string): string | undefined {
  const value = plain(text);
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/'"]+/i.exec(value)?.[0] ?? (value === "null" ? value : undefined);
}

const STATUS_NEXT = /^.{0,3}?(?:statuscode|ステータスコード|狀態代碼|狀態碼|状态码)?([1-5]\d{2})/;
const STATUS_WORD = /^(?:statuscode|ステータスコード|狀態代碼|狀態碼|状态码)([1-5]\d{2})/;
const STATUS_LATER = /^(?:(?!accessto|failedtoload|cannotload).){0,220}?hadhttpstatuscode([1-5]\d{2})/;

/** The status that stands behind a reason: `). Status code: 404.`, `The response had HTTP status code 404`. */
function statusAfter({ text }: Skeleton, end: number): { status?: number } {
  const rest = text.slice(end, end + 260);
  const direct = text.slice(end - 4, end) === "code" ? STATUS_NEXT : STATUS_WORD;
  const status = direct.exec(rest)?.[1] ?? STATUS_LATER.exec(rest)?.[1];
  return status ? { status: Number(status) } : {};
}

/** The status of an answer that came in, with which a line of the network ends. */
function readStatusAfter({ text }: Skeleton, end: number): { readStatus?: number } {
  const status = /^[1-5]\d{2}/.exec(text.slice(end, end + 3))?.[0];
  return status ? { readStatus: Number(status) } : {};
}

/** Reasons that are cut off before they end, behind an envelope with no reason of its own. */
function cutOff(lines: readonly Line[], skeleton: Skeleton): Line[] {
  const envelopes = lines.filter(({ envelope, keys }) => envelope && !keys);
  if (envelopes.length === 0 || envelopes.length > 50) return [];
  const starts = lines.map(({ from }) => from).sort((a, b) => a - b);
  return envelopes.flatMap((envelope) => {
    const { to, engine, language } = envelope;
    const next = starts.find((from) => from >= to) ?? Number.POSITIVE_INFINITY;
    const start = firstAt(skeleton, to);
    const quote = Math.min(next, to + endOfQuoted(skeleton.original.slice(to, to + 1000)));
    let end = start;
    while (end < skeleton.text.length && end - start < 400 && (skeleton.from[end] ?? 0) < quote) end += 1;
    const rest = skeleton.text.slice(start, end);
    if (rest === "" && next === Number.POSITIVE_INFINITY && (engine === "chromium" || engine === "firefox"))
      envelope.cut = true;
    const begun = knownLines.filter(
      ({ says, wording }) =>
        says.keys &&
        says.engine === engine &&
        says.language === (language ?? "en") &&
        beginsLike(wording.literals, rest),
    );
    const [first] = begun;
    if (!first) return [];
    const { from, to: last } = placeOf({ start, end }, skeleton);
    const says: Says = {
      ...first.says,
      keys: [...new Set(begun.flatMap(({ says }) => says.keys ?? []))],
    };
    return [{ ...says, from, to: last }];
  });
}

/** Where a message ends that is cut off: at three dots, or before an empty line. */
function endOfQuoted(text: string): number {
  const end = text.search(/\.\.\.|…|\n[ \t]*\r?\n/);
  return end < 0 ? text.length : end;
}

/** The first letter that begins at or after a place of the original. */
function firstAt({ from, text }: Skeleton, place: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Fewest letters by which a reason that is cut off is recognised. */
const FEWEST = 5;

/** Whether a text is the beginning of a wording, and ends within it. */
function beginsLike([first = "", second]: readonly string[], rest: string): boolean {
  if (rest.length < FEWEST) return false;
  if (rest.length <= first.length) return first.startsWith(rest);
  return second !== undefined && first.length >= FEWEST && rest.startsWith(first);
}

/** Where lines overlap, the longest of them, in the order of the text. */
function apart(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  for (const line of lines.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || line.from >= last.to) kept.push(line);
    else if (line.to - line.from > last.to - last.from) kept[kept.length - 1] = line;
  }
  return kept;
}
