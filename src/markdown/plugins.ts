import { cjk } from "./cjk.ts";
import { headingIds, linkedHeadings } from "./headings.ts";
import { highlightedCode } from "./highlightedCode.ts";
import { internalLinks } from "./internalLinks.ts";
import { recipeFences } from "./recipeFences.ts";
import { refuseUnsupported } from "./refuseUnsupported.ts";
import { alignedCells, breakingCode, footnoteWords, scrollableTables } from "./structure.ts";

/** In the order in which they run. */
export const mdastPlugins = [cjk, refuseUnsupported, internalLinks, recipeFences];
export const hastPlugins = [
  highlightedCode,
  footnoteWords,
  scrollableTables,
  alignedCells,
  breakingCode,
  headingIds,
  linkedHeadings,
];
