import type { Root } from "hast";
import { toXast } from "hast-util-to-xast";
import type { Element, Instruction, Root as Parent } from "xast";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import { readable } from "./readable.ts";

/** A feed as the pages tell of it: addresses are whole, dates as JSON has them. */
export interface FeedData {
  /** Where it stands, below the site's root. */
  file: string;
  title: string;
  description: string;
  language: string;
  /** The page that lists the same. */
  page: string;
  /** Newest first. */
  entries: FeedEntry[];
}

export interface FeedEntry {
  title: string;
  description: string;
  address: string;
  /** What it is known by for good: its first address. */
  id: string;
  /** The page's file, below the site's root. */
  file: string;
  published: string;
  updated: string;
  authors: string[];
  tags: string[];
}

/** So many of a feed's newest entries stand in it: whoever reads a feed has read the others. */
export const LENGTH = 30;

/**
 * A feed in Atom, with each entry's whole text. It is XHTML, which a browser shows as it is: `feed.css` does the rest.
 * @param root the address below which the site stands
 * @param pageOf reads a page's HTML
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export async function writeFeed(
  { file, title, description, language, page, entries }: FeedData,
  root: string,
  pageOf: (file: string) => Promise<string>,
): Promise<string> {
  const address = new URL(file, root).href;
  const newest = new Date(Math.max(0, ...entries.map(({ updated }) => Date.parse(updated)))).toISOString();
  const feed = x("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language }, [
    x("title", title),
    x("subtitle", description),
    x("id", address),
    x("link", { rel: "self", type: "application/atom+xml", href: address }),
    x("link", { rel: "alternate", type: "text/html", href: page }),
    x("updated", newest),
    x("rights", "CC BY 4.0"),
    ...(await Promise.all(entries.map(async (entry) => writeEntry(entry, title, await pageOf(entry.file))))),
  ]);
  const style = instruction("xml-stylesheet", `type="text/css" href="${new URL("feed.css", root).pathname}"`);
  const declaration = instruction("xml", 'version="1.0" encoding="utf-8"');
  return `${toXml({ type: "root", children: [declaration, style, feed] })}\n`;
}

function writeEntry(entry: FeedEntry, site: string, html: string): Element {
  const { title, description, address, id, published, updated, authors, tags } = entry;
  const text = x("div", { xmlns: "http://www.w3.org/1999/xhtml" }, [
    ...(toXast(textOfGuide(html, address)) as Parent).children,
    x("p", [x("a", { href: address }, address)]),
  ]);
  return x("entry", [
    x("title", title),
    x("id", id),
    x("link", { rel: "alternate", type: "text/html", href: address }),
    x("published", published),
    x("updated", updated),
    // An entry has an author, or its feed has one for all.
    ...(authors.length > 0 ? authors : [site]).map((name) => x("author", [x("name", name)])),
    ...tags.map((name) => x("category", { term: name })),
    x("summary", description),
    x("content", { type: "xhtml" }, [text]),
  ]);
}

/** A guide's text, out of its page. */
function textOfGuide(html: string, address: string): Root {
  const start = html.indexOf('<div class="prose text"');
  const end = html.indexOf('<footer class="ending"', start);
  if (start < 0 || end < 0)
    throw new Error(`${address} is not laid out as a guide was; teach this file where its text is.`);
  return readable(html.slice(start, end), address);
}

function instruction(name: string, value: string): Instruction {
  return { type: "instruction", name, value };
}
