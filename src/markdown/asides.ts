import { defineMdastPlugin, type MdastVisitorContext } from "satteri";
import { readAlert } from "../content/notation/alerts.ts";
import { type AsideKind, isAsideKind } from "../content/notation/asideKinds.ts";
import { elementNode, type NotationNode } from "../content/notation/nodes.ts";
import { commonWords } from "../i18n/strings.ts";
import { documentLanguage } from "./location.ts";

/** Kinds that say how much depends on them: a title of one's own does not take the place of that word. */
const URGENT: ReadonlySet<AsideKind> = new Set(["important", "warning", "caution", "danger"]);

/** `:::note[Title]` and `> [!NOTE]` as `<Note>` looks; `:::details` as what a reader opens. */
export const asides = defineMdastPlugin({
  name: "asides",
  containerDirective(node, context) {
    if (!isAsideKind(node.name)) return;
    const [label] = node.children as NotationNode[];
    const hasLabel = label?.data?.directiveLabel === true;
    if (hasLabel) context.removeChildAt(node, 0);
    begin(node, node.name, hasLabel ? (label.children ?? []) : [], context);
  },
  blockquote(node, context) {
    const alert = readAlert(node.children as NotationNode[]);
    if (!alert || !isAsideKind(alert.kind)) return;
    context.removeChildAt(node, 0);
    const rest = alert.rest.length > 0 ? [{ type: "paragraph", children: alert.rest }] : [];
    begin(node, alert.kind, alert.title, context, rest);
  },
  textDirective(node, context) {
    context.replaceNode(node, { type: "text", value: `:${node.name}` });
  },
});

type Box =
  | Parameters<NonNullable<(typeof asides)["blockquote"]>>[0]
  | Parameters<NonNullable<(typeof asides)["containerDirective"]>>[0];

function begin(
  node: Box,
  kind: AsideKind,
  title: readonly NotationNode[],
  context: MdastVisitorContext,
  rest: readonly NotationNode[] = [],
): void {
  const isClosed = kind === "details";
  const head = elementNode("asideTitle", isClosed ? "summary" : "b", headOf(kind, title, context));
  context.prependChild(node, [head, ...rest] as never);
  const hProperties = isClosed ? { className: ["opened"] } : { className: ["aside"], role: "note" };
  context.setProperty(node, "data", { hName: isClosed ? "details" : "div", hProperties });
}

/** Stands for the title in a word of the interface. */
const TITLE = "\ufffc";

function headOf(kind: AsideKind, title: readonly NotationNode[], { fileURL }: MdastVisitorContext): NotationNode[] {
  const t = commonWords(documentLanguage(fileURL) ?? "en");
  const word = t(`aside.${kind}`);
  if (title.length === 0) return [{ type: "text", value: word }];
  if (!URGENT.has(kind)) return [...title];
  const [before = "", after = ""] = t("aside.titled", { kind: word, title: TITLE }).split(TITLE);
  const text = (value: string): NotationNode => ({ type: "text", value });
  return [text(before), ...title, ...(after === "" ? [] : [text(after)])];
}
