import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { headersFile, vercelFile } from "./edgeFiles.ts";
import { type Moved, redirectLines } from "./moved.ts";

/** When the site is built: writes what hosts read from the built folder itself. `npm run hosts` writes the others. */
export function hostFiles(): AstroIntegration {
  return {
    name: "host-files",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        const data = join(root, "moved.json");
        const moved = JSON.parse(await readFile(data, "utf8")) as Moved[];
        // Nobody else needs it.
        await rm(data);
        await writeFile(join(root, "_headers"), headersFile());
        await writeFile(join(root, "_redirects"), redirectLines(moved));
        await writeFile(join(root, "vercel.json"), vercelFile(moved));
      },
    },
  };
}
