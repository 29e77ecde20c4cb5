import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "../../src/site.config.ts";

/** A start tag of a page. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** What a script or a style says in the page itself; of other tags nothing. */
  content: string;
}

/** A page of the built site. */
export interface BuiltPage {
  /** Its path from the site's root, as it is linked: `/ja/guides/`. */
  path: string;
  html: string;
  tags: readonly Tag[];
  /** The language that its path says, or `null`. */
  language: Language | null;
  /** What it is in every language: its path without the language. */
  place: string;
  /** Whether search engines may list it. */
  indexed: boolean;
}

/** The pages of each folder that was read: a dozen files ask for the same ones, and no test changes them. */
const read = new Map<string, readonly BuiltPage[]>();

/** Reads all pages of a built site, in the order of their paths. */
export function readPages(folder: string): readonly BuiltPage[] {
  const known = read.get(folder);
  if (known) return known;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const pages = names.sort().map((name) => readPage(folder, name.replaceAll("\\", "/")));
  read.set(folder, pages);
  return pages;
}

function readPage(folder: string, name: string): BuiltPage {
  const html = readFileSync(join(folder, name), "utf8");
  const path = `/${name.replace(/(^|\/)index\.html$/, "$1")}`;
  const language = languages.find((tag) => path.startsWith(`/${tag}/`)) ?? null;
  const page = { path, html, tags: readTags(html), language, place: language ? path.slice(language.length + 1) : path };
  return { ...page, indexed: find(page, "meta[name=robots]").length === 0 };
}

/** A comment; an element whose content is no markup; any other start tag. An attribute may hold what looks like one. */
const START_TAG =
  /<!--[\s\S]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>([\s\S]*?)<\/\1>|<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/** Reads the start tags of a page. That it is valid HTML, and so can be read this simply, is tested on its own. */
function readTags(html: string): Tag[] {
  return [...html.matchAll(START_TAG)].flatMap(([, raw, rawRest, content = "", name = raw, rest = rawRest]) =>
    name === undefined || rest === undefined
      ? []
      : { name: name.toLowerCase(), attributes: readAttributes(rest), content },
  );
}

function readAttributes(text: string): Tag["attributes"] {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
      ([, key = "", ...values]) => [key.toLowerCase(), decode(values.find((value) => value !== undefined) ?? "")],
    ),
  );
}

/**
 * The tags of a page that a simple selector matches: a name, attributes, or both, as in
 * `link[rel=alternate][hreflang]`.
 */
export function find({ tags }: Pick<BuiltPage, "tags">, selector: string): Tag[] {
  const [, name, conditions = ""] = /^([\w-]*)((?:\[[^\]]*\])*)$/.exec(selector) ?? [];
  if (name === undefined) throw new Error(`"${selector}" is no simple selector.`);
  const wanted = [...conditions.matchAll(/\[([^=\]]+)(?:=([^\]]*))?\]/g)];
  return tags.filter(
    (tag) =>
      (name === "" || tag.name === name) &&
      wanted.every(
        ([, key = "", value]) => key in tag.attributes && (value === undefined || tag.attributes[key] === value),
      ),
  );
}

/** An attribute of each tag that a selector matches, where it has it. */
export function attributes(page: Pick<BuiltPage, "tags">, selector: string, name: string): string[] {
  return find(page, selector).flatMap((tag) => tag.attributes[name] ?? []);
}

/** The page's title. */
export function titleOf({ html }: BuiltPage): string {
  return decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "").trim();
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#34": '"', "#38": "&" };

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
