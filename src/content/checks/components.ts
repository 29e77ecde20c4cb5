import { type MdastNode, mdxToMdast } from "satteri";
import type { Problem } from "../../problems.ts";
import type { ContentIds } from "../ids.ts";
import { markdownFeatures } from "../markdownFeatures.ts";
import { type ComponentAttribute, components, presetNames } from "../schemas/components.ts";
import type { YamlFile } from "../yamlFile.ts";

type Element = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Where the parser begins its messages: `12:1: `. */
const PLACE = /^(\d+):\d+: /;

/** Checks that the components in a guide are there, and that their attributes are right. A file that is not MDX has none. */
export function checkComponents(yaml: YamlFile, ids: Pick<ContentIds, "cause" | "recipe">): Problem[] {
  if (!yaml.file.endsWith(".mdx")) return [];
  const at = (line: number) => ({ file: yaml.file, line: yaml.bodyLine + line - 1 });
  let tree: MdastNode;
  try {
    tree = mdxToMdast(yaml.body, { features: markdownFeatures });
  } catch (error) {
    const { message } = error as Error;
    return [
      {
        ...at(Number(PLACE.exec(message)?.[1] ?? 1)),
        message: `The MDX does not parse: ${message.replace(PLACE, "")}`,
        hint: "Close each tag and each brace; put those that are meant to be read into `code`.",
      },
    ];
  }
  return elementsIn(tree).flatMap((element) =>
    checkElement(element, ids).map((problem) => ({ ...at(element.position?.start.line ?? 1), ...problem })),
  );
}

function elementsIn(node: MdastNode): Element[] {
  const here = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement" ? [node] : [];
  return "children" in node ? [...here, ...(node.children as MdastNode[]).flatMap(elementsIn)] : here;
}

function checkElement(
  { name, attributes }: Element,
  ids: Pick<ContentIds, "cause" | "recipe">,
): Omit<Problem, "file" | "line">[] {
  // In lower case it is an element of HTML; without a name it only holds others.
  if (!name || !/^[A-Z]/.test(name)) return [];
  const known = components[name];
  if (!known) {
    return [{ message: `There is no component <${name}>.`, hint: `Use one of ${Object.keys(components).join(", ")}.` }];
  }
  const found = new Map(attributes.map((attribute) => ["name" in attribute ? attribute.name : "{…}", attribute.value]));
  const missing = Object.keys(known).filter((key) => known[key]?.required && !found.has(key));
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
          hint: names.length > 0 ? `Remove it, or mend its spelling; it takes ${names.join(", ")}.` : "Remove it.",
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
        hint: "Mend its spelling; src/rules/causes/ has the causes.",
      },
    ];
  }
  if (holds === "recipe" && !ids.recipe.has(value)) {
    return [
      {
        message: `${tag}="${value}">: there is no such recipe.`,
        hint: "Mend its spelling; content/recipes/ has a folder for each.",
      },
    ];
  }
  if (holds === "preset" && !(presetNames as readonly string[]).includes(value)) {
    return [{ message: `${tag}="${value}">: there is no such preset.`, hint: `Use one of ${presetNames.join(", ")}.` }];
  }
  return [];
}
