import type { Card } from "./card.ts";

/**
 * The cards of the pages that were rendered, by their paths. Pages are rendered from a bundle with modules of its own,
 * and drawn are the cards by an integration: what both see is global.
 */
const shared = globalThis as { preflightGuideCards?: Map<string, Card> };

export function cards(): Map<string, Card> {
  shared.preflightGuideCards ??= new Map();
  return shared.preflightGuideCards;
}
