/**
 * What a fork changes: everything that is this site's own and not the code's.
 * `SITE_URL` and `BASE_PATH` in the environment override the first two.
 */

/** The languages, in the order in which they are offered. The first is the one for readers of no other. */
export const languages = ["zh-TW", "ja", "en"] as const;
export type Language = (typeof languages)[number];

export const site = {
  /** Where the site is served from: scheme and host, no path. */
  url: readSiteUrl(process.env.SITE_URL ?? "https://preflight-guide.example"),
  /** The path below which it is served: `/` or `/something/`. */
  base: readBasePath(process.env.BASE_PATH ?? "/"),
  /** The site's name in each language. */
  name: {
    "zh-TW": "預檢指南",
    ja: "プリフライト・ガイド",
    en: "Preflight Guide",
  } satisfies Record<Language, string>,
  /** Each language's own name for itself, short enough for the switch. */
  languageName: {
    "zh-TW": "繁體中文",
    ja: "日本語",
    en: "English",
  } satisfies Record<Language, string>,
  /** The language in which causes, recipes and lists are first written, where they do not name another as their `source`. */
  source: "en" satisfies Language as Language,
  /** Where the sources are; pages link to them where it is set. */
  repository: null as string | null,
};

function readSiteUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  // The URL standard lets characters pass in a host that no name has, such as quotes.
  const isHost = /^[\w.-]+$|^\[[\da-f:]+\]$/.test(url?.hostname ?? "");
  // Nothing but scheme, host and port: a path, a user's name or a query would be lost in silence.
  if (url === null || !isHost || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(
      `SITE_URL is "${value}", which is not an http(s) origin.\nSet it to scheme and host only, such as https://guide.example; a path belongs into BASE_PATH.`,
    );
  }
  return url.origin;
}

function readBasePath(value: string): string {
  if (!/^\/([\w.-]+\/)*[\w.-]*$/.test(value)) {
    throw new Error(
      `BASE_PATH is "${value}", which is not a path from the root.\nSet it to "/" or to a path that starts with a slash, such as /guide/.`,
    );
  }
  return value.endsWith("/") ? value : `${value}/`;
}
