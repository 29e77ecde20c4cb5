import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, inject, test } from "vitest";
import { site } from "../../src/site.config.ts";
import { attributes, readPages } from "../support/pages.ts";

const folder = inject("siteFolder");
const pages = readPages(folder);
const shared = pages.filter(({ indexed }) => indexed);

const meta = (page: (typeof pages)[number], property: string) =>
  attributes(page, `meta[property=${property}]`, "content")[0];

test("each page that may be found has a card of its own, with its size and in words what it shows", async () => {
  expect(shared.length).toBeGreaterThan(300);
  const pictures = new Set<string>();
  for (const page of shared) {
    const picture = meta(page, "og:image") ?? "";
    expect(picture.startsWith(`${site.url}${site.base}cards/`), page.path).toBe(true);
    expect(meta(page, "og:title"), page.path).toContain(meta(page, "og:image:alt") || "its words");
    expect(meta(page, "og:url"), page.path).toBe(attributes(page, "link[rel=canonical]", "href")[0]);
    expect(attributes(page, "meta[name=twitter:card]", "content"), page.path).toEqual(["summary_large_image"]);
    pictures.add(picture);
  }
  expect(pictures.size).toBeGreaterThan(300);
  for (const picture of pictures) {
    const file = join(folder, picture.slice(`${site.url}${site.base}`.length));
    expect(existsSync(file), picture).toBe(true);
    const { format, width, height } = await sharp(file).metadata();
    expect({ format, width, height }, picture).toEqual({ format: "png", width: 1200, height: 630 });
  }
});
