import { getCollection } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { type Shown, shownWords } from "./fallback.ts";
import { oncePerBuild } from "./oncePerBuild.ts";

/** The name of a tag or a category as a language shows it. */
export interface ShownName extends Shown<string> {
  id: string;
}

const namesOf = (kind: "tags" | "categories") =>
  oncePerBuild(async (language: Language): Promise<ReadonlyMap<string, ShownName>> => {
    return new Map(
      (await getCollection(kind)).flatMap(({ id, data }) => {
        const shown = shownWords<string>(data, language);
        return shown ? [[id, { id, ...shown }]] : [];
      }),
    );
  });

/** All tags in a language by their ids; where one has no name there, by that of its source. */
export const tagsFor = namesOf("tags");

/** The same of the categories. */
export const categoriesFor = namesOf("categories");
