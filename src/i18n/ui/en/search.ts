/** The words of the search dialog. */
export const search = {
  "search.label": "Search",
  "search.placeholder": "A word, a header, or a whole error message",
  "search.close": "Close",
  "search.none": "Nothing found for “{query}”. Try fewer words, or look through the causes.",
  "search.none.causes": "All causes and fixes",
  "search.count": "{count} results",
  "search.one": "1 result",
  "search.failed": "The search could not be loaded. Reload the page and try again.",
  "search.hint": "Paste an error as it is. ↑ ↓ to move, Enter to open, Esc to close.",
} as const;
