import Slugger from "github-slugger";
import { defineHastPlugin, type HastPluginEntry } from "satteri";
import { NUMBER, withoutScaffold } from "./scaffold.ts";

/** What the plugins here read of the tree of HTML. */
interface HtmlNode {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * Gives the headings without a pinned id one of their words: no other heading has it, and it is never empty.
 * The numbers of footnotes are no words, nor are they in what lists a text's headings.
 */
export const headingIds: HastPluginEntry = ({ source }) => {
  const slugger = new Slugger();
  for (const [, pinned = ""] of source.matchAll(/\{#([^\s}]+)/g)) slugger.slug(pinned);
  return defineHastPlugin({
    name: "heading-ids",
    element: {
      filter: HEADINGS,
      visit(node, context) {
        for (const number of footnoteNumbers(node as HtmlNode)) {
          context.setProperty(number as never, "value", (NUMBER + number.value + NUMBER) as never);
        }
        if (typeof node.properties.id === "string") return;
        const words = withoutScaffold(wordsOf(node as HtmlNode)).replace(/^[^\p{L}\p{N}]+$/u, "");
        context.setProperty(node, "id", slugger.slug(words || "section"));
      },
    },
  });
};

function footnoteNumbers({ properties, children = [] }: HtmlNode): HtmlNode[] {
  return properties?.dataFootnoteRef ? children : children.flatMap(footnoteNumbers);
}

function wordsOf(node: HtmlNode): string {
  if (node.properties?.dataFootnoteRef) return "";
  return node.value ?? (node.children ?? []).map(wordsOf).join("");
}

/** A heading links to itself, so that its place can be shared. Links of its own stay what they are. */
export const linkedHeadings = defineHastPlugin({
  name: "linked-headings",
  element: {
    filter: ["h2", "h3"],
    visit(node, context) {
      const { id } = node.properties;
      if (typeof id !== "string") return;
      const children: typeof node.children = [];
      let words: typeof node.children = [];
      const flush = () => {
        if (words.some((word) => wordsOf(word as HtmlNode).trim() !== "")) {
          children.push({ type: "element", tagName: "a", properties: { href: `#${id}` }, children: words as never });
        } else children.push(...words);
        words = [];
      };
      for (const child of node.children) {
        if (hasLink(child as HtmlNode)) {
          flush();
          children.push(child);
        } else words.push(child);
      }
      flush();
      context.setProperty(node, "children", children as never);
    },
  },
});

function hasLink({ tagName, name, children = [] }: HtmlNode): boolean {
  return tagName === "a" || name === "a" || children.some(hasLink);
}
