import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { MdastNode } from "satteri";
import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import type { Text } from "./text.ts";

/** Pictures that can stand beside a text. */
export const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Checks that a text's pictures are there, are the site's own, and say what they show. @param root the project's root */
export function checkImages({ yaml }: Text, root: string): Problem[] {
  const { file, bodyLine, tree } = yaml;
  const definitions = new Map(
    tree.nodes.flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url] as const] : [])),
  );
  return tree.nodes.flatMap((node): Problem[] => {
    const url = urlOf(node, definitions);
    if (url === undefined) return [];
    const at = { file, line: bodyLine + lineOf(node) - 1 };
    const problems: Problem[] = [];
    if (((node as { alt?: string | null }).alt ?? "").trim() === "") {
      problems.push({
        ...at,
        message: `The picture "${url}" does not say what it shows.`,
        hint: "Write it between the brackets, for those who do not see it: ![A row of the Network panel](…).",
      });
    }
    const fault = placeFault(url, file, root);
    if (fault) problems.push({ ...at, ...fault });
    return problems;
  });
}

function urlOf(node: MdastNode, definitions: ReadonlyMap<string, string>): string | undefined {
  if (node.type === "image") return node.url;
  return node.type === "imageReference" ? definitions.get(node.identifier) : undefined;
}

function placeFault(url: string, file: string, root: string): Pick<Problem, "message" | "hint"> | undefined {
  if (/^(?:https?:)?\/\/|^data:/.test(url)) {
    return {
      message: `The picture "${url}" is another site's, which the pages' policy does not load.`,
      hint: "Put the picture beside the text, and name it: ./shot.png.",
    };
  }
  let path: string;
  try {
    path = decodeURI(url.replace(/[?#].*$/, ""));
  } catch {
    // The check of marks tells it.
    return undefined;
  }
  const place = path.startsWith("/") ? join("public", path) : join(dirname(file), path);
  if (existsSync(join(root, place))) return undefined;
  return {
    message: `The picture "${url}" is not there.`,
    hint: `Put it to ${place.replaceAll("\\", "/")}, or mend its name.`,
  };
}
