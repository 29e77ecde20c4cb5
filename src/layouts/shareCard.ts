import type { Card } from "../build/cards/card.ts";
import { cardPath } from "../build/cards/card.ts";
import { cards } from "../build/cards/registry.ts";
import { phrasesOf } from "../components/Title/breaks.ts";
import { fallbacksOf, type Language, languages } from "../i18n/languages.ts";
import { href, type Place } from "../i18n/routes.ts";
import { commonWords, uiStrings } from "../i18n/strings.ts";
import { site } from "../site.config.ts";
import { facesOf } from "../typesetting/faceNames.ts";

/** What a page's card says otherwise than that the page was asked for and answers. */
export interface OwnCard extends Partial<Pick<Card, "sign" | "out" | "back" | "kind" | "stops">> {
  /** The line below the title; else the page's description. */
  line?: string;
}

interface Page {
  language: Language;
  place: Place;
  title: string;
  description: string;
}

/** The sections whose pages say on their cards which one they are of. */
const sectionOf = (place: Place) => {
  const [section] = place.split("/");
  return place.includes("/") && (section === "guides" || section === "causes" || section === "recipes")
    ? section
    : null;
};

/**
 * Has the card of a page drawn when the site is built.
 * @returns its path below the site's root; of a language without a face, that of the home page in one that has some
 */
export async function shareCard(
  { language, place, title, description }: Page,
  { line = description, ...own }: OwnCard = {},
): Promise<string> {
  if (!facesOf[language]) {
    const instead = [...fallbacksOf(language), ...languages].find((one) => languages.includes(one) && facesOf[one]);
    return cardPath(instead ?? language, "home");
  }
  const { checker } = uiStrings[language];
  const section = sectionOf(place);
  const phrases = async (text: string) => phrasesOf(text.replaceAll("`", ""), language);
  const path = cardPath(language, place);
  cards().set(path, {
    language,
    site: site.name[language],
    ends: [checker["exchange.browser"], checker["exchange.server"]],
    title: await phrases(title),
    line: await phrases(line),
    out: { label: `GET ${href(language, place)}`, state: "plain" },
    back: { label: "200 OK", state: "plain" },
    kind: section ? commonWords(language)(`nav.${section}`) : new URL(site.url).host,
    ...own,
  });
  return path;
}
