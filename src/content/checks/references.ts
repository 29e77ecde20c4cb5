import type { MdastNode } from "satteri";
import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import type { YamlFile } from "../yamlFile.ts";

type Definition = Extract<MdastNode, { type: "definition" | "footnoteDefinition" }>;

/** What names a footnote, a link's address, a picture's. */
const NAMING: ReadonlySet<string> = new Set(["footnoteReference", "linkReference", "imageReference"]);

/** Checks that each footnote and each address that stands apart is named somewhere, and stands there once. */
export function checkReferences({ file, bodyLine, tree }: YamlFile): Problem[] {
  const keyOf = (type: string, identifier: string) => `${type.startsWith("footnote")} ${identifier}`;
  const named = new Set(
    tree.nodes.flatMap((node) =>
      NAMING.has(node.type) && "identifier" in node ? [keyOf(node.type, node.identifier)] : [],
    ),
  );
  const seen = new Set<string>();
  return tree.nodes.flatMap((node): Problem[] => {
    if (node.type !== "definition" && node.type !== "footnoteDefinition") return [];
    const key = keyOf(node.type, node.identifier);
    const isTwice = seen.has(key);
    seen.add(key);
    const fault = isTwice ? twice(node) : named.has(key) ? undefined : unused(node);
    return fault ? [{ file, line: bodyLine + lineOf(node) - 1, ...fault }] : [];
  });
}

const nameOf = ({ type, label, identifier }: Definition) =>
  `[${type === "footnoteDefinition" ? "^" : ""}${label ?? identifier}]`;

const twice = (node: Definition) => ({
  message: `${nameOf(node)} is there twice, and only the first is read.`,
  hint: "Give one of them another name, or remove it.",
});

const unused = (node: Definition) => ({
  message: `Nothing in the text names ${nameOf(node)}: readers would not see it.`,
  hint: `Write ${nameOf(node)} where it belongs, or remove it.`,
});
