import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Blob, Buffer, Face, Font, shape, Variation } from "harfbuzzjs";
import { decompress } from "wawoff2";
import type { Language } from "../site.config.ts";
import { facesOf, MONO } from "./faceNames.ts";

const require = createRequire(import.meta.url);

/** Which file of a package has a character: each has some hundred. */
const slices = new Map<string, ReadonlyMap<number, string>>();

function slicesOf(name: string): ReadonlyMap<number, string> {
  const known = slices.get(name);
  if (known) return known;
  const list = require.resolve(`@fontsource-variable/${name}/unicode.json`);
  const ranges: Record<string, string> = JSON.parse(readFileSync(list, "utf8"));
  const fileOf = new Map<number, string>();
  for (const [slice, characters] of Object.entries(ranges)) {
    const file = join(dirname(list), "files", `${name}-${slice.replace(/[[\]]/g, "")}-wght-normal.woff2`);
    for (const [, from = "", to = from] of characters.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)) {
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) fileOf.set(code, file);
    }
  }
  slices.set(name, fileOf);
  return fileOf;
}

/** How heavy letters are: of running text, and of what stands out. */
export type Weight = 400 | 700;

/** Those that were read or are being read, by their files and weights. */
const fonts = new Map<string, Promise<Font>>();
/** One after the other: what the decompressor gives back, its next call writes over. */
let reading: Promise<unknown> = Promise.resolve();

function load(file: string, weight: Weight): Promise<Font> {
  const key = `${weight} ${file}`;
  const known = fonts.get(key);
  if (known) return known;
  const font = reading.then(() => readFont(file, weight));
  reading = font;
  fonts.set(key, font);
  return font;
}

async function readFont(file: string, weight: Weight): Promise<Font> {
  const bytes = await decompress(readFileSync(file));
  const font = new Font(new Face(new Blob(Uint8Array.from(bytes).buffer)));
  font.setVariations([new Variation("wght", weight)]);
  return font;
}

export interface Style {
  /** In pixels. */
  size: number;
  /** For what a machine says. */
  mono?: boolean;
  /** What is put between letters, in parts of the size. */
  tracking?: number;
}

export interface Glyph {
  font: Font;
  /** Its number in the font. */
  glyph: number;
  /** How many pixels a unit of the font is. */
  scale: number;
  /** Where it begins, in pixels from the line's left end. */
  at: number;
}

interface Line {
  glyphs: readonly Glyph[];
  /** In pixels. */
  width: number;
}

export interface Typesetter {
  /** How wide a line is, in pixels. */
  widthOf(text: string, style: Style): number;
  glyphsOf(text: string, style: Style): readonly Glyph[];
}

/**
 * Loads what a language's texts need, and sets them.
 * @param characters all that will be set
 * @throws where no face has one of them
 */
export async function typesetter(language: Language, characters: string, weight: Weight): Promise<Typesetter> {
  const prose = new Map<string, Font>();
  const machine = new Map<string, Font>();
  for (const character of new Set(characters)) {
    const font = await fontOf(character, facesOf[language] ?? [], weight);
    prose.set(character, font);
    machine.set(character, (await findFont(character, [MONO], weight)) ?? font);
  }
  const place = (text: string, { size, mono = false, tracking = 0 }: Style): Line => {
    let width = 0;
    const glyphs = stretchesOf(text, mono ? machine : prose).flatMap((stretch) => {
      const scale = size / stretch.font.face.upem;
      return shaped(stretch, language).map(({ glyph, advance, offset }) => {
        const at = width + offset * scale;
        width += advance * scale + tracking * size;
        return { font: stretch.font, glyph, scale, at };
      });
    });
    return { glyphs, width };
  };
  // To break a text into lines, the beginnings of lines are measured again and again.
  const placed = new Map<string, Line>();
  const lineOf = (text: string, style: Style) => {
    const key = JSON.stringify([text, style]);
    const line = placed.get(key) ?? place(text, style);
    placed.set(key, line);
    return line;
  };
  return {
    widthOf: (text, style) => lineOf(text, style).width,
    glyphsOf: (text, style) => lineOf(text, style).glyphs,
  };
}

/** Whether one of a language's faces has a character. */
export async function isInFaces(character: string, language: Language): Promise<boolean> {
  return (await findFont(character, facesOf[language] ?? [], 400)) !== undefined;
}

async function findFont(character: string, names: readonly string[], weight: Weight): Promise<Font | undefined> {
  const code = character.codePointAt(0) ?? 0;
  for (const name of names) {
    const file = slicesOf(name).get(code);
    const font = file === undefined ? undefined : await load(file, weight);
    if (font?.nominalGlyph(code)) return font;
  }
  return undefined;
}

async function fontOf(character: string, names: readonly string[], weight: Weight): Promise<Font> {
  const font = await findFont(character, names, weight);
  if (font) return font;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  throw new Error(
    `No face of the share cards has "${character}" (${code}).\nWrite it otherwise in the page's title or description, or add a face that has it to src/typesetting/faces.ts.`,
  );
}

interface Stretch {
  font: Font;
  text: string;
}

/** A text in stretches that are of one font. */
function stretchesOf(text: string, chosen: ReadonlyMap<string, Font>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const character of text) {
    const font = chosen.get(character);
    if (!font) throw new Error(`"${character}" was not among the characters that the faces were loaded for.`);
    const last = stretches.at(-1);
    if (last?.font === font) last.text += character;
    else stretches.push({ font, text: character });
  }
  return stretches;
}

/** In the font's units. */
function shaped({ font, text }: Stretch, language: Language) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.setLanguage(language);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const { xAdvance: advance = 0, xOffset: offset = 0 } = positions[index] ?? {};
    return { glyph: codepoint, advance, offset };
  });
}
