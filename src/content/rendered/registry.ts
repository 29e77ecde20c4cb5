import type { PlainText } from "./parts.ts";

/** What a build has rendered before it made modules of anything, by files as paths from the project's root. */
export interface RenderedTexts {
  /** How long a text takes to read. Nothing for one that is a module. */
  minutes(file: string): number | undefined;
  /** Nothing for one that is a module. */
  read(file: string): Promise<PlainText | undefined>;
}

/**
 * Pages are rendered from a bundle with modules of its own, and texts by an integration: what both see is global.
 */
const shared = globalThis as { preflightGuideTexts?: RenderedTexts | undefined };

/** Nothing where Astro renders all texts, as in `npm run dev`. */
export function renderedTexts(): RenderedTexts | undefined {
  return shared.preflightGuideTexts;
}

export function setRenderedTexts(texts: RenderedTexts | undefined): void {
  shared.preflightGuideTexts = texts;
}
