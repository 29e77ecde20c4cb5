import { languages, site } from "../../site.config.ts";
import { contentSecurityPolicy } from "../contentSecurityPolicy.ts";
import { chooseLanguageScript, themeScript } from "../inlineScripts.ts";

/**
 * How the built site is to be served: what every host's configuration is made of. Paths are from the host's root, with
 * the site's base path; a folder's ends with a slash.
 */

/** What the site never asks a browser for, so that nothing that gets into a page can. */
const unused = ["camera", "geolocation", "microphone", "payment", "usb", "serial", "hid", "bluetooth", "midi"];

/** Headers of every answer. */
export const everyAnswer: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
};

/**
 * Headers of pages besides: they say nothing of what is part of one, and a search asks for twenty parts. A page's own
 * policy stands in it, too, and names only its own scripts; `frame-ancestors` is what a `meta` element cannot say.
 */
export const pageAnswer: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${contentSecurityPolicy([themeScript, chooseLanguageScript])}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": unused.map((feature) => `${feature}=()`).join(", "),
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** Where the parts of pages are: all else is taken for pages. */
export const partFolders: readonly string[] = ["_astro/", "words/", "pagefind/", "cards/"].map(
  (name) => site.base + name,
);
/** Where the pages are, besides the root itself. */
export const pageFolders: readonly string[] = languages.map((language) => `${site.base}${language}/`);

/** Two years, where the connection is sure to be HTTPS. Of subdomains nothing is known. */
export const strictTransport = { name: "Strict-Transport-Security", value: "max-age=63072000" } as const;

/** Folders whose files have a hash of what they hold in their names. */
export const hashedFolders: readonly string[] = [
  `${site.base}_astro/`,
  `${site.base}words/`,
  ...languages.map((language) => `${site.base}pagefind/${language}/index/`),
];
/** How long such a file may be kept: always. */
export const KEEP = "max-age=31536000, immutable";
/** All others may be kept, and are asked for anew. */
export const ASK_ANEW = "no-cache";

/** Which page is shown where there is none, by the beginning of the address: the longest that fits. */
export const notFound: readonly { below: string; page: string }[] = [
  ...languages.map((language) => ({
    below: `${site.base}${language}/`,
    page: `${site.base}${language}/404.html`,
  })),
  { below: site.base, page: `${site.base}404.html` },
];

/** Media types by the ends of files' names, where hosts do not know them alike. Text is UTF-8. */
export const mediaTypes: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
  json: "application/json",
  md: "text/markdown",
  pf_index: "application/octet-stream",
  pf_meta: "application/octet-stream",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  xml: "application/xml",
};

/** Those that are text, in UTF-8. */
export const texts: readonly string[] = ["css", "html", "js", "json", "md", "svg", "txt", "webmanifest", "xml"];

/** Those that are worth compressing: of the others each is compressed already. */
export const compressed: readonly string[] = [...texts, "wasm"];

/**
 * With which of Brotli's qualities, 0 to 11, a file is compressed. The last two take ten times as long for a tenth less:
 * they are for the search's files alone, which are the largest that a reader waits for.
 * @param path from the site's base, without a slash in front
 */
export const brotliQuality = (path: string): number => (path.startsWith("pagefind/") ? 11 : 9);

/** A path as a part of a regular expression. */
export const asPattern = (path: string): string => path.replaceAll(".", String.raw`\.`);
