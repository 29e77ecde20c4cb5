import { bundledLanguagesInfo, type ShikiTransformer } from "shiki";
import { readCodeMeta } from "../content/notation/codeMeta.ts";
import { shellLanguages, shells } from "../generator/shells.ts";
import { textOf } from "./hast.ts";
import { lineClasses } from "./lineClasses.ts";

/** Shiki's css-variables theme has these tokens; the stylesheet has a class for each. */
const CLASS_OF_TOKEN: Record<string, string> = {
  "token-keyword": "k",
  "token-string": "s",
  "token-string-expression": "s",
  "token-comment": "c",
  "token-punctuation": "u",
  "token-link": "s",
};

/**
 * Shiki gives up on a line after half a second, and leaves the rest of it and the lines below in wrong
 * colours. A busy machine needs longer than that for a grammar's first line, and the same text must give
 * the same page on every machine.
 */
const noTimeLimit: ShikiTransformer = {
  name: "no-time-limit",
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
};

/**
 * Highlighting by classes instead of `style=` attributes, so that the Content-Security-Policy needs
 * no `'unsafe-inline'`. The classes are fixed, so the stylesheet is known before any block is.
 */
const stylesToClasses: ShikiTransformer = {
  name: "styles-to-classes",
  pre(node) {
    const { numbered } = readCodeMeta(this.options.meta?.__raw ?? "");
    node.properties = numbered ? { class: "numbered" } : {};
  },
  line(node) {
    node.properties = {};
    node.children = node.children.map((child) => {
      if (child.type !== "element") return child;
      const token = /--astro-code-([\w-]+)/.exec(String(child.properties.style ?? ""))?.[1] ?? "";
      const name = CLASS_OF_TOKEN[token];
      const text = child.children[0];
      if (name === undefined && child.children.length === 1 && text?.type === "text") return text;
      return { ...child, properties: name === undefined ? {} : { class: name } };
    });
  },
};

/** An HTTP message as every page shows one: its start line strong, a header's name plain, its value a string. */
const httpMessages: ShikiTransformer = {
  name: "http-messages",
  line(node) {
    if (this.options.lang !== "http") return;
    const text = textOf(node);
    const [, name, value] = /^([\w-]+: *)(.*)$/.exec(text) ?? [];
    if (name !== undefined && value !== undefined)
      node.children = [{ type: "text", value: name }, ...(value ? [element("span", { class: "s" }, value)] : [])];
    else if (/^HTTP\/|^[A-Z]+ \S+( HTTP\/\S+)?$/.test(text)) node.children = [element("span", { class: "k" }, text)];
  },
};

/** Each line in an element of its own: it hangs by its own indent where it is too long, and may be marked. */
const lines: ShikiTransformer = {
  name: "lines",
  line(node, number) {
    const { marked, added, removed } = readCodeMeta(this.options.meta?.__raw ?? "");
    const text = textOf(node);
    const classes = lineClasses(text);
    const sign = this.options.lang === "diff" ? text[0] : undefined;
    if (sign === "+" || added.has(number)) classes.push("add");
    else if (sign === "-" || removed.has(number)) classes.push("del");
    else if (marked.has(number)) classes.push("hl");
    node.properties = { class: classes.join(" ") };
    // A diff's first column is drawn beside the code, so that it is not copied with it.
    if (sign !== undefined) node.children = [{ type: "text", value: text.slice(1) }];
  },
};

/** Slots of a recipe may reach over several lines: it is cut into lines after them, by `slotLines`. */
const noLines: ShikiTransformer = {
  name: "no-lines",
  code(node) {
    node.children = node.children.flatMap((child) => (child.type === "element" ? child.children : [child]));
  },
};

/**
 * The block as a figure, with a head that holds all that is not code: the file, and its language or shell. Where there
 * is neither, its head is `bare`: no bar, but room for the button that copies.
 */
const head: ShikiTransformer = {
  name: "head",
  root(node) {
    const { title, tab, fails } = readCodeMeta(this.options.meta?.__raw ?? "");
    const name = title ?? tab;
    const language = languageName(this.options.lang);
    const parts = [...(name ? [element("b", {}, name)] : []), ...(language ? [element("span", {}, language)] : [])];
    const properties = parts.length === 0 ? { class: "bare" } : {};
    node.children = [
      {
        type: "element",
        tagName: "figure",
        properties: { class: fails ? "code fails" : "code" },
        children: [{ type: "element", tagName: "figcaption", properties, children: parts }, ...node.children],
      } as (typeof node.children)[number],
    ];
  },
};

/** For blocks in texts. */
export const codeTransformers: ShikiTransformer[] = [noTimeLimit, stylesToClasses, httpMessages, lines, head];
/** For a recipe's code, in which a script replaces slots. */
export const recipeTransformers: ShikiTransformer[] = [noTimeLimit, stylesToClasses, noLines];
export const recipeHead = head;

/** As a reader knows a block's language; a command's is the shells that it is for. Of plain text there is none. */
function languageName(id: string): string {
  if (shellLanguages.has(id)) return shells.bash.name;
  if (id === "diff" || id === "text" || id === "plaintext") return "";
  const info = bundledLanguagesInfo.find((language) => language.id === id || language.aliases?.includes(id));
  return info?.name ?? id;
}

type LineNode = Parameters<NonNullable<ShikiTransformer["line"]>>[0];
type ElementNode = Extract<LineNode["children"][number], { type: "element" }>;

function element(tagName: string, properties: Record<string, string>, text: string): ElementNode {
  return { type: "element", tagName, properties, children: [{ type: "text", value: text }] };
}
