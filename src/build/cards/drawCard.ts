import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Style, type Typesetter, typesetter } from "../../typesetting/faces.ts";
import { breakLines } from "../../typesetting/lines.ts";
import { type Card, type CardArrow, cardSize } from "./card.ts";
import { type Drawing, pictureOf, type Words } from "./picture.ts";

/** The site's colours, as it has them in light. */
const tokens = readFileSync(join(import.meta.dirname, "../../styles/tokens.css"), "utf8");
function token(name: string): string {
  const [, light] = new RegExp(`--${name}: light-dark\\((#[\\da-f]{6}),`).exec(tokens) ?? [];
  if (!light)
    throw new Error(
      `src/styles/tokens.css has no "--${name}: light-dark(#……, …)".\nWrite it so, or take another colour in src/build/cards/drawCard.ts.`,
    );
  return light;
}
const ink = token("ink");
const paper = token("paper");
const quiet = token("quiet");
const clear = token("clear");
const stop = token("stop");
const stopWash = token("stop-wash");
const life = token("life");
const colourOf: Record<CardArrow["state"], string> = {
  plain: ink,
  preflight: token("caution"),
  ok: clear,
  broken: stop,
  unsent: quiet,
};
const shapeOf: Partial<Record<CardArrow["state"], string>> = { preflight: "▲ " };

/** Where the lifelines stand, and where the text between them begins and ends. */
const [left, right] = [64, cardSize.width - 64];
const [start, end] = [112, cardSize.width - 112];
/** Where the two arrows are. */
const [outAt, backAt] = [128, 508];
const measure = end - start;
/** The title's sizes, from the largest: the first is taken that fits. Han fill their square. */
const titles = {
  latin: { sizes: [80, 70, 60, 52, 44, 36], tracking: -0.022, leading: 1.12 },
  han: { sizes: [78, 70, 60, 52, 44, 36], tracking: 0, leading: 1.28 },
};
/** Between the first arrow and the second one's label. */
const [TOP, BOTTOM] = [outAt + 14, backAt - 52];
const LINE = { size: 32, leading: 46 };
/** Between the title and the line. */
const GAP = 16;

/** Draws a card as a PNG. Its faces come with the project, so that it looks the same wherever it is drawn. */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const { out, back, ends, site, kind, stops = false, sign = "", title, line } = card;
  const foot = stops ? `■ ${kind}` : kind;
  const [outLabel = "", backLabel = ""] = [out, back].map(({ label, state }) => (shapeOf[state] ?? "") + label);
  const type = await typesetter(
    card.language,
    [...ends, outLabel, backLabel, site, foot, sign, ...title, ...line].join(""),
    700,
  );
  const label = (text: string, { state }: CardArrow, y: number) =>
    machine(type, text, { x: cardSize.width / 2, y: y - 16, fill: colourOf[state], anchor: 0.5 });
  const words = [
    write(type, ends[0], { size: 26 }, { x: start, y: 66 }),
    write(type, ends[1], { size: 26 }, { x: end, y: 66, anchor: 1 }),
    label(outLabel, out, outAt),
    ...middle(card, type),
    label(backLabel, back, backAt),
    write(type, site, { size: 30 }, { x: start + 58, y: 590 }),
    write(type, foot, { size: 28 }, { x: end, y: 590, anchor: 1, fill: stops ? stop : ink }),
  ];
  return pictureOf({ ...frameOf(out, back), words });
}

/** What is drawn besides words: it is the same on many cards. */
function frameOf(out: CardArrow, back: CardArrow): Pick<Drawing, "frame" | "colours"> {
  const parts = [
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="${paper}"/>`,
    `<path d="M${left} 0v${cardSize.height}M${right} 0v${cardSize.height}" stroke="${life}" stroke-width="2"/>`,
    arrowTo("server", out, outAt),
    arrowTo("browser", back, backAt),
    mark(start - 4, 557),
  ];
  return {
    frame: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cardSize.width} ${cardSize.height}">${parts.join("")}</svg>`,
    colours: [paper, life, ...([out, back].some(({ state }) => state === "broken") ? [stopWash] : [])],
  };
}

interface Place {
  x: number;
  /** Of the baseline. */
  y: number;
  fill?: string;
  /** Which part of the line stands before x: 0.5 puts its middle there. */
  anchor?: number;
}

function write(type: Typesetter, text: string, style: Style, { x, y, fill = ink, anchor = 0 }: Place): Words {
  const at = anchor === 0 ? x : x - type.widthOf(text, style) * anchor;
  return { glyphs: type.glyphsOf(text, style), x: at, y: Math.round(y), fill };
}

/** What a machine says may be longer than there is room for: it is made smaller, and cut where that is not enough. */
function machine(type: Typesetter, text: string, place: Place): Words {
  const style = { size: 28, mono: true };
  const smaller = { ...style, size: Math.max(20, Math.min(28, (28 * measure) / type.widthOf(text, style))) };
  const part = Math.min(1, measure / type.widthOf(text, smaller));
  return write(type, text.slice(0, Math.floor(text.length * part)), smaller, place);
}

