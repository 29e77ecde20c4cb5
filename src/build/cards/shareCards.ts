import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import sharp from "sharp";
import type { Card } from "./card.ts";
import { drawCard } from "./drawCard.ts";
import { packagesOfCards } from "./faces.ts";
import { cards } from "./registry.ts";

/**
 * When the site is built: draws the card of each page, as `cards/<language>/<place>.png`. What was drawn before is kept
 * in `.cache/cards/`, by all that it was made from.
 */
export function shareCards(): AstroIntegration {
  let cache = "";
  return {
    name: "share-cards",
    hooks: {
      "astro:config:done": ({ config }) => {
        cache = join(fileURLToPath(config.root), ".cache/cards");
      },
      "astro:build:start": () => cards().clear(),
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const tools = await hashTools();
        await mkdir(cache, { recursive: true });
        let drawn = 0;
        const pictures = [...cards()].map(async ([path, card]) => {
          const kept = join(cache, `${hash(tools, JSON.stringify(card))}.png`);
          const file = join(root, path);
          await mkdir(dirname(file), { recursive: true });
          if (await copied(kept, file)) return;
          drawn++;
          const picture = await pictureOf(card).catch((error: Error) => {
            throw new AstroError(`${path}\n  ${error.message}`);
          });
          await writeFile(file, picture);
          // Another build may read it meanwhile, and must not find half of it.
          await writeFile(`${kept}.${process.pid}`, picture);
          await rename(`${kept}.${process.pid}`, kept);
        });
        await Promise.all(pictures);
        logger.info(`${pictures.length} cards, ${drawn} of them drawn anew`);
      },
    },
  };
}

async function copied(from: string, to: string): Promise<boolean> {
  return copyFile(from, to).then(
    () => true,
    () => false,
  );
}

/** A card as a PNG. Few colours are in it: with so small a palette it is a third as large, and looks the same. */
export async function pictureOf(card: Card): Promise<Uint8Array> {
  const svg = await drawCard(card);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, dither: 0, effort: 1 }).toBuffer();
}

function hash(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("base64url").slice(0, 24);
}

/** What a picture is made with besides the card's words: this code, the site's colours, the faces and the libraries. */
async function hashTools(): Promise<string> {
  const here = import.meta.dirname;
  const code = (await readdir(here)).filter((name) => name.endsWith(".ts")).sort();
  const files = [...code.map((name) => join(here, name)), join(here, "../../styles/tokens.css")];
  const { devDependencies } = JSON.parse(await readFile(join(here, "../../../package.json"), "utf8"));
  const versions = packagesOfCards.map((name) => `${name}@${devDependencies[name]}`);
  return hash(...(await Promise.all(files.map((file) => readFile(file, "utf8")))), ...versions);
}
