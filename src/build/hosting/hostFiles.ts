import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { headersFile, vercelFile } from "./edgeFiles.ts";

/** When the site is built: writes what hosts read from the built folder itself. `npm run hosts` writes the others. */
export function hostFiles(): AstroIntegration {
  return {
    name: "host-files",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        await writeFile(join(root, "_headers"), headersFile());
        await writeFile(join(root, "vercel.json"), vercelFile());
      },
    },
  };
}
