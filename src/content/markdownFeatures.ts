/**
 * What the engine reads in a text besides CommonMark and GFM, for the renderer and the checks alike: `## Heading {#id}`
 * pins a section's address, `:::note` is an aside, `$…$` a formula, and a line `: …` explains the one above it. Quotes
 * and dashes stay as they were typed, because the engine would rewrite CJK quotes. Astro has read the frontmatter: what looks like it is a rule.
 */
export const markdownFeatures = {
  headingAttributes: true,
  directive: true,
  definitionList: true,
  math: true,
  smartPunctuation: false,
  frontmatter: false,
} as const;
