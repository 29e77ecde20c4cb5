import { readFile } from "node:fs/promises";
import type { APIRoute } from "astro";
import sharp from "sharp";

/** 180 is what an iPhone asks for, the others are what Android does. */
export const getStaticPaths = () => ["180", "192", "512"].map((size) => ({ params: { size } }));

/** The site's icon as a picture of so many pixels a side, for those who take no drawing. */
export const GET: APIRoute = async ({ params }) => {
  const size = Number(params.size);
  const drawing = await readFile("public/favicon.svg");
  const { width = 32 } = await sharp(drawing).metadata();
  const picture = await sharp(drawing, { density: (72 * size) / width })
    .resize(size, size)
    .png()
    .toBuffer();
  return new Response(new Uint8Array(picture), { headers: { "Content-Type": "image/png" } });
};
