/** A text as HTML, cut where a component of the site stands: what that shows depends on the page. */
export type Part = string | { name: string; props: Readonly<Record<string, unknown>>; parts: Part[] };

export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** A text as pages show it, made of nothing but the text itself. */
export interface PlainText {
  parts: Part[];
  headings: Heading[];
}
