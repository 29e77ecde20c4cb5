import { ALERT } from "./asideKinds.ts";
import type { NotationNode } from "./nodes.ts";

/** A quotation that is an aside: `> [!NOTE]`. */
export interface Alert {
  /** In lower case. */
  kind: string;
  /** What stands behind the mark in its line. */
  title: NotationNode[];
  /** The rest of the first paragraph. */
  rest: NotationNode[];
}

/** Reads the first paragraph of a quotation; nothing where it is no alert. @param children the quotation's */
export function readAlert(children: readonly NotationNode[]): Alert | undefined {
  const [first] = children;
  if (first?.type !== "paragraph") return undefined;
  const [text, ...others] = first.children ?? [];
  const found = text?.type === "text" ? ALERT.exec(text.value ?? "") : null;
  if (!text || !found) return undefined;
  const words = [{ ...text, value: (text.value ?? "").slice(found[0].length) }, ...others];
  const end = words.findIndex(endsLine);
  const title = end < 0 ? words : words.slice(0, end);
  const rest = end < 0 ? [] : words.slice(end + 1);
  const last = words[end];
  if (last?.type === "text") {
    const [before = "", after = ""] = split(last.value ?? "");
    title.push({ ...last, value: before });
    rest.unshift({ ...last, value: after });
  }
  return { kind: (found[1] ?? "").toLowerCase(), title: filled(title), rest: filled(rest) };
}

const endsLine = ({ type, value }: NotationNode) => type === "break" || (type === "text" && value?.includes("\n"));

function split(text: string): [string, string] {
  const end = text.indexOf("\n");
  return [text.slice(0, end), text.slice(end + 1)];
}

function filled(nodes: NotationNode[]): NotationNode[] {
  return nodes.filter(({ type, value }) => type !== "text" || value !== "");
}
