import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import { didYouMean } from "../nearest.ts";
import { components } from "../schemas/components.ts";
import type { YamlFile } from "../yamlFile.ts";

/** What Markdown has no mark for. */
const ELEMENTS = new Set(
  (
    "abbr b bdi bdo br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure hr i ins kbd li " +
    "mark ol p q rb rp rt rtc ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
  ).split(" "),
);

/** What is not to be written, though HTML has it, and what to do instead. */
const instead: Readonly<Record<string, string>> = {
  script: "Leave it out: the pages' policy runs no script of a text. What moves is a component in src/components/.",
  style: "Leave it out: the pages' policy lets no style of a text act. Styles stand in src/styles/.",
  iframe: "Leave it out, and link to the page: [its name](https://…).",
  img: "Write ![What it shows](./shot.png).",
  a: "Write [words](https://…).",
  h1: "Write ## Heading {#short-id}.",
  h2: "Write ## Heading {#short-id}.",
  h3: "Write ### Heading {#short-id}.",
  h4: "Write #### Heading {#short-id}.",
  pre: "Write a block between ``` and ```.",
  blockquote: "Begin each line with >.",
};

interface Tag {
  name: string;
  /** The names of its attributes. */
  attributes: readonly string[];
  line: number;
}

/** Checks the tags in a text: elements that Markdown has no mark for, and components only in an `.mdx` file. */
export function checkHtml(yaml: YamlFile): Problem[] {
  const isMdx = yaml.file.endsWith(".mdx");
  // In MDX that cannot be read, tags are text.
  if (yaml.tree.fault) return [];
  return tagsOf(yaml).flatMap(({ name, attributes, line }): Problem[] => {
    const at = { file: yaml.file, line: yaml.bodyLine + line - 1 };
    if (/^[A-Z]/.test(name)) {
      // The check of components looks at those of MDX.
      if (isMdx) return [];
      return [
        {
          ...at,
          message: `<${name}> is a component, and a file that ends in .md has none.`,
          hint: components[name]
            ? "Rename the file to end in .mdx, or write it in plain Markdown; causes and recipes have plain Markdown only."
            : "Write it in plain Markdown, or within `code` where it is meant to be read.",
        },
      ];
    }
    if (instead[name] || !ELEMENTS.has(name)) {
      return [
        {
          ...at,
          message: `<${name}> is not to be written in a text.`,
          hint:
            instead[name] ??
            `${didYouMean(name, [...Object.keys(components), ...ELEMENTS])}Write it within \`code\` where it is meant to be read.`,
        },
      ];
    }
    const refused = attributes.find((attribute) => /^(?:style|on\w+)$/i.test(attribute));
    if (refused === undefined) return [];
    return [
      {
        ...at,
        message: `<${name}> has "${refused}", which the pages' policy lets not act.`,
        hint: "Leave it out: styles stand in src/styles/, and what moves is a component in src/components/.",
      },
    ];
  });
}

function tagsOf({ tree }: YamlFile): Tag[] {
  return tree.nodes.flatMap((node): Tag[] => {
    const line = lineOf(node);
    if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      if (!node.name) return [];
      const attributes = node.attributes.map((attribute) => ("name" in attribute ? attribute.name : "{…}"));
      return [{ name: node.name, attributes, line }];
    }
    if (node.type !== "html") return [];
    const comments = node.value.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, " "));
    return [...comments.matchAll(/<([a-zA-Z][\w.-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g)].map((found) => ({
      name: found[1] ?? "",
      attributes: [...(found[2] ?? "").matchAll(/([\w-]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?/g)].map(
        ([, attribute = ""]) => attribute,
      ),
      line: line + comments.slice(0, found.index).split("\n").length - 1,
    }));
  });
}
