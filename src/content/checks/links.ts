import type { MdastNode } from "satteri";
import { pages } from "../../i18n/routes.ts";
import type { Problem } from "../../problems.ts";
import { lineOf, wordsOf } from "../bodyTree.ts";
import { didYouMean } from "../nearest.ts";
import type { LinkTargets, TextKind } from "./targets.ts";
import type { Text } from "./text.ts";

type Link = Extract<MdastNode, { type: "link" | "definition" }>;
type Fault = Pick<Problem, "message" | "hint">;

const KINDS = /^(cause|guide|page|recipe|term):([^#]*)(?:#(.*))?$/;

const where = {
  cause: "src/rules/causes/ has the causes.",
  guide: "content/guides/ has the guides.",
  recipe: "content/recipes/ has the recipes.",
  term: "content/glossary.yaml has the terms.",
};

/** Checks where a text's links lead: to pages that there are and that are published, and to headings of theirs. */
export function checkLinks(text: Text, targets: LinkTargets): Problem[] {
  const { file, bodyLine, tree } = text.yaml;
  // The check of pictures tells of these.
  const pictures = new Set(tree.nodes.flatMap((node) => (node.type === "imageReference" ? [node.identifier] : [])));
  return tree.nodes.flatMap((node): Problem[] => {
    if (node.type !== "link" && node.type !== "definition") return [];
    if (node.type === "definition" && pictures.has(node.identifier)) return [];
    const fault = faultOf(node, text, targets);
    return fault ? [{ file, line: bodyLine + lineOf(node) - 1, ...fault }] : [];
  });
}

function faultOf(node: Link, text: Text, targets: LinkTargets): Fault | undefined {
  const { url } = node;
  if (node.type === "link" && !saysWords(node))
    return { message: `The link "${url}" has no words.`, hint: "Write between the brackets where it leads." };
  if (url === `${text.kind}:${text.id}`)
    return {
      message: `The link "${url}" leads to the page that it stands on.`,
      hint: "Name a heading of it, #short-id, or take the link out.",
    };
  const [, kind, id = "", fragment] = KINDS.exec(url) ?? [];
  if (kind === "page") return pageFault(url, id);
  if (kind !== undefined) return targetFault(url, kind as keyof typeof where, id, fragment, text, targets);
  if (url.startsWith("#")) return fragmentFault(url, text.kind, text.id, url.slice(1), text, targets);
  if (/^https:\/\/|^mailto:/.test(url)) return undefined;
  if (/^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])/.test(url)) return undefined;
  if (url.startsWith("http://")) {
    return { message: `The link "${url}" is not encrypted.`, hint: "Write https://, where the site has it." };
  }
  if (url === "") return { message: "The link leads nowhere.", hint: "Write its address between the parentheses." };
  return {
    message: `The link "${url}" is neither a full URL nor one of our kinds.`,
    hint: `${kindHint(url, targets)}Write cause:ID, guide:SLUG, page:NAME, recipe:ID, term:ID, #heading or https://…`,
  };
}

/** A picture in a link says what it shows. */
function saysWords(node: MdastNode): boolean {
  if (wordsOf(node).trim() !== "" || node.type === "image") return true;
  return "children" in node && (node.children as MdastNode[]).some(saysWords);
}

/** Where somebody wrote a path, or another kind, the link that leads there. */
function kindHint(url: string, { ids }: LinkTargets): string {
  const name = url.split(/[/:#]/).findLast((part) => part !== "" && !/^(?:index|en|ja|zh-TW)(?:\.mdx?)?$/.test(part));
  if (name === undefined) return "";
  for (const kind of ["guide", "cause", "recipe", "term"] as const) {
    if (ids[kind].size > 0 && ids[kind].has(name)) return `Did you mean "${kind}:${name}"? `;
  }
  return (pages as readonly string[]).includes(name) ? `Did you mean "page:${name}"? ` : "";
}

function pageFault(url: string, name: string): Fault | undefined {
  if ((pages as readonly string[]).includes(name)) return undefined;
  return {
    message: `The link "${url}" leads to a page that does not exist.`,
    hint: `${didYouMean(name, pages)}Use one of ${pages.map((page) => `page:${page}`).join(", ")}.`,
  };
}

function targetFault(
  url: string,
  kind: keyof typeof where,
  id: string,
  fragment: string | undefined,
  text: Text,
  targets: LinkTargets,
): Fault | undefined {
  if (!targets.ids[kind].has(id)) {
    const now = kind === "guide" ? targets.movedTo(id) : undefined;
    if (now !== undefined) {
      return { message: `The link "${url}" leads to where a guide was before.`, hint: `Write guide:${now}.` };
    }
    return {
      message: `The link "${url}" leads to a ${kind} that does not exist.`,
      hint: `${didYouMean(id, targets.ids[kind])}Mend its spelling; ${where[kind]}`,
    };
  }
  if (kind === "guide" && text.isPublished && targets.isDraft(id)) {
    return {
      message: `The link "${url}" leads to a draft, which readers do not find.`,
      hint: "Publish that guide first (draft: false), or take the link out until then.",
    };
  }
  if (fragment === undefined) return undefined;
  if (kind === "term") {
    return { message: `The link "${url}" has a fragment, and a term has none.`, hint: `Write term:${id}.` };
  }
  return fragmentFault(url, kind, id, fragment, text, targets);
}

function fragmentFault(
  url: string,
  kind: TextKind,
  id: string,
  fragment: string,
  { language }: Text,
  targets: LinkTargets,
): Fault | undefined {
  const there = targets.fragmentsOf(kind, id, language);
  if (!there || there.has(fragment)) return undefined;
  return {
    message: `The link "${url}" leads to a heading that is not there.`,
    hint: `${didYouMean(fragment, there)}Name the id of one of its headings, as in {#short-id}, or leave the fragment out.`,
  };
}
