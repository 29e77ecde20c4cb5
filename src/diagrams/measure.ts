import { eastAsianWidth } from "get-east-asian-width";
import { isInFaces, type Typesetter, typesetter } from "../typesetting/faces.ts";
import type { Measure } from "./boxes.ts";

/** By how much readers' faces may be wider than those that are measured. */
const SPARE = 1.06;
/** Of the size of letters: how wide one is that the faces do not have. */
const UNKNOWN = 1;
/** What diagrams say besides their sources. */
const OWN = `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join("")}«»…—`;

/** Measures texts of some characters. Han, kana and pictures fill their square in every face; others are set to be measured. */
export async function measureOf(characters: string): Promise<Measure> {
  const known = new Set<string>();
  for (const character of new Set(characters + OWN))
    if (!isSquare(character) && (await isInFaces(character, "en"))) known.add(character);
  const all = [...known].join("");
  const faces = { regular: await typesetter("en", all, 400), bold: await typesetter("en", all, 700) };
  return (text, { size, bold }) => {
    const letters = [...text].filter((character) => known.has(character));
    const others = [...text].filter((character) => !known.has(character));
    const squares = others.reduce((sum, character) => sum + (isSquare(character) ? 1 : UNKNOWN), 0);
    return widthOf(bold ? faces.bold : faces.regular, letters.join(""), size) + squares * size;
  };
}

function isSquare(character: string): boolean {
  return eastAsianWidth(character.codePointAt(0) ?? 0) === 2;
}

function widthOf(faces: Typesetter, text: string, size: number): number {
  return faces.widthOf(text, { size }) * SPARE;
}
