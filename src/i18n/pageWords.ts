import type { PageName, Place } from "./routes.ts";
import type { UiPart } from "./types.ts";

const parts: Partial<Record<PageName, UiPart>> = {
  home: "home",
  recipes: "recipes",
  stacks: "recipes",
  differences: "differences",
  checker: "checker",
  diagnose: "diagnose",
  search: "search",
  terminal: "terminalPage",
};

/** The part of the interface's words that a page is made of, besides those of every page. */
export function pageWords(place: Place): UiPart {
  return parts[place as PageName] ?? "common";
}
