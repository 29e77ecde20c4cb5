import sharp from "sharp";
import type { Glyph } from "../../typesetting/faces.ts";
import { cardSize } from "./card.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { type Colour, encodePng } from "./png.ts";

/** A line of words. Colours are written as `#12ab34`. */
export interface Words {
  glyphs: readonly Glyph[];
  /** Its left end, in pixels. */
  x: number;
  /** Its baseline, a whole number of pixels. */
  y: number;
  fill: string;
}

export interface Drawing {
  /** All but the words, as an SVG. */
  frame: string;
  /** Its colours: the paper's first, and those that no words have. */
  colours: readonly string[];
  words: readonly Words[];
}

/**
 * So many shades lead from the paper to each colour of words, the colour itself the last. More would not be seen at
 * the size of a stamp, and most cards keep to 16 colours in all, which makes half as large a picture.
 */
const SHADES = 6;

/** What is drawn on. Half a megabyte for each card would have thousands of them collected, and with them all of the build. */
const canvas = new Uint8Array(cardSize.width * cardSize.height);

/**
 * A drawing as a PNG. What is the same on many cards is drawn once: a frame, a glyph at one size. A page's card then
 * costs a tenth of what it costs to draw all of it as one SVG.
 */
export async function pictureOf({ frame, colours, words }: Drawing): Promise<Uint8Array> {
  const fills = [...new Set(words.map(({ fill }) => fill))].sort();
  const [paper = [0, 0, 0]] = colours.map(parseColour);
  const shades = fills.flatMap((fill) =>
    Array.from({ length: SHADES }, (_, index) => mix(paper, parseColour(fill), (index + 1) / SHADES)),
  );
  const palette = [...colours.map(parseColour), ...shades];
  const background = await frameIn(frame, palette);
  // From here on nothing waits: no other card comes between.
  canvas.set(background);
  for (const { glyphs, x, y, fill } of words) {
    const first = colours.length + fills.indexOf(fill) * SHADES;
    for (const glyph of glyphs) draw(canvas, glyph, x + glyph.at, y, first);
  }
  return encodePng(cardSize.width, cardSize.height, canvas, palette);
}

/** @param first the place in the palette of the fill's lightest shade */
function draw(pixels: Uint8Array, glyph: Glyph, x: number, y: number, first: number): void {
  const quarters = Math.round(x * 4);
  const { left, top, width, height, values } = shapeOf(glyph, quarters & 3);
  const start = (y + top) * cardSize.width + (quarters >> 2) + left;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const shade = Math.round(((values[row * width + column] as number) * SHADES) / 255);
      if (shade > 0) pixels[start + row * cardSize.width + column] = first + shade - 1;
    }
  }
}

/** How many glyphs are kept: those of a language's cards and sizes; the largest are 6 KB. */
const KEPT = 5000;
const shapes = new WeakMap<Glyph["font"], Map<string, Coverage>>();

/** @param quarter by how many quarters of a pixel it stands to the right of a whole one */
function shapeOf({ font, glyph, scale }: Glyph, quarter: number): Coverage {
  const own = shapes.get(font) ?? new Map<string, Coverage>();
  shapes.set(font, own);
  const key = `${glyph} ${scale} ${quarter}`;
  const shape = own.get(key) ?? coverageOf(font.glyphToPath(glyph), scale, quarter / 4);
  if (own.size >= KEPT) own.clear();
  own.set(key, shape);
  return shape;
}

const frames = new Map<string, Promise<Uint8Array>>();

/** A frame's pixels in the colours of a palette. */
function frameIn(svg: string, palette: readonly Colour[]): Promise<Uint8Array> {
  const key = JSON.stringify([svg, palette]);
  const frame = frames.get(key) ?? drawFrame(svg, palette);
  frames.set(key, frame);
  return frame;
}

async function drawFrame(svg: string, palette: readonly Colour[]): Promise<Uint8Array> {
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const known = new Map<number, number>();
  const pixels = new Uint8Array(info.width * info.height);
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const colour = data.readUIntBE(pixel * 3, 3);
    const index = known.get(colour) ?? nearest([colour >> 16, (colour >> 8) & 255, colour & 255], palette);
    known.set(colour, index);
    pixels[pixel] = index;
  }
  return pixels;
}

function nearest(colour: Colour, palette: readonly Colour[]): number {
  const distances = palette.map((other) =>
    other.reduce((sum, part, index) => sum + (part - (colour[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function parseColour(text: string): Colour {
  const [red = 0, green = 0, blue = 0] = text.match(/[\da-f]{2}/gi)?.map((part) => Number.parseInt(part, 16)) ?? [];
  return [red, green, blue];
}

function mix(from: Colour, to: Colour, part: number): Colour {
  const [red, green, blue] = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * part));
  return [red ?? 0, green ?? 0, blue ?? 0];
}
