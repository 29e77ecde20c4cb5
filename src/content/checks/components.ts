import type { MdastNode } from "satteri";
import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import type { ContentIds } from "../ids.ts";
import { didYouMean, nearest } from "../nearest.ts";
import { type ComponentAttribute, components, presetNames } from "../schemas/components.ts";
import type { YamlFile } from "../yamlFile.ts";

/** The components that are nothing without a text in them. */
const WITH_TEXT: ReadonlySet<string> = new Set(["Note", "Correction", "Stack", "Stacks"]);

type Element = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Checks that the components in a guide are there, and that their attributes are right. A file that is not MDX has none. */
export function checkComponents(yaml: YamlFile, ids: Pick<ContentIds, "cause" | "recipe">): Problem[] {
  if (!yaml.file.endsWith(".mdx")) return [];
  const at = (line: number) => ({ file: yaml.file, line: yaml.bodyLine + line - 1 });
  const { fault, nodes } = yaml.tree;
  if (fault) {
    return [{ ...at(fault.line), message: `The MDX does not parse: ${fault.message}`, hint: hintFor(fault.message) }];
  }
  const inStacks = new Set(nodes.flatMap((node) => (isElement(node, "Stacks") ? stacksIn(node) : [])));
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
    const faults = checkElement(node, ids);
    return (faults.length > 0 ? faults : checkInside(node, inStacks)).map((problem) => ({
      ...at(lineOf(node)),
      ...problem,
    }));
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

function isElement(node: MdastNode, name: string): node is Element {
  return (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") && node.name === name;
}

const stacksIn = ({ children }: Element) =>
  (children as MdastNode[]).filter((child): child is Element => isElement(child, "Stack"));

const recipeOf = ({ attributes }: Element) =>
  attributes.find((attribute) => "name" in attribute && attribute.name === "recipe")?.value;

/** What of a component stands in its place, and holds what it is for. @param inStacks the tabs that stand where they belong */
function checkInside(node: Element, inStacks: ReadonlySet<MdastNode>): Omit<Problem, "file" | "line">[] {
  const { name, children } = node;
  if (name && WITH_TEXT.has(name) && children.length === 0)
    return [{ message: `<${name}> holds nothing.`, hint: `Write its text between <${name}> and </${name}>.` }];
  if (name === "Stack" && !inStacks.has(node))
    return [{ message: "<Stack> stands in no <Stacks>.", hint: "Put all of its tabs between <Stacks> and </Stacks>." }];
  if (name !== "Stacks") return [];
  const recipes = stacksIn(node).map(recipeOf);
  if (recipes.length !== children.length)
    return [
      {
        message: "<Stacks> holds something that is no <Stack>.",
        hint: 'Put it into a <Stack recipe="…">, or outside.',
      },
    ];
  const twice = recipes.find((recipe, index) => recipes.indexOf(recipe) !== index);
  if (twice === undefined) return [];
  return [{ message: `<Stacks> has two tabs for "${twice}".`, hint: "Make one of them, or name another recipe." }];
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
  if (value.trim() === "")
    return [{ message: `${tag}=""> says nothing.`, hint: `Write it between the quotes: ${tag}="…">.` }];
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