/** What the machine says, the title and a line below it, in the middle between the arrows. */
function middle({ language, title, line, sign }: Card, type: Typesetter): Words[] {
  const { sizes, tracking, leading } = language === "en" ? titles.latin : titles.han;
  const { lines, size } = titleIn(title, sizes, (text, of) => type.widthOf(text, { size: of, tracking }));
  const above = sign ? 46 : 0;
  const room = BOTTOM - TOP - above - lines.length * size * leading - GAP;
  const most = Math.min(2, Math.floor(room / LINE.leading));
  const notes = wholeSentences(line, most, (text) => type.widthOf(text, { size: LINE.size }));
  const below = notes.length > 0 ? GAP + notes.length * LINE.leading : 0;
  const top = TOP + (BOTTOM - TOP - above - lines.length * size * leading - below) / 2;
  const underTitle = top + above + lines.length * size * leading + GAP;
  return [
    ...(sign ? [machine(type, sign, { x: start, y: top + 28, fill: stop })] : []),
    ...lines.map((text, index) =>
      write(type, text, { size, tracking }, { x: start, y: top + above + size * (leading * (index + 0.5) + 0.36) }),
    ),
    ...notes.map((text, index) =>
      write(
        type,
        text,
        { size: LINE.size },
        {
          x: start,
          y: underTitle + LINE.leading * (index + 0.72),
          fill: sign ? clear : quiet,
        },
      ),
    ),
  ];
}

/** A title in lines, at the largest size at which it takes few of them. */
function titleIn(
  pieces: readonly string[],
  sizes: readonly number[],
  widthOf: (text: string, size: number) => number,
): { lines: string[]; size: number } {
  for (const size of sizes) {
    const most = { lines: size > 60 ? 2 : 3, width: measure };
    const lines = breakLines(pieces, most, (text) => widthOf(text, size));
    if (lines) return { lines, size };
  }
  throw new Error(
    `The title "${pieces.join("")}" does not fit a share card.\nMake it shorter, or its longest word: three lines of ${measure} pixels have to hold it.`,
  );
}

/** As many whole sentences as fit. */
function wholeSentences(pieces: readonly string[], lines: number, widthOf: (text: string) => number): string[] {
  for (let count = pieces.length; count > 0 && lines > 0; count--) {
    const fitting =
      count === pieces.length || endsSentence(pieces.slice(0, count).join(""))
        ? breakLines(pieces.slice(0, count), { lines, width: measure }, widthOf)
        : undefined;
    if (fitting) return fitting;
  }
  return [];
}

/** Where a quotation is still open, its full stop is not the sentence's. */
function endsSentence(text: string): boolean {
  const times = (sign: string) => text.split(sign).length - 1;
  return (
    /[。．.！？!?]\s*$/.test(text) && times("「") === times("」") && times("“") === times("”") && times('"') % 2 === 0
  );
}

/** An arrow between the lifelines. A broken one reaches the browser and is stopped at its gate; what was never sent has no head. */
function arrowTo(whom: "server" | "browser", { state }: CardArrow, y: number): string {
  const colour = colourOf[state];
  const line = (d: string, dashes = "") =>
    `<path d="${d}" stroke="${colour}" stroke-width="3"${dashes && ` stroke-dasharray="${dashes}"`}/>`;
  if (state === "unsent") return line(`M${left} ${y}H${right}`, "3 9");
  const isToServer = whom === "server";
  if (state !== "broken") {
    return isToServer
      ? `${line(`M${left} ${y}H${right - 18}`)}<path d="m${right - 22} ${y - 11} 22 11-22 11z" fill="${colour}"/>`
      : `${line(`M${right} ${y}H${left + 18}`)}<path d="m${left + 22} ${y - 11}-22 11 22 11z" fill="${colour}"/>`;
  }
  const gate = `<rect x="${start - 6.5}" y="${y - 22.5}" width="45" height="45" rx="3" fill="${stopWash}" stroke="${stop}" stroke-width="3"/><path d="m${start + 6} ${y - 10} 20 20m0-20-20 20" stroke="${stop}" stroke-width="4"/>`;
  const head = isToServer ? "" : `<path d="m${start + 62} ${y - 11}-22 11 22 11z" fill="${stop}"/>`;
  return `${line(`M${right} ${y}H${start + 58}`, "9 7")}${head}${gate}`;
}

/** The site's mark, which is an exchange's first two arrows. */
function mark(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})" fill="none" stroke="${ink}" stroke-width="4"><path d="M3 2v40M43 2v40" stroke-width="2.5"/><path d="M4 14h28"/><path d="m31 6 12 8-12 8z" fill="${ink}" stroke="none"/><path d="M42 32h-9m-11-6-12 12m0-12 12 12"/></g>`;
}
