import sharp from "sharp";
import { expect, test } from "vitest";
import { type Colour, encodePng } from "./png.ts";

test.each([
  ["up to 16", 16],
  ["more", 17],
])("a picture of %s colours is read as it was written, with an odd width, too", async (_, count) => {
  const palette = Array.from({ length: count }, (_, index): Colour => [index, 255 - index, 7 * index]);
  const [width, height] = [5, 7];
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => index % count);
  const { data, info } = await sharp(encodePng(width, height, pixels, palette))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width, height, channels: 3 });
  expect([...data]).toEqual([...pixels].flatMap((pixel) => palette[pixel] ?? []));
});
