import { cjk } from "./cjk.ts";
import { headingIds, linkedHeadings } from "./headings.ts";
import { internalLinks } from "./internalLinks.ts";
import { recipeFences } from "./recipeFences.ts";
import { alignedCells, footnoteWords, scrollableTables } from "./structure.ts";
import { unsupported } from "./unsupported.ts";

/** In the order in which they run. */
export const mdastPlugins = [unsupported(), cjk, internalLinks, recipeFences];
export const hastPlugins = [footnoteWords, scrollableTables, alignedCells, headingIds, linkedHeadings];
