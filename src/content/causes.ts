import { type CollectionEntry, getEntry } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { type Cause, causes, type Phase } from "../rules/index.ts";
import { pickFrom } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";

/** A cause of the rules module joined with its words in a language. */
export interface CauseWithWords {
  cause: Cause;
  entry: CollectionEntry<"causes">;
}

/** All causes in a language, in the rules module's order. Content checks have made sure that each has its words. */
export const causesFor = oncePerBuild(
  async (language: Language): Promise<readonly CauseWithWords[]> =>
    Promise.all(
      causes.map(async (cause) => {
        const entry = await getEntry("causes", `${cause.id}/${language}`);
        if (!entry)
          throw new Error(
            `The cause "${cause.id}" has no words in ${language}.\nWrite content/causes/${cause.id}/${language}.md.`,
          );
        return { cause, entry };
      }),
    ),
);

const picker = oncePerBuild(async (language: Language) => pickFrom(await causesFor(language), ({ cause }) => cause.id));

/** Some causes in a language, in the rules module's order. @param ids those that there are not are left out */
export async function causesNamed(ids: readonly string[], language: Language): Promise<CauseWithWords[]> {
  return (await picker(language))(ids);
}

const phases: readonly Phase[] = ["request", "preflight", "response", "reading"];

/** All causes in a language, along the exchange: where it breaks, and the causes that break it there. */
export async function causesByPhase(language: Language): Promise<{ phase: Phase; causes: CauseWithWords[] }[]> {
  const all = await causesFor(language);
  return phases
    .map((phase) => ({ phase, causes: all.filter(({ cause }) => cause.phase === phase) }))
    .filter((group) => group.causes.length > 0);
}

const neighbours = oncePerBuild(async (language: Language) => {
  const inOrder = (await causesByPhase(language)).flatMap((group) => group.causes);
  return new Map(
    inOrder.map(({ cause }, place) => [cause.id, { previous: inOrder[place - 1], next: inOrder[place + 1] }]),
  );
});

/** The causes before and after one, along the exchange. */
export async function causeNeighbours({
  cause,
  entry,
}: CauseWithWords): Promise<{ previous?: CauseWithWords | undefined; next?: CauseWithWords | undefined }> {
  const language = entry.id.split("/")[1] as Language;
  return (await neighbours(language)).get(cause.id) ?? {};
}
