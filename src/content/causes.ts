import { type CollectionEntry, getCollection } from "astro:content";
import type { Language } from "../i18n/languages.ts";
import { type Cause, causes, type Phase } from "../rules/index.ts";
import { pickFrom } from "./lookup.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import { shownText, textsById } from "./texts.ts";

/** A cause of the rules module joined with its words in a language. */
export interface CauseWithWords {
  cause: Cause;
  /** The language of the page. */
  language: Language;
  /** The language of the words. */
  writtenIn: Language;
  entry: CollectionEntry<"causes">;
  /** The languages that it is really written in. */
  languages: readonly Language[];
}

const texts = oncePerBuild(async () => textsById(await getCollection("causes")));

/** All causes in a language, in the rules module's order; where one is not translated, in its source. */
export const causesFor = oncePerBuild(async (language: Language): Promise<readonly CauseWithWords[]> => {
  const known = await texts();
  return causes.map((cause) => {
    const shown = shownText(known.get(cause.id), language);
    if (!shown)
      throw new Error(`The cause "${cause.id}" has no words.\nWrite content/causes/${cause.id}/${language}.md.`);
    return { cause, language, ...shown };
  });
});

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
  language,
}: CauseWithWords): Promise<{ previous?: CauseWithWords | undefined; next?: CauseWithWords | undefined }> {
  return (await neighbours(language)).get(cause.id) ?? {};
}
