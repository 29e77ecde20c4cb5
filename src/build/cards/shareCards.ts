import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { packagesOfFaces } from "../../typesetting/faceNames.ts";
import { describeTools, openKept } from "../keep.ts";
import { drawCard } from "./drawCard.ts";
import { cards } from "./registry.ts";

/**
 * When the site is built: draws the card of each page, as `cards/<language>/<place>.png`. What was drawn before is kept
 * in `.cache/cards/`, by all that it was made from.
 */
export function shareCards(): AstroIntegration {
  let project: URL;
  return {
    name: "share-cards",
    hooks: {
      "astro:config:done": ({ config }) => {
        project = config.root;
      },
      "astro:build:start": () => cards().clear(),
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const kept = await openKept(
          project,
          "cards",
          await describeTools(await filesOfCards(), [...packagesOfFaces, "sharp"]),
        );
        // One after the other: thousands of pictures are not to be in memory at once.
        for (const [path, card] of cards()) {
          const picture = await kept
            .get(JSON.stringify(card), () => drawCard(card))
            .catch((error: Error) => {
              throw new AstroError(`${path}\n  ${error.message}`);
            });
          const file = join(root, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, picture);
        }
        await kept.removeOthers();
        logger.info(`${cards().size} cards, ${kept.made} of them drawn anew`);
      },
    },
  };
}

/** What a picture is made with besides the card's words: this code, and the site's colours. */
async function filesOfCards(): Promise<string[]> {
  const here = import.meta.dirname;
  const rooms = [here, join(here, "../../typesetting")];
  const code = await Promise.all(
    rooms.map(async (room) =>
      (await readdir(room))
        .filter((name) => name.endsWith(".ts"))
        .sort()
        .map((name) => join(room, name)),
    ),
  );
  return [...code.flat(), join(here, "../../styles/tokens.css")];
}
