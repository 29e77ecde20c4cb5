import { closeSync, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Problem } from "../../problems.ts";
import { lineOf } from "../bodyTree.ts";
import { didYouMean } from "../nearest.ts";
import type { Text } from "./text.ts";

/** Pictures that can stand beside a text. */
export const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Checks that a text's pictures are there, are the site's own, and say what they show. @param root the project's root */
export function checkImages({ yaml }: Text, root: string): Problem[] {
  const { file, bodyLine, tree } = yaml;
  return tree.nodes.flatMap((node): Problem[] => {
    const at = { file, line: bodyLine + lineOf(node) - 1 };
    if (node.type === "imageReference") {
      // Astro measures and serves only what is named where it is shown.
      return [
        {
          ...at,
          message: `The picture is named by "${node.label ?? node.identifier}", which stands elsewhere.`,
          hint: "Name its file at its place: ![What it shows](./shot.png).",
        },
      ];
    }
    if (node.type !== "image") return [];
    const { url } = node;
    const problems: Problem[] = [];
    if (saysNothing(node.alt ?? "", url)) {
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

/** Its file's name is no more than nothing to who hears the page. */
function saysNothing(alt: string, url: string): boolean {
  const words = alt.trim();
  return words === "" || PICTURE.test(words) || words === basename(url, extname(url));
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
  const folder = join(root, dirname(place));
  const names = existsSync(folder) ? readdirSync(folder) : [];
  // Asked by its name: some systems find it by one in other case, and others then do not.
  if (!names.includes(basename(place))) {
    return {
      message: `The picture "${url}" is not there.`,
      hint: `${didYouMean(basename(place), names)}Put it to ${place.replaceAll("\\", "/")}, or mend its name.`,
    };
  }
  if (PICTURE.test(place) && SIGNATURES.test(headOf(join(root, place)))) return undefined;
  return {
    message: `"${url}" cannot be read as a picture.`,
    hint: "Save it as PNG, JPEG, WebP, AVIF or GIF, or as SVG with a viewBox.",
  };
}

/** What pictures begin with, by their formats; of an SVG somewhere, and what says how large it is. */
const SIGNATURES = /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|.{4}ftyp)|<svg\b[^>]*\sviewBox=|<svg\b[^>]*\swidth=/s;

/** The start of a file, a character for each byte. */
function headOf(path: string): string {
  const bytes = Buffer.alloc(4096);
  const file = openSync(path, "r");
  try {
    return bytes.toString("latin1", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
