import { cjk } from "./cjk.ts";
import { headingIds, linkedHeadings } from "./headings.ts";
import { internalLinks } from "./internalLinks.ts";
import { recipeFences } from "./recipeFences.ts";
import { refuseUnsupported } from "./refuseUnsupported.ts";
import { alignedCells, footnoteWords, scrollableTables } from "./structure.ts";

/** In the order in which they run. */
export const mdastPlugins = [refuseUnsupported, cjk, internalLinks, recipeFences];
export const hastPlugins = [footnoteWords, scrollableTables, alignedCells, headingIds, linkedHeadings];
