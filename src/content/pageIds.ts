/** Ids that the pages have of their own, around the texts: links may lead to them, and no heading may be called so. */
const everywhere = ["main", "menu", "rail", "contents"];

export const pageIds = {
  guide: [...everywhere, "tldr"],
  cause: [...everywhere, "message", "exchange", "evidence"],
  recipe: [...everywhere, "code", "values", "values-hint", "curl-preflight", "curl-actual", "curl-audit"],
  page: everywhere,
} as const satisfies Record<string, readonly string[]>;
