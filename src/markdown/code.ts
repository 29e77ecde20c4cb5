import type { ShikiTransformer } from "shiki";
import { shellLanguages, shells } from "../generator/shells.ts";

/** Shiki's css-variables theme has these tokens; the stylesheet has a class for each. */
const CLASS_OF_TOKEN: Record<string, string> = {
  "token-keyword": "k",
  "token-string": "s",
  "token-string-expression": "s",
  "token-comment": "c",
  "token-constant": "n",
  "token-function": "f",
  "token-parameter": "p",
  "token-punctuation": "u",
  "token-link": "s",
};

/** A block that shows what people paste, and that does not work. */
const BROKEN = /\brecipe="[^"]*(?:#broken|\/broken\.json)"/;

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
    delete node.properties.style;
    node.properties.class = BROKEN.test(this.options.meta?.__raw ?? "") ? "code broken" : "code";
    node.properties.tabindex = "0";
    if (shellLanguages.has(this.options.lang)) node.properties["data-label"] = shells.bash.name;
  },
  line(node) {
    delete node.properties.class;
    node.tagName = "span";
    node.children = node.children.map((child) => {
      if (child.type !== "element") return child;
      const token = /--astro-code-([\w-]+)/.exec(String(child.properties.style ?? ""))?.[1] ?? "";
      const name = CLASS_OF_TOKEN[token];
      for (const mark of child.children) {
        // Astro lets the + and - of a diff not be copied.
        if (mark.type === "element") mark.properties = { class: "m" };
      }
      const text = child.children[0];
      if (name === undefined && text?.type === "text") return text;
      return { ...child, properties: name === undefined ? {} : { class: name } };
    });
  },
  code(node) {
    // A line needs no element of its own: nothing on the site numbers or marks lines.
    node.children = node.children.flatMap((child) => (child.type === "element" ? child.children : [child]));
  },
};

export const codeTransformers: ShikiTransformer[] = [noTimeLimit, stylesToClasses];
