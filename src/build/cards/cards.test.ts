import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { languages } from "../../site.config.ts";
import { type Typesetter, typesetter } from "../../typesetting/faces.ts";
import { breakLines } from "../../typesetting/lines.ts";
import { type Card, cardSize } from "./card.ts";
import { drawCard } from "./drawCard.ts";

const style = { size: 40 };
const shapeOf = ({ glyphsOf }: Typesetter, text: string) =>
  glyphsOf(text, style)
    .map(({ font, glyph }) => font.glyphToPath(glyph))
    .join("");
const card: Card = {
  language: "ja",
  site: "プリフライト・ガイド",
  ends: ["ブラウザー", "サーバー"],
  title: ["認証が", "OPTIONSを", "拒否している"],
  line: ["CORSを", "認証より", "前に", "置きます。"],
  sign: "OPTIONS 401 · 403",
  out: { label: "OPTIONS /items", state: "preflight" },
  back: { label: "401 Unauthorized", state: "broken" },
  kind: "プリフライトへのレスポンスで止まります",
  stops: true,
};

describe("what a card is set in", () => {
  test("has a shape of its own for each character of the three scripts, bold ones", async () => {
    const characters = "預檢請求被擋下認証を拒否しているプリフライトCORS errors 401 ▲■「」：。";
    for (const language of languages) {
      const type = await typesetter(language, characters, 700);
      const shapes = [...new Set(characters.replaceAll(" ", ""))].map((character) => shapeOf(type, character));
      // What a face lacks it would draw as the same box each time.
      expect(new Set(shapes).size).toBe(shapes.length);
      expect(shapes).not.toContain("");
    }
  });

  test("is the language's own, also where cards are drawn side by side", async () => {
    const drawn = async (language: "zh-TW" | "ja", text: string) =>
      shapeOf(await typesetter(language, text, 700), text);
    // Written otherwise in Taiwan and in Japan, and none of them used above: each brings files to be read.
    const both = await Promise.all([..."直骨令雨起過次"].flatMap((each) => [drawn("zh-TW", each), drawn("ja", each)]));
    expect(new Set(both).size).toBe(both.length);
    expect(both).not.toContain("");
  });

  test("where no face has a character, it is named, and what to do", async () => {
    await expect(typesetter("ja", "プリ\u{1F680}", 700)).rejects.toThrow(
      /"\u{1F680}" \(U\+1F680\)\.\nWrite it otherwise/u,
    );
  });
});

describe("lines", () => {
  const widthOf = (text: string) => text.length;
  test("are as few as fit and about as long, and end between pieces", () => {
    const pieces = ["one ", "two ", "three ", "four ", "five"];
    expect(breakLines(pieces, { lines: 2, width: 20 }, widthOf)).toEqual(["one two three", "four five"]);
    expect(breakLines(pieces, { lines: 1, width: 40 }, widthOf)).toEqual(["one two three four five"]);
  });
  test("are none where they are too many, or a piece is too long", () => {
    expect(breakLines(["one ", "two"], { lines: 1, width: 5 }, widthOf)).toBeUndefined();
    expect(breakLines(["longest"], { lines: 2, width: 5 }, widthOf)).toBeUndefined();
  });
});

describe("a card", () => {
  test("is a picture of its size, with ink between its lifelines and none outside them", async () => {
    const { data, info } = await sharp(await drawCard(card))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject(cardSize);
    const isDark = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 255) < 100;
    const dark = (from: number, to: number) => {
      let count = 0;
      for (let y = 150; y < 460; y++) for (let x = from; x < to; x++) if (isDark(x, y)) count++;
      return count;
    };
    expect(dark(100, 1100)).toBeGreaterThan(10_000);
    expect(dark(0, 60) + dark(1140, 1200)).toBe(0);
  });

  test("keeps a line below its title only in whole sentences", async () => {
    const [whole, cut] = await Promise.all(
      [card.line, [...card.line, ..."終わらない文".repeat(20).split(/(?=終)/)]].map((line) =>
        drawCard({ ...card, line }),
      ),
    );
    expect(cut).toEqual(whole);
  });

  test("whose title does not fit says so", async () => {
    await expect(drawCard({ ...card, title: ["長".repeat(200)] })).rejects.toThrow("does not fit a share card");
  });
});
