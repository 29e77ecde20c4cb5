import { markdownToHtml, mdxToJs } from "satteri";
import { type Mistake, unsupported } from "../../markdown/unsupported.ts";
import type { Problem } from "../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

/** Checks that a text has no marks that readers would see as they are, and nothing that MDX cannot read. */
export function checkMarks({ file, body, bodyLine }: YamlFile): Problem[] {
  const mistakes: Mistake[] = [];
  const options = {
    features: { headingAttributes: true, smartPunctuation: false },
    mdastPlugins: [unsupported((mistake) => mistakes.push(mistake))],
  };
  try {
    if (file.endsWith(".mdx")) mdxToJs(body, options);
    else markdownToHtml(body, options);
  } catch (error) {
    const message = (error as Error).message;
    mistakes.push({
      line: Number(/\b(\d+):\d+/.exec(message)?.[1] ?? 1),
      what: `MDX cannot read this: ${message.replace(/^\d+:\d+(?:-\d+:\d+)?:? */, "")}`,
      hint: "Write \\< and \\{ where the characters are meant, {/* … */} for a comment, and close each tag.",
    });
  }
  return mistakes.map(({ line, what, hint }) => ({ file, line: bodyLine + line - 1, message: what, hint }));
}
