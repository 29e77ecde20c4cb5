import { causes } from "../rules/index.ts";
import { ContentFolder } from "./checks/context.ts";

/** The ids by which texts name what there is, a set for each kind of link: `cause:ID`, `guide:ID`, `recipe:ID`, `term:ID`. */
export interface ContentIds {
  cause: ReadonlySet<string>;
  guide: ReadonlySet<string>;
  recipe: ReadonlySet<string>;
  term: ReadonlySet<string>;
}

/** @returns what the content has now; where the glossary is missing or does not parse, no terms */
export function readContentIds(content: ContentFolder): ContentIds {
  const glossary = content.exists("glossary.yaml") ? content.readYaml("glossary.yaml").data : [];
  const terms: unknown[] = Array.isArray(glossary) ? glossary.map((term) => term?.id) : [];
  return {
    cause: new Set(causes.map(({ id }) => id)),
    guide: new Set(content.folders("guides")),
    recipe: new Set(content.folders("recipes")),
    term: new Set(terms.filter((id) => typeof id === "string")),
  };
}

let known: ContentIds | undefined;

/** The ids of this project's content, read once, and again after `forgetContentIds`: every link asks for them. */
export function contentIds(): ContentIds {
  known ??= readContentIds(new ContentFolder(process.cwd()));
  return known;
}

/** To be called where the content has changed under a running program, as it does under `npm run dev`. */
export function forgetContentIds(): void {
  known = undefined;
}
