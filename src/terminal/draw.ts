import type { Arrow } from "../components/Exchange/arrow.ts";
import { arrowsOf } from "../components/Exchange/arrows.ts";
import { maskedText, maskedUrl } from "../diagnose/secretWords.ts";
import type { CorsResponse, Exchange, Trace } from "../rules/index.ts";
import { type Sheet, type Style, wordsOf } from "./sheet.ts";
import type { Words } from "./words.ts";

/** Nobody reads more lines of an answer, nor longer ones. */
const MOST_NOTES = 20;
const LONGEST_NOTE = 400;

/** The arrows of an exchange without secrets. At an answer that fails stand what it fails for, and what it said. */
export function shownArrows(exchange: Exchange, trace: Trace, words: Words): Arrow[] {
  const { end } = trace;
  const said = end.kind === "blocked" ? corsLines(end.response) : [];
  const arrows = arrowsOf(exchange, { ...words.checker, ...words.failures }, trace);
  return maskedArrows(
    arrows.map((arrow) => (arrow.state === "broken" ? { ...arrow, notes: [...arrow.notes, ...said] } : arrow)),
  );
}

/** Arrows without secrets, and no more of each than is read. */
export function maskedArrows(arrows: readonly Arrow[]): Arrow[] {
  return arrows.map((arrow) => ({
    ...arrow,
    label: maskedLabel(shortened(arrow.label)),
    notes: arrow.notes.slice(0, MOST_NOTES).map((note) => maskedText(shortened(note))),
  }));
}

function corsLines({ headers }: CorsResponse): string[] {
  return headers.filter(([name]) => /^access-control-/i.test(name)).map((line) => line.join(": "));
}

function shortened(text: string): string {
  return text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}…` : text;
}

/** `GET /path?token=***`: what follows the method is the path of a URL, or all of it. */
function maskedLabel(label: string): string {
  const [first = "", ...rest] = label.split(" ");
  return /^(?:\/|[a-z]+:)/i.test(rest[0] ?? "") ? `${first} ${maskedUrl(rest.join(" "))}` : label;
}

const SIGN: Record<Arrow["state"], readonly [server: string, browser: string, style: Style]> = {
  plain: ["──▶", "◀──", "plain"],
  preflight: ["──▶", "◀──", "caution"],
  ok: ["──▶", "◀──", "good"],
  broken: ["─✕ ", "✕──", "bad"],
  unsent: ["╌╌▷", "◁╌╌", "quiet"],
  cached: ["╌╌▷", "◁╌╌", "quiet"],
};

/** Draws an exchange: an arrow a line, and its notes below it. The browser is on the left. */
export function draw(sheet: Sheet, { request }: Exchange, arrows: readonly Arrow[], { checker }: Words): void {
  const server = URL.canParse(request.url) ? new URL(request.url).origin : request.url;
  sheet.line(
    [
      [checker["exchange.browser"], "strong"],
      ` ${request.origin}  ⇄  `,
      [checker["exchange.server"], "strong"],
      ` ${maskedUrl(server)}`,
    ],
    2,
  );
  for (const { to, state, label, notes } of arrows) {
    const [toServer, toBrowser, style] = SIGN[state];
    sheet.line(
      [[to === "server" ? toServer : toBrowser, style], " ", [label, style === "quiet" ? "quiet" : "strong"]],
      2,
    );
    for (const note of notes) sheet.line(wordsOf(note), 8);
  }
}
