import { crc32, deflateSync } from "node:zlib";

/** A colour: red, green and blue, to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * A picture of few colours as a PNG.
 * @param pixels for each pixel, row by row, which colour of the palette it has
 * @param palette at most 256; with at most 16 the picture is half as large
 * @see https://www.w3.org/TR/png-3/
 */
export function encodePng(width: number, height: number, pixels: Uint8Array, palette: readonly Colour[]): Uint8Array {
  const depth = palette.length > 16 ? 8 : 4;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Its colours are a palette's; the rest has one possible value, or is the simplest: no filter that suits most.
  header.set([depth, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rowsOf(width, height, pixels, depth))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Written anew for each picture: to collect one for each would take longer than to draw it. */
let rows = new Uint8Array();

/** Each row behind a byte that says that it is not filtered. It lasts until the next picture. */
function rowsOf(width: number, height: number, pixels: Uint8Array, depth: 4 | 8): Uint8Array {
  const perByte = 8 / depth;
  const length = Math.ceil(width / perByte);
  if (rows.length !== height * (length + 1)) rows = new Uint8Array(height * (length + 1));
  for (let row = 0; row < height; row++) {
    const start = row * width;
    let at = row * (length + 1);
    rows[at++] = 0;
    if (perByte === 1) rows.set(pixels.subarray(start, start + width), at);
    else {
      for (let x = start; x < start + width; x += 2) {
        const second = x + 1 < start + width ? (pixels[x + 1] as number) : 0;
        rows[at++] = ((pixels[x] as number) << 4) | second;
      }
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
