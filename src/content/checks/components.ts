import type { MdastNode } from "satteri";
import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import type { ContentIds } from "../ids.ts";
import { didYouMean, nearest } from "../nearest.ts";
import { type ComponentAttribute, components, presetNames } from "../schemas/components.ts";
import type { YamlFile } from "../yamlFile.ts";

type Element = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Checks that the components in a guide are there, and that their attributes are right. A file that is not MDX has none. */
export function checkComponents(yaml: YamlFile, ids: Pick<ContentIds, "cause" | "recipe">): Problem[] {
  if (!yaml.file.endsWith(".mdx")) return [];
  const at = (line: number) => ({ file: yaml.file, line: yaml.bodyLine + line - 1 });
  const { fault, nodes } = yaml.tree;
  if (fault) {
    return [{ ...at(fault.line), message: `The MDX does not parse: ${fault.message}`, hint: hintFor(fault.message) }];
  }
  return nodes.flatMap((node): Problem[] => {
    if (node.type === "mdxjsEsm") {
      return [
        {
          ...at(lineOf(node)),
          message: `"${node.value.split("\n")[0]}" is JavaScript in an .mdx file.`,
          hint: "Remove it: the components are at hand without an import.",
        },
      ];
    }
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return [];
    return checkElement(node, ids).map((problem) => ({ ...at(lineOf(node)), ...problem }));
  });
}

/** What to do about what the parser says. */
function hintFor(message: string): string {
  if (message.includes("create a comment"))
    return "Write a comment as {/* text */}, and a < that is meant to be read as `<`.";
  const unclosed = /closing tag for `<([\w-]+)[^`]*>`/.exec(message)?.[1];
  if (unclosed && /^(?:br|hr|img|wbr|col)$/.test(unclosed)) return `Write <${unclosed} />: MDX wants each tag closed.`;
  if (unclosed) return `Write </${unclosed}> behind what it holds, or <${unclosed} /> where it holds nothing.`;
  return "Close each tag and each brace; put those that are meant to be read into `code`.";
}

function checkElement(
  { name, attributes }: Element,
  ids: Pick<ContentIds, "cause" | "recipe">,
): Omit<Problem, "file" | "line">[] {
  // In lower case it is an element of HTML; without a name it only holds others.
  if (!name || !/^[A-Z]/.test(name)) return [];
  const known = components[name];
  if (!known) {
    return [
      {
        message: `There is no component <${name}>.`,
        hint: `${didYouMean(name, Object.keys(components))}Use one of ${Object.keys(components).join(", ")}.`,
      },
    ];
  }
  const found = new Map(attributes.map((attribute) => ["name" in attribute ? attribute.name : "{…}", attribute.value]));
  const strangers = [...found.keys()].filter((key) => !known[key]);
  // A misspelt attribute is one mistake, and not a stranger and one that is missing.
  const missing = Object.keys(known).filter(
    (key) => known[key]?.required && !found.has(key) && nearest(key, strangers) === undefined,
  );
  return [
    ...missing.map((key) => ({
      message: `<${name}> has no "${key}".`,
      hint: `Write <${name} ${key}="…">; README.md, "Add a guide", says what it holds.`,
    })),
    ...[...found].flatMap(([key, value]) => {
      const attribute = known[key];
      if (attribute) return checkValue(`<${name} ${key}`, value, attribute, ids);
      const names = Object.keys(known);
      return [
        {
          message: `<${name}> takes no "${key}".`,
          hint:
            names.length > 0
              ? `${didYouMean(key, names)}Remove it, or mend its spelling; it takes ${names.join(", ")}.`
              : "Remove it.",
        },
      ];
    }),
  ];
}

/** @param value a text, `null` where there is none, or an expression */
function checkValue(
  tag: string,
  value: unknown,
  { holds }: ComponentAttribute,
  ids: Pick<ContentIds, "cause" | "recipe">,
) {
  if (typeof value !== "string") {
    return [{ message: `${tag}> has no text as its value.`, hint: `Write it between quotes: ${tag}="…">.` }];
  }
  if (holds === "cause" && !ids.cause.has(value)) {
    return [
      {
        message: `${tag}="${value}">: there is no such cause.`,
        hint: `${didYouMean(value, ids.cause)}Mend its spelling; src/rules/causes/ has the causes.`,
      },
    ];
  }
  if (holds === "recipe" && !ids.recipe.has(value)) {
    return [
      {
        message: `${tag}="${value}">: there is no such recipe.`,
        hint: `${didYouMean(value, ids.recipe)}Mend its spelling; content/recipes/ has a folder for each.`,
      },
    ];
  }
  if (holds === "preset" && !(presetNames as readonly string[]).includes(value)) {
    return [
      {
        message: `${tag}="${value}">: there is no such preset.`,
        hint: `${didYouMean(value, presetNames)}Use one of ${presetNames.join(", ")}.`,
      },
    ];
  }
  return [];
}
