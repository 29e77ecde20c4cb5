/**
 * What machines are told of a page: JSON-LD with the words of schema.org, as search engines read it. That schema.org has
 * them, and that each takes what it is given, the types say.
 * @see https://schema.org/docs/full.html
 */
import type {
  BreadcrumbList,
  FAQPage,
  SearchAction,
  TechArticle,
  Thing,
  WebSite,
  WithActionConstraints,
} from "schema-dts";
import type { Language } from "../i18n/languages.ts";
import { href, type Place } from "../i18n/routes.ts";
import { site } from "../site.config.ts";

const whole = (language: Language, place: Place) => new URL(href(language, place), site.url).href;
const graph = (...parts: Thing[]) => ({ "@context": "https://schema.org", "@graph": parts });

interface Article {
  language: Language;
  place: Place;
  title: string;
  description: string;
  published: Date;
  updated?: Date | undefined;
  authors?: readonly string[] | undefined;
}

/** An article, and where it stands. @param trail the places above it, with their names, the uppermost first */
export function articleFacts(article: Article, trail: readonly { place: Place; name: string }[]): object {
  const { language, place, title, description, published, updated = published, authors } = article;
  const writers = authors?.map((name) => ({ "@type": "Person", name }) as const);
  const own = { "@type": "Organization", name: site.name[language], url: whole(language, "home") } as const;
  return graph(
    {
      "@type": "TechArticle",
      headline: title,
      description,
      inLanguage: language,
      url: whole(language, place),
      datePublished: published.toISOString().slice(0, 10),
      dateModified: updated.toISOString().slice(0, 10),
      author: writers ?? own,
    } satisfies TechArticle,
    trailFacts(language, [...trail, { place, name: title }]),
  );
}

function trailFacts(language: Language, trail: readonly { place: Place; name: string }[]): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ place, name }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: whole(language, place),
    })),
  };
}

/** The site, and the page that searches it. */
export function siteFacts(language: Language): object {
  const search: WithActionConstraints<SearchAction> = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${whole(language, "search")}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  return graph({
    "@type": "WebSite",
    name: site.name[language],
    inLanguage: language,
    url: whole(language, "home"),
    potentialAction: search,
  } satisfies WebSite);
}

/** Questions that a page answers. */
export function questionFacts(language: Language, questions: readonly { question: string; answer: string }[]): object {
  return graph({
    "@type": "FAQPage",
    inLanguage: language,
    mainEntity: questions.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer },
    })),
  } satisfies FAQPage);
}
