import type { Language } from "../../site.config.ts";

/** An arrow of a card: its label, and what it says by its shape and colour. */
export interface CardArrow {
  label: string;
  state: "plain" | "preflight" | "ok" | "broken" | "unsent";
}

/** What a page's card says: the picture that is shown where somebody shares its address. */
export interface Card {
  language: Language;
  /** The site's name. */
  site: string;
  /** What the two lifelines are called. */
  ends: readonly [browser: string, server: string];
  /** Words and phrases, which are kept whole where lines end; so are those of `line`. */
  title: readonly string[];
  /** A sentence or two below the title; what does not fit is left out, sentence by sentence. */
  line: readonly string[];
  /** What a machine says, above the title. */
  sign?: string;
  /** The arrow to the server, and the one back. */
  out: CardArrow;
  back: CardArrow;
  /** What kind of page it is; of a cause, where the exchange stops. */
  kind: string;
  /** Whether the exchange stops there. */
  stops?: boolean;
}

/** The size of every card, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Where a page's card stands, below the site's root. @param place the page's, as `causes/…` or `home` */
export function cardPath(language: Language, place: string): string {
  return `cards/${language}/${place}.png`;
}
