import { existsSync, readFileSync } from "node:fs";
import { defineMdastPlugin } from "satteri";
import { href, type PageName, pages } from "../i18n/routes.ts";
import { causes } from "../rules/index.ts";
import type { Language } from "../site.config.ts";
import { documentError, documentLanguage, lineOf } from "./location.ts";

const KINDS = /^(cause|guide|page|recipe|term):([^#]*)(#.*)?$/;

/**
 * Turns `cause:…`, `guide:…`, `page:…`, `recipe:…` and `term:…` into links within the document's
 * language, and fails where there is no such thing. Fragments are checked on the built site.
 */
export const internalLinks = defineMdastPlugin({
  name: "internal-links",
  link(node, context) {
    const match = KINDS.exec(node.url);
    const fail = (what: string, hint: string) =>
      documentError(context.fileURL, lineOf(context.source, `](${node.url})`, node.url), what, hint);
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
    const url = resolve(kind as string, id, language);
    if (url === null)
      throw fail(`The link "${node.url}" leads to a ${kind} that does not exist.`, hints[kind as keyof typeof hints]);
    context.setProperty(node, "url", url + fragment);
  },
});

const hints = {
  cause: "Mend its spelling; src/rules/causes/ has the causes.",
  guide: "Mend its spelling; content/guides/ has the guides.",
  page: `Use one of ${pages.map((page) => `page:${page}`).join(", ")}.`,
  recipe: "Mend its spelling; content/recipes/ has the recipes.",
  term: "Mend its spelling; content/glossary.yaml has the terms.",
};

function resolve(kind: string, id: string, language: Language): string | null {
  switch (kind) {
    case "cause":
      return causes.some((cause) => cause.id === id) ? href(language, `causes/${id}`) : null;
    case "guide":
      return id !== "" && existsSync(`content/guides/${id}`) ? href(language, `guides/${id}`) : null;
    case "page":
      return (pages as readonly string[]).includes(id) ? href(language, id as PageName) : null;
    case "recipe":
      return id !== "" && existsSync(`content/recipes/${id}/recipe.yaml`) ? href(language, `recipes/${id}`) : null;
    default:
      return glossaryIds().has(id) ? `${href(language, "glossary")}#${id}` : null;
  }
}

let ids: Set<string> | undefined;
function glossaryIds(): Set<string> {
  ids ??= new Set(
    [...readFileSync("content/glossary.yaml", "utf8").matchAll(/^- id: *([\w-]+)/gm)].map((match) => match[1] ?? ""),
  );
  return ids;
}
