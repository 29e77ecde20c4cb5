import { strToU8, type Zippable, zipSync } from "fflate";
import { auditCommand } from "../generator/curl.ts";
import { defaultParams } from "../generator/params.ts";
import { shells } from "../generator/shells.ts";
import { fillIn } from "../i18n/fillIn.ts";
import type { Language } from "../i18n/languages.ts";
import { href } from "../i18n/routes.ts";
import { recipeWords } from "../i18n/strings.ts";
import { site } from "../site.config.ts";
import type { RecipeFolder } from "./recipeFolder.ts";

/** What audits a recipe that was started in its folder. */
export function auditOf({ url }: RecipeFolder): string {
  return auditCommand(shells.bash, defaultParams, `${url}/api/data`);
}

/**
 * A recipe's folder as a zip file, the same bytes for the same files.
 * @param recipe its id, and what it is called in the language
 */
export function zipOf(
  folder: RecipeFolder,
  recipe: { id: string; name: string },
  language: Language,
): Uint8Array<ArrayBuffer> {
  const files = { ...folder.files, "README.md": readmeOf(folder, recipe, language) };
  const entries = Object.entries(files).map(([path, text]) => [`${recipe.id}/${path}`, strToU8(text)]);
  // The first moment that the format knows, here as everywhere: it counts in local time.
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: new Date(1980, 0, 1), level: 9 });
}

function readmeOf(folder: RecipeFolder, { id, name }: { id: string; name: string }, language: Language): string {
  const t = recipeWords(language);
  const page = new URL(href(language, `recipes/${id}`), site.url).href;
  return [
    `# ${name}`,
    `\`\`\`sh\n${folder.commands.join("\n")}\n\`\`\``,
    ...(folder.upstream ? [fillIn(t("folder.upstream"), { address: folder.upstream })] : []),
    t("folder.audit"),
    `\`\`\`sh\n${auditOf(folder)}\n\`\`\``,
    `<${page}>`,
    "",
  ].join("\n\n");
}
