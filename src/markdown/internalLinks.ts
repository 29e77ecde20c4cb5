import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from "satteri";
import { contentIds } from "../content/ids.ts";
import { href, type PageName, pages } from "../i18n/routes.ts";
import type { Language } from "../site.config.ts";
import { documentError, documentLanguage, lineOf } from "./location.ts";

const KINDS = /^(cause|guide|page|recipe|term):([^#]*)(#.*)?$/;

/**
 * Turns `cause:…`, `guide:…`, `page:…`, `recipe:…` and `term:…` into links within the document's
 * language, and fails where there is no such thing. Fragments are checked on the built site.
 */
export const internalLinks = defineMdastPlugin({ name: "internal-links", link: resolveLink, definition: resolveLink });

function resolveLink(
  node: Readonly<Extract<MdastNode, { type: "link" | "definition" }>>,
  context: MdastVisitorContext,
): void {
  const match = KINDS.exec(node.url);
  const fail = (what: string, hint: string) =>
    documentError(context.fileURL, lineOf(context.source, `](${node.url})`, `]: ${node.url}`, node.url), what, hint);
  if (!match) {
    if (/^(https?:|mailto:|#)/.test(node.url)) return;
    throw fail(
      `The link "${node.url}" is neither a full URL nor one of our kinds.`,
      "Write cause:ID, guide:SLUG, page:NAME, recipe:ID, term:ID, #heading or https://…",
    );
  }
  const [, kind, id = "", fragment = ""] = match;
  const language = documentLanguage(context.fileURL);
  if (language === null)
    throw fail(
      `The link "${node.url}" stands in a file of no language.`,
      "Name the file after its language, as in ja.mdx.",
    );
  const url = resolve(kind as Kind, id, language);
  if (url === null) throw fail(`The link "${node.url}" leads to a ${kind} that does not exist.`, hints[kind as Kind]);
  context.setProperty(node, "url", url + fragment);
}

type Kind = keyof typeof hints;
const hints = {
  cause: "Mend its spelling; src/rules/causes/ has the causes.",
  guide: "Mend its spelling; content/guides/ has the guides.",
  page: `Use one of ${pages.map((page) => `page:${page}`).join(", ")}.`,
  recipe: "Mend its spelling; content/recipes/ has the recipes.",
  term: "Mend its spelling; content/glossary.yaml has the terms.",
};

function resolve(kind: Kind, id: string, language: Language): string | null {
  if (kind === "page") return (pages as readonly string[]).includes(id) ? href(language, id as PageName) : null;
  if (!contentIds()[kind].has(id)) return null;
  return kind === "term" ? `${href(language, "glossary")}#${id}` : href(language, `${kind}s/${id}`);
}
