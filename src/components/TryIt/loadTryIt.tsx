import type { ComponentChildren } from "preact";
import { linkStyles } from "../../client/linkStyles.ts";
import type { Exchange } from "../../rules/index.ts";
import { loadWords } from "../bringToLife.ts";

/** Draws what lets a reader try an exchange in their own browser. @param query the checker's, for a report */
export type DrawTryIt = (exchange: Exchange, query: string) => ComponentChildren;

/**
 * Loads what lets a reader try an exchange: its button. What it takes to try one is loaded when that is clicked.
 * @returns nothing where the site has no lab: the build then leaves all of it out
 * @throws where it could not be loaded
 */
export async function loadTryIt(language: string): Promise<DrawTryIt | undefined> {
  const lab = import.meta.env.LAB;
  if (!lab) return undefined;
  const [{ styles, TryIt }, t] = await Promise.all([import("./TryIt.tsx"), loadWords("tryIt", language)]);
  if (!t) throw new Error(`There are no words in "${language}".`);
  await linkStyles(styles);
  return (exchange, query) => <TryIt exchange={exchange} query={query} lab={lab} t={t} />;
}
