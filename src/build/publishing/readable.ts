import type { Element, Nodes, Root, RootContent } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { parseFragment } from "parse5";
import { sourceOf } from "../../diagrams/drawn.ts";

/** What a reader elsewhere cannot use: what is set, sent or drawn by the page. */
const OF_THE_PAGE = new Set([
  "button",
  "form",
  "input",
  "link",
  "nav",
  "progress",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "wbr",
]);
/** What an element keeps of its attributes. */
const KEPT = new Set(["alt", "cite", "colSpan", "dateTime", "height", "href", "id", "lang", "rowSpan", "src", "width"]);

/**
 * A part of a built page as it can be read without the site: its text, links, code and pictures, with whole addresses,
 * without what works only there.
 * @param html the part
 * @param address the page's own address, which its links start from
 */
export function readable(html: string, address: string): Root {
  // Without places in the source, which nobody asks for here: they would be half of the work.
  const tree = fromParse5(parseFragment(html.replace(PRE, plainCode), { scriptingEnabled: false })) as Root;
  tree.children = clean(tree.children, address);
  return tree;
}

const PRE = /<pre\b[^>]*>[\s\S]*?<\/pre>/g;
/** Any tag but the block's own, and a block within a block there is not. */
const INNER_TAG = /<(?!\/?pre\b)(?:"[^"]*"|'[^']*'|[^"'>])*>/g;

/** A block of code without the elements that colour it: hundreds, and they would be most of the work. */
function plainCode(block: string): string {
  return block.replace(INNER_TAG, "");
}

function clean(nodes: readonly RootContent[], address: string): RootContent[] {
  return nodes.flatMap((node) => {
    if (node.type === "text") return [node];
    if (node.type !== "element" || isOfThePage(node)) return [];
    if (node.tagName === "math") return [formula(node)];
    const { dataDiagram } = node.properties;
    if (typeof dataDiagram === "string") return [diagram(dataDiagram), ...clean(captionOf(node), address)];
    // The colours of code are the page's: hundreds of elements, and they would be two thirds of the work.
    const children = node.tagName === "pre" ? code(node) : (clean(node.children, address) as Element["children"]);
    // A heading is a link to itself.
    if (node.tagName === "a" && String(node.properties.href).startsWith("#") && isHeadingLink(node)) return children;
    // Side by side on the page; here one below the other.
    const tagName = node.tagName === "label" ? "p" : node.tagName;
    return [{ ...node, tagName, properties: attributesOf(node, address), children }];
  });
}

function code(block: Element): Element["children"] {
  const children: Element["children"] = [{ type: "text", value: textOf(block) }];
  return [{ type: "element", tagName: "code", properties: {}, children }];
}

/** A formula as its author wrote it: what is left of the drawn one would be letters in a row. */
function formula(math: Element): Element {
  const tex = findElement(math, "annotation");
  return { type: "element", tagName: "code", properties: {}, children: [{ type: "text", value: textOf(tex ?? math) }] };
}

/** A diagram as its author wrote it: many readers of Markdown draw it themselves. */
function diagram(id: string): Element {
  const source = sourceOf(id);
  if (source === undefined)
    throw new Error(`The diagram "${id}" of a page is not in .cache/diagrams/.\nBuild the site anew.`);
  const code: Element = {
    type: "element",
    tagName: "code",
    properties: { className: ["language-mermaid"] },
    children: [{ type: "text", value: `${source}\n` }],
  };
  return { type: "element", tagName: "pre", properties: {}, children: [code] };
}

/** What a figure's caption says, as a paragraph. */
function captionOf({ children }: Element): Element[] {
  return children.flatMap((child) =>
    child.type === "element" && child.tagName === "figcaption" ? [{ ...child, tagName: "p" }] : [],
  );
}

function findElement(node: Element, name: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = child.tagName === name ? child : findElement(child, name);
    if (found) return found;
  }
  return undefined;
}

function isOfThePage({ tagName, properties }: Element): boolean {
  return OF_THE_PAGE.has(tagName) || properties.hidden === true || properties.ariaHidden === "true";
}

/** Of footnotes the links lead somewhere. */
function isHeadingLink({ properties }: Element): boolean {
  return properties.id === undefined && !Object.keys(properties).some((name) => name.startsWith("data"));
}

function attributesOf({ properties }: Element, address: string): Element["properties"] {
  const kept = Object.entries(properties).filter(([name]) => KEPT.has(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === "href" || name === "src" ? new URL(String(value), address).href : value,
    ]),
  );
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
