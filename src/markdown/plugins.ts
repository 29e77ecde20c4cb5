import { cjk } from "./cjk.ts";
import { internalLinks } from "./internalLinks.ts";
import { recipeFences } from "./recipeFences.ts";
import { linkedHeadings, scrollableTables } from "./structure.ts";

/** In the order in which they run. */
export const mdastPlugins = [cjk, internalLinks, recipeFences];
export const hastPlugins = [scrollableTables, linkedHeadings];
