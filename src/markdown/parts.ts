import { pathToFileURL } from "node:url";
import { Fragment, jsx, jsxs } from "astro/jsx-runtime";
import { markHTMLString, renderJSX } from "astro/runtime/server/index.js";
import { defineMdastPlugin } from "satteri";
import type { Part, PlainText } from "../content/rendered/parts.ts";
import { components } from "../content/schemas/components.ts";
import { markdown } from "./processor.ts";

/** As in astro.config.mjs. */
const shared = { syntaxHighlight: false } as const;

/** Renders texts outside of the module graph, as modules of Astro's would. `file` is where its code begins. */
export const textRenderer = { create: createTextRenderer, file: import.meta.filename };

/**
 * @returns for a text without its frontmatter, and its path: what pages show; nothing where the text asks for more than itself, by an import, a
 *   picture, or an expression that is more than a comment. Then it is to be a module.
 */
async function createTextRenderer(): Promise<(body: string, path: string) => Promise<PlainText | undefined>> {
  const asksForMore = new Set<string>();
  const engine = markdown([noteExpressions((file) => asksForMore.add(file))]);
  const md = await engine.createRenderer(shared);
  const mdx = await engine.createMdxRenderer(shared, { optimize: true });
  return async (body, path) => {
    const fileURL = pathToFileURL(path);
    if (!path.endsWith(".mdx")) {
      const { code, metadata } = await md.render(body, { fileURL });
      const pictures = metadata.localImagePaths.length + metadata.remoteImagePaths.length;
      return pictures > 0 ? undefined : { parts: [code], headings: metadata.headings };
    }
    const { code } = await mdx.process(body, path, {});
    if (asksForMore.delete(fileURL.href)) return undefined;
    return evaluate(code);
  };
}

interface Written {
  name: string | null;
  attributes: readonly { type: string; value?: unknown }[];
}

/** Tells of each file that has an expression in it, but for comments. */
function noteExpressions(tell: (file: string) => void) {
  const note = ({ value }: { value: string }, { fileURL }: { fileURL?: URL | undefined }) => {
    if (!/^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(value)) tell(String(fileURL));
  };
  const noteAttributes = ({ attributes }: Written, { fileURL }: { fileURL?: URL | undefined }) => {
    const isText = ({ type, value }: Written["attributes"][number]) =>
      type === "mdxJsxAttribute" && (typeof value !== "object" || value === null);
    if (!attributes.every(isText)) tell(String(fileURL));
  };
  return defineMdastPlugin({
    name: "note-expressions",
    mdxFlowExpression: (node, context) => note(node, context),
    mdxTextExpression: (node, context) => note(node, context),
    mdxJsxFlowElement: (node, context) => noteAttributes(node as Written, context),
    mdxJsxTextElement: (node, context) => noteAttributes(node as Written, context),
  });
}

const IMPORT = /^import \{([^}]*)\} from "astro\/jsx-runtime";$/m;

/** The site's components, by their tags: as what stands for them. */
const standIns = Object.fromEntries(Object.keys(components).map((name) => [name, () => name]));
const nameOf = new Map<unknown, string>(Object.entries(standIns).map(([name, standIn]) => [standIn, name]));

/**
 * Runs a compiled text, with stand-ins for the components.
 * @param code as the engine makes it
 * @returns nothing where it imports something of its own
 */
async function evaluate(code: string): Promise<PlainText | undefined> {
  const body = code.replace(IMPORT, (_, names: string) => `const {${names.replaceAll(" as ", ": ")}} = runtime;`);
  if (/^(?:import\b|export \{)/m.test(body)) return undefined;
  const plain = body.replace(/^export (?:default )?/gm, "");
  const run = new Function(
    "runtime",
    "props",
    `${plain}\nreturn { tree: MDXContent(props), headings: getHeadings() };`,
  );
  const { tree, headings } = run({ Fragment, jsx, jsxs }, { components: { Fragment, ...standIns } });
  return isPlain(tree) ? { parts: await partsOf(tree), headings } : undefined;
}

/** Whether all in it can be kept as text: no slot with a name, and no element that a renderer would be asked for. */
function isPlain(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.every(isPlain);
  if (!isElement(tree)) return true;
  const { children, ...own } = tree.props;
  if (typeof tree.type === "string" && tree.type.includes("-")) return false;
  return Object.values(own).every((value) => typeof value === "string" || value === true) && isPlain(children);
}

interface Element {
  type: unknown;
  props: { children?: unknown; [name: string]: unknown };
}

/** A tree of elements as Astro renders it, cut at the components. */
async function partsOf(tree: unknown): Promise<Part[]> {
  const found: Element[] = [];
  const marked = mark(tree, found);
  // All that is left in it are elements, and needs nothing of a page.
  const html = String(await renderJSX({} as never, marked));
  const pieces = html.split(/\0(\d+)\0/);
  const parts = pieces.map(async (piece, index): Promise<Part> => {
    if (index % 2 === 0) return piece;
    const { type, props } = found[Number(piece)] as Element;
    const { children, ...own } = props;
    return { name: nameOf.get(type) ?? "", props: own, parts: await partsOf(children) };
  });
  return (await Promise.all(parts)).filter((part) => part !== "");
}

/** Puts a mark in the place of each component that stands in no other. */
function mark(tree: unknown, found: Element[]): unknown {
  if (Array.isArray(tree)) return tree.map((one) => mark(one, found));
  if (!isElement(tree)) return tree;
  if (nameOf.has(tree.type)) return markHTMLString(`\0${found.push(tree) - 1}\0`);
  return { ...tree, props: { ...tree.props, children: mark(tree.props.children, found) } };
}

function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && "type" in value && "props" in value;
}
