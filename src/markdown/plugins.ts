import { asides } from "./asides.ts";
import { cjk } from "./cjk.ts";
import { codeGroups } from "./codeGroups.ts";
import { codeInfo } from "./codeInfo.ts";
import { diagrams } from "./diagrams.ts";
import { examples } from "./examples.ts";
import { definitionLists, figures } from "./figures.ts";
import { formulaLines, formulas } from "./formulas.ts";
import { headingIds, linkedHeadings } from "./headings.ts";
import { highlightedCode } from "./highlightedCode.ts";
import { inlineMarks } from "./inlineMarks.ts";
import { internalLinks } from "./internalLinks.ts";
import { publicPictures } from "./publicPictures.ts";
import { recipeFences } from "./recipeFences.ts";
import { refuseUnsupported } from "./refuseUnsupported.ts";
import { alignedCells, breakingCode, footnoteWords, scrollableTables, taskBoxes } from "./structure.ts";

/** In the order in which they run: what is refused is looked for in the text as it was written. */
export const mdastPlugins = [
  refuseUnsupported,
  formulaLines,
  examples,
  asides,
  cjk,
  inlineMarks,
  figures,
  publicPictures,
  definitionLists,
  internalLinks,
  codeInfo,
  recipeFences,
  codeGroups,
];
export const hastPlugins = [
  formulas,
  diagrams,
  highlightedCode,
  footnoteWords,
  taskBoxes,
  scrollableTables,
  alignedCells,
  breakingCode,
  headingIds,
  linkedHeadings,
];
