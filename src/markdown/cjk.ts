import { defineMdastPlugin } from "satteri";
import { withStandIns } from "../content/notation/standIns.ts";
import { endBareUrls } from "./bareUrls.ts";
import { turnMarks } from "./emphasis.ts";
import { type InlineNode, joinLines, joinText } from "./lineEnds.ts";
import { withoutScaffold } from "./scaffold.ts";

/** What has white space for its text, or none of it. */
const NOT_PROSE = /<(?:pre|script|style|textarea)\b|<!--/i;

/**
 * Makes a text ready for the engine. What it has made of it is to go through `withoutScaffold`.
 * A file with Windows line ends is the same text.
 */
export function prepare(markdown: string): string {
  return turnMarks(endBareUrls(withStandIns(markdown.replaceAll("\r\n", "\n"))));
}

type Parent = Readonly<{ children: readonly unknown[] }>;
type SetProperty<Name extends string> = { setProperty(node: never, name: Name, value: never): void };

function join({ children }: Parent, context: SetProperty<"value">): void {
  for (const { node, value } of joinLines(children as InlineNode[])) {
    context.setProperty(node as never, "value", value as never);
  }
}

function cleanUrl(node: Readonly<{ url: string }>, context: SetProperty<"url">): void {
  context.setProperty(node as never, "url", withoutScaffold(node.url) as never);
}

function cleanValue(node: Readonly<{ value: string }>, context: SetProperty<"value">): void {
  context.setProperty(node as never, "value", withoutScaffold(node.value) as never);
}

/**
 * Removes the line ends that would show as spaces between characters that take none, and takes the scaffold out
 * of what other plugins read.
 */
export const cjk = defineMdastPlugin({
  name: "cjk",
  paragraph: join,
  heading: join,
  tableCell: join,
  descriptionTerm: join,
  emphasis: join,
  strong: join,
  delete: join,
  link(node, context) {
    join(node, context);
    cleanUrl(node, context);
  },
  linkReference: join,
  mdxJsxTextElement: join,
  mdxJsxFlowElement: join,
  definition: cleanUrl,
  image: cleanUrl,
  html(node, context) {
    if (!NOT_PROSE.test(node.value)) context.setProperty(node, "value", joinText(node.value));
  },
  code(node, context) {
    context.setProperty(node, "value", withoutScaffold(node.value));
    if (node.lang) context.setProperty(node, "lang", withoutScaffold(node.lang));
    if (node.meta) context.setProperty(node, "meta", withoutScaffold(node.meta));
  },
  inlineCode: cleanValue,
  math: cleanValue,
  inlineMath: cleanValue,
});
