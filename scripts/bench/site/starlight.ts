import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../../../src/site.config.ts";
import { type Notation, nameOf, type ShownRecipe, textOf } from "./texts.ts";

/** Its packages and configuration; the packages are installed for the benchmark alone. */
const project = join(import.meta.dirname, "starlight");

/** Makes a Starlight site with the same texts in a folder, in which its packages may be from before. */
export function makeStarlight(folder: string, count: number, recipes: readonly ShownRecipe[]): void {
  for (const part of ["src", "dist", ".astro", "node_modules/.astro"])
    rmSync(join(folder, part), { recursive: true, force: true });
  cpSync(project, folder, { recursive: true });
  for (const language of languages) {
    const texts = join(folder, "src/content/docs", language.toLowerCase());
    mkdirSync(texts, { recursive: true });
    for (let number = 0; number < count; number++) {
      writeFileSync(join(texts, `${nameOf(number)}.mdx`), textOf(number, count, language, recipes, notation));
    }
  }
}

/** Changes a sentence of one text. @param change makes it another each time */
export function editStarlight(folder: string, change: number): void {
  const file = join(folder, "src/content/docs/en", `${nameOf(0)}.mdx`);
  writeFileSync(file, readFileSync(file, "utf8").replace(/\.\n\n- /, `. Value ${change}.\n\n- `));
}

const notation: Notation = {
  frontmatter: ({ title, description }) => `---\ntitle: '${title}'\ndescription: '${description}'\n---`,
  id: () => "",
  link: (words, _to, other, language) => `[${words}](/${language.toLowerCase()}/${nameOf(other)}/)`,
  recipe: ({ language, text }) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``,
  note: (words) => `:::note\n\n${words}\n\n:::`,
};
