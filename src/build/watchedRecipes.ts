import { join } from "node:path";
import type { Plugin } from "vite";
import { languages } from "../site.config.ts";

/**
 * In `npm run dev`: a text that shows a recipe's region is made anew when the recipe changes, or what its comments say.
 * The Markdown plugin that fills the region in is none of Vite's, which so knows of no file but the text itself.
 */
export function watchedRecipes(): Plugin {
  return {
    name: "watched-recipes",
    apply: "serve",
    transform: {
      // The text as its author wrote it.
      order: "pre",
      filter: { id: /\/content\/.*\.mdx?(?:$|\?)/, code: /\brecipe="/ },
      handler(code) {
        for (const [, file = "", id = ""] of code.matchAll(/\brecipe="(([\w-]+)\/[^"#]+)/g)) {
          const names = [file, ...languages.map((language) => `${id}/${language}.md`)];
          for (const name of names) this.addWatchFile(join(process.cwd(), "content/recipes", name));
        }
      },
    },
  };
}
