import { causes } from "../rules/index.ts";
import { ContentFolder } from "./checks/context.ts";

/** The ids by which texts name what there is, a set for each kind of link: `cause:ID`, `guide:ID`, `recipe:ID`, `term:ID`. */
export interface ContentIds {
  cause: ReadonlySet<string>;
  guide: ReadonlySet<string>;
  recipe: ReadonlySet<string>;
  term: ReadonlySet<string>;
}

/** @returns what the content has now */
export function readContentIds(content: ContentFolder): ContentIds {
  return {
    cause: new Set(causes.map(({ id }) => id)),
    guide: new Set(content.folders("guides")),
    recipe: new Set(content.folders("recipes")),
    term: readListIds(content, "glossary.yaml"),
  };
}

/**
 * The ids of a list's entries, whether or not anything else is wrong with them. Of a list that is missing or does not
 * parse that is told, and not of all that names an entry of it: it may have any.
 * @param name the YAML file's
 */
export function readListIds(content: ContentFolder, name: string): ReadonlySet<string> {
  const entries = content.exists(name) ? content.readYaml(name).data : undefined;
  if (!Array.isArray(entries)) return new AnyId();
  const ids: unknown[] = entries.map((entry) => entry?.id);
  // One that is not written as ids are was meant as one: that is told of it, and not of what names it.
  return new Set(ids.filter((id) => typeof id === "string").flatMap((id) => [id, id.toLowerCase()]));
}

/** What is not known, so that nothing is missing in it. */
class AnyId extends Set<string> {
  override has(): boolean {
    return true;
  }
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
