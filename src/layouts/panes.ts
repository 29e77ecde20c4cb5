/** What stands beside a text: its section's list at the left, its contents at the right. */

/** A group of the section's list. */
export interface RailGroup {
  title: string;
  /** The title's language, where it is not the page's. */
  lang?: string | undefined;
  links: readonly RailLink[];
}

export interface RailLink {
  href: string;
  text: string;
  /** The text's language, where it is not the page's. */
  lang?: string | undefined;
  /** The page that the reader is on. */
  current?: boolean;
}

/** A heading in the contents, with those of the next rank below it. */
export interface ContentsEntry {
  id: string;
  text: string;
  /** The text's language, where it is not that of the contents. */
  lang?: string | undefined;
  /** A translation's section that is behind its original. */
  stale?: boolean;
  below?: ContentsEntry[];
}

/** The h2 and h3 of a text as its contents. @param headings in the order of the text */
export function contentsOf(
  headings: readonly { depth: number; slug: string; text: string }[],
  stale: ReadonlySet<string> = new Set(),
): ContentsEntry[] {
  const contents: ContentsEntry[] = [];
  for (const { depth, slug, text } of headings) {
    if (depth === 2) contents.push({ id: slug, text, stale: stale.has(slug), below: [] });
    else if (depth === 3) contents.at(-1)?.below?.push({ id: slug, text });
  }
  return contents;
}
