/**
 * What a fork changes: everything that is this site's own and not the code's.
 * `SITE_URL`, `BASE_PATH` and `LAB_URL` in the environment override the first three.
 */

/** How a language is declared: in one line. */
interface Declaration {
  /** Its own name for itself, short enough for the switch. */
  name: string;
  /** The site's name in it. */
  site: string;
  /**
   * `complete`: the check fails on whatever is missing, guides aside. `growing`: what is missing is shown in the language
   * that it was first written in, and the check lets it pass. `off`: its files stay, and the site is built without it.
   */
  state: "complete" | "growing" | "off";
  /** Where its readers are shown what is not there yet: these languages, in this order. By default the site's source. */
  fallback?: readonly string[];
}

/**
 * The languages, in the order in which they are offered; the first is the one for readers of no other. To add one, or to
 * drop one, is a line here; `npm run guide -- language --help` makes and removes what belongs to it.
 */
const declared = {
  "zh-TW": { name: "繁體中文", site: "預檢指南", state: "complete" },
  ja: { name: "日本語", site: "プリフライト・ガイド", state: "complete" },
  en: { name: "English", site: "Preflight Guide", state: "complete" },
} satisfies Record<string, Declaration>;

/**
 * The tag of a language that is spoken here.
 * @useDeclaredType
 */
export type Language = keyof typeof declared;

const lines: Readonly<Record<Language, Declaration>> = declared;
/** All that have a line, also those that are off. */
export const declaredLanguages = Object.keys(lines) as Language[];
/** Those that the site is built in. */
export const languages = declaredLanguages.filter((language) => lines[language].state !== "off") as [
  Language,
  ...Language[],
];

const siteHint = "such as https://guide.example; a path belongs into BASE_PATH";
const labHint = "such as http://127.0.0.1:4400, which npm run lab prints; unset it for a site without a lab";

export const site = {
  /** Where the site is served from: scheme and host, no path. */
  url: readOrigin("SITE_URL", process.env.SITE_URL ?? "https://preflight-guide.example", siteHint),
  /** The path below which it is served: `/` or `/something/`. */
  base: readBasePath(process.env.BASE_PATH ?? "/"),
  /**
   * Where a lab answers that readers' browsers try requests on: scheme, host and port. By default there is none, and no
   * page asks another origin for anything. `npm run lab` starts one on the own machine.
   */
  lab: process.env.LAB_URL ? readLabUrl(process.env.LAB_URL) : null,
  /** The site's name in each language. */
  name: ofEach(({ site }) => site),
  /** Each language's own name for itself. */
  languageName: ofEach(({ name }) => name),
  /** The language in which causes, recipes and lists are first written, where they do not name another as their `source`. */
  source: "en" satisfies Language as Language,
  /** Where the sources are, as an address at a forge; pages link to them, and to what edits them, where it is set. */
  repository: null as string | null,
  /** The branch of it that readers' changes are made to. */
  branch: "main",
  /** Whether what was read opens without a network. Where not, readers' browsers forget what an earlier build had them keep. */
  offline: true,
};

/** Whether all that the site says is promised in a language. */
export function isComplete(language: Language): boolean {
  return lines[language].state === "complete";
}

/** The languages, in order, in which readers of one are shown what is not there in it. */
export function fallbacksOf(language: Language): readonly Language[] {
  return (lines[language].fallback ?? [site.source]).map((tag) => {
    const known = declaredLanguages.find((one) => one === tag);
    if (known) return known;
    throw new Error(
      `The language "${language}" falls back to "${tag}", which is none.\nName languages that have a line in src/site.config.ts: ${declaredLanguages.join(", ")}.`,
    );
  });
}

function ofEach(value: (declaration: Declaration) => string): Readonly<Record<Language, string>> {
  return Object.fromEntries(declaredLanguages.map((language) => [language, value(lines[language])])) as Record<
    Language,
    string
  >;
}

function readOrigin(name: string, value: string, hint: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  // The URL standard lets characters pass in a host that no name has, such as quotes.
  const isHost = /^[\w.-]+$|^\[[\da-f:]+\]$/.test(url?.hostname ?? "");
  // Nothing but scheme, host and port: a path, a user's name or a query would be lost in silence.
  if (url === null || !isHost || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(`${name} is "${value}", which is not an http(s) origin.\nSet it to scheme and host only, ${hint}.`);
  }
  return url.origin;
}

function readLabUrl(value: string): string {
  const origin = readOrigin("LAB_URL", value, labHint);
  // CSP's grammar has no brackets: a browser would take the address for nothing, and ask nobody.
  if (origin.includes("[")) {
    throw new Error(
      `LAB_URL is "${value}", an IPv6 address, which no page's policy can name.\nSet it to a name or an IPv4 address, ${labHint}.`,
    );
  }
  return origin;
}

function readBasePath(value: string): string {
  if (!/^\/([\w.-]+\/)*[\w.-]*$/.test(value)) {
    throw new Error(
      `BASE_PATH is "${value}", which is not a path from the root.\nSet it to "/" or to a path that starts with a slash, such as /guide/.`,
    );
  }
  return value.endsWith("/") ? value : `${value}/`;
}
