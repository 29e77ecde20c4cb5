import type { APIRoute } from "astro";
import type { Language } from "../../i18n/languages.ts";
import { href, withBase } from "../../i18n/routes.ts";
import { oneEachLanguage } from "../../i18n/staticPaths.ts";
import { commonWords } from "../../i18n/strings.ts";
import { site } from "../../site.config.ts";

export const getStaticPaths = oneEachLanguage;

/** What the site is called and looks like where somebody puts it beside their programs. */
export const GET: APIRoute = ({ params }) => {
  const language = params.lang as Language;
  return Response.json({
    name: site.name[language],
    description: commonWords(language)("site.description"),
    lang: language,
    start_url: href(language, "home"),
    scope: withBase("/"),
    display: "minimal-ui",
    // --paper, in light.
    background_color: "#f6f3ea",
    theme_color: "#f6f3ea",
    icons: [
      { src: withBase("favicon.svg"), type: "image/svg+xml", sizes: "any" },
      ...[192, 512].map((size) => ({
        src: withBase(`icon-${size}.png`),
        type: "image/png",
        sizes: `${size}x${size}`,
        purpose: "any",
      })),
    ],
  });
};
