import type { APIRoute } from "astro";
import { packedFolder } from "../../../content/packedFolders.ts";
import { recipesFor } from "../../../content/recipes.ts";
import { languages } from "../../../i18n/languages.ts";

interface Props extends Record<string, unknown> {
  zip: Uint8Array<ArrayBuffer>;
}

export async function getStaticPaths() {
  const all = await Promise.all(
    languages.map(async (language) =>
      Promise.all(
        (await recipesFor(language)).map(async ({ id }) => {
          const packed = await packedFolder(id, language);
          return packed ? [{ params: { lang: language, id }, props: { zip: packed.zip } }] : [];
        }),
      ),
    ),
  );
  return all.flat(2);
}

/** The least project in which a recipe runs, to be downloaded. */
export const GET: APIRoute<Props> = ({ props: { zip } }) =>
  new Response(zip, { headers: { "Content-Type": "application/zip" } });
