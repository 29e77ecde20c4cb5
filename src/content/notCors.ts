import { getCollection } from "astro:content";
import { notCorsIds } from "../diagnose/index.ts";
import { type Language, languages } from "../i18n/languages.ts";
import { type Shown, shownWords } from "./fallback.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import type { NotCors, NotCorsWords } from "./schemas/notCors.ts";

/** What people take for CORS and is something else, as a language shows it. */
export interface NotCorsInLanguage extends Shown<NotCorsWords> {
  entry: NotCors;
  /** The languages that it is really written in. */
  languages: readonly Language[];
}

const entries = oncePerBuild(
  async (): Promise<readonly NotCors[]> =>
    (await getCollection("notCors"))
      .map(({ data }) => data)
      .sort((a, b) => notCorsIds.indexOf(a.id) - notCorsIds.indexOf(b.id)),
);

/** All of it in a language, in the order in which the diagnosis lists it; where one is not translated, in its source. */
export const notCorsFor = oncePerBuild(
  async (language: Language): Promise<readonly NotCorsInLanguage[]> =>
    (await entries()).flatMap((entry) => {
      const shown = shownWords<NotCorsWords>(entry, language);
      return shown ? [{ entry, ...shown, languages: languages.filter((one) => entry[one] !== undefined) }] : [];
    }),
);
