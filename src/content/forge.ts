import type { Language } from "../i18n/languages.ts";
import { pageWords } from "../i18n/pageWords.ts";
import type { Place } from "../i18n/routes.ts";
import { site } from "../site.config.ts";

/** Where a page's readers take part: at the forge that has the sources. */
export interface ForgeLinks {
  /** Its text, to be edited. */
  edit: string;
  /** A new file for its translation, where there is none. */
  translate: string | undefined;
  /** A report that names the page. */
  report: string;
}

/** How forges call their pages; what is none of these does as GitHub does. */
const forges = [
  { host: /gitlab/, edit: "-/edit", create: "-/new", name: "file_name", issue: "-/issues/new?issue[title]=" },
  { host: /codeberg|gitea|forgejo/, edit: "_edit", create: "_new", name: "filename", issue: "issues/new?title=" },
  { host: /./, edit: "edit", create: "new", name: "filename", issue: "issues/new?title=" },
] as const;

/** The repository's address, and how its forge calls its pages; nothing where no repository is set. */
function forgeOf() {
  if (site.repository === null) return undefined;
  const address = site.repository.replace(/\/$/, "");
  return { address, ...(forges.find(({ host }) => host.test(new URL(address).host)) ?? forges[2]) };
}

/** The beginning of a report's address, to which its title is added, encoded; nothing where no repository is set. */
export function reportAddress(): string | undefined {
  const forge = forgeOf();
  return forge && `${forge.address}/${forge.issue}`;
}

/**
 * Links made from the repository's address.
 * @param file the text's, as a path from the project's root
 * @param textIn the language of the text
 * @returns nothing where no repository is set
 */
export function forgeLinks(file: string, place: Place, language: Language, textIn: Language): ForgeLinks | undefined {
  const forge = forgeOf();
  if (!forge) return undefined;
  const { address } = forge;
  const [, folder, ending] = /^(.*)\/[\w-]+\.(mdx?)$/.exec(file) ?? [];
  const edit = `${address}/${forge.edit}/${site.branch}/${file}`;
  // Of a list the words of all languages stand in one file.
  const created = folder
    ? `${address}/${forge.create}/${site.branch}/${folder}?${forge.name}=${language}.${ending}`
    : edit;
  return {
    edit,
    translate: textIn === language ? undefined : created,
    report: `${reportAddress()}${encodeURIComponent(`${language}/${place}`)}`,
  };
}

/** Where the words of a page stand that is no text of its own. */
export function wordsFile(place: Place, language: Language): string {
  if (place === "glossary") return "content/glossary.yaml";
  if (place.startsWith("not-cors/")) return "content/not-cors.yaml";
  if (place.startsWith("stacks/")) return "content/stacks.yaml";
  return `src/i18n/ui/${language}/${pageWords(place)}.ts`;
}
