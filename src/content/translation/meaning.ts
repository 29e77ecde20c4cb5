import type { MdastNode } from "satteri";

/**
 * Parts of a text without what means nothing to who translates it, as one string a block: a paragraph, a heading, an
 * item, a row, a block of code. Two texts mean the same where these are equal, and what differs is told by their words.
 *
 * What is gone: how lines are wrapped, spaces between Han or kana and anything else, the normalisation form, where links
 * lead, marks of emphasis, comments. What stays: words, code to the last space, components with their properties, ids of
 * headings below the second rank, pictures.
 */
export function meaningOf(nodes: readonly MdastNode[]): string[] {
  return (nodes as readonly Node[]).flatMap(blocks);
}

/** A line of the frontmatter or of a list, which may hold `code`, in the same form. */
export function meaningOfLine(text: string): string {
  return withoutLooseSpace(text);
}

/** Hangul is not among them: Korean has spaces between its words. */
const CJK = "[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\uff00-\\uff65]";
const SPACE_BESIDE_CJK = new RegExp(`(?<=${CJK}) | (?=${CJK})`, "gu");

/** A line end between Han is no space to a reader, and one between Han and Latin is up to whoever typed it. */
function withoutLooseSpace(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().replace(SPACE_BESIDE_CJK, "");
}

/** Marks of emphasis that the engine leaves in CJK text and a plugin of ours reads: the pages show none. */
const LEFT_MARKS = /\*+(?=\S)|(?<=\S)\*+/g;

const COMMENT = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/;
const HTML_COMMENT = /<!--[\s\S]*?-->/g;

type Node = MdastNode & { children?: Node[] };

const childrenOf = (node: Node): Node[] => node.children ?? [];
const flow = (node: Node): string[] => childrenOf(node).flatMap(blocks);
const inline = (node: Node): string => withoutLooseSpace(childrenOf(node).map(words).join(""));
const indented = (block: string) => block.replace(/^(?=.)/gm, "  ");

/** The blocks of what stands on lines of its own. */
function blocks(node: Node): string[] {
  switch (node.type) {
    case "paragraph":
      return [inline(node)].filter(Boolean);
    case "heading": {
      const { hProperties } = (node.data ?? {}) as { hProperties?: { id?: string } };
      // The ids of the second rank tell sections apart; a new one is said of the section as a whole.
      const id = node.depth > 2 && hProperties?.id ? ` {#${hProperties.id}}` : "";
      return [`${"#".repeat(node.depth)} ${inline(node)}${id}`];
    }
    case "code":
      return [`\`\`\`${[node.lang, node.meta].filter(Boolean).join(" ")}\n${node.value.normalize("NFC")}\n\`\`\``];
    case "list":
      return childrenOf(node).flatMap((item, index) => {
        const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : "- ";
        return marked(mark, flow(item));
      });
    case "blockquote":
      return flow(node).map((block) => block.replace(/^/gm, "> "));
    case "tableRow":
      return [`| ${childrenOf(node).map(inline).join(" | ")} |`];
    case "containerDirective": {
      const [first, ...rest] = childrenOf(node);
      const title = first?.type === "paragraph" && first.data && "directiveLabel" in first.data ? first : undefined;
      const within = (title ? rest : childrenOf(node)).flatMap(blocks);
      return [`:::${node.name}${title ? `[${inline(title)}]` : ""}`, ...within.map(indented), ":::"];
    }
    case "descriptionTerm":
      return [inline(node)].filter(Boolean);
    case "descriptionDetails":
      return marked(": ", flow(node));
    case "math":
      return [`$$\n${node.value.trim()}\n$$`];
    case "footnoteDefinition":
      return marked(`[^${node.label}]: `, flow(node));
    case "thematicBreak":
      return ["---"];
    case "html":
      return [node.value.normalize("NFC").replace(HTML_COMMENT, "").trim()].filter(Boolean);
    case "mdxFlowExpression":
      return [expression(node.value)].filter(Boolean);
    case "mdxJsxFlowElement": {
      const within = flow(node);
      return within.length === 0
        ? [tag(node, " />")]
        : [tag(node, ">"), ...within.map(indented), `</${node.name ?? ""}>`];
    }
    case "mdxjsEsm":
      return [node.value.normalize("NFC").trim()];
    case "definition":
      return [];
    default:
      return flow(node);
  }
}

function marked(mark: string, [first = "", ...rest]: string[]): string[] {
  return [mark + first, ...rest.map(indented)];
}

/** What stands within a line. */
function words(node: Node): string {
  switch (node.type) {
    case "text":
      return node.value.replace(LEFT_MARKS, "");
    case "inlineCode":
      return `\`${node.value}\``;
    case "inlineMath":
      return `$${node.value}$`;
    case "delete":
      return `~~${childrenOf(node).map(words).join("")}~~`;
    case "break":
      return " ";
    case "image":
      return `![${node.alt ?? ""}](${node.url}${quoted(node.title)})`;
    case "link":
      // A bare address is where the link leads, and its words, too.
      return isBare(node) ? "<link>" : childrenOf(node).map(words).join("") + quoted(node.title);
    case "footnoteReference":
      return `[^${node.label}]`;
    case "html":
      return node.value.replace(HTML_COMMENT, "");
    case "mdxTextExpression":
      return expression(node.value);
    case "mdxJsxTextElement": {
      const within = childrenOf(node).map(words).join("");
      return within === "" ? tag(node, " />") : `${tag(node, ">")}${within}</${node.name ?? ""}>`;
    }
    default:
      return childrenOf(node).map(words).join("");
  }
}

const quoted = (title: string | null | undefined) => (title ? ` "${title}"` : "");

function isBare(node: Extract<Node, { type: "link" }>): boolean {
  const text = childrenOf(node).map(words).join("");
  return text === node.url || node.url.endsWith(`//${text}`) || node.url === `mailto:${text}`;
}

/** An expression of MDX; nothing where it is only a comment. */
function expression(value: string): string {
  return COMMENT.test(value) ? "" : `{${value.normalize("NFC").trim()}}`;
}

/** A component's opening tag. The order of its properties says nothing. */
function tag({ name, attributes }: Extract<Node, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>, end: string) {
  const properties = attributes.map((attribute) => {
    if (attribute.type === "mdxJsxExpressionAttribute") return `{${attribute.value}}`;
    const { value } = attribute;
    if (value === null || value === undefined) return attribute.name;
    return `${attribute.name}=${typeof value === "string" ? `"${withoutLooseSpace(value)}"` : `{${value.value}}`}`;
  });
  return `<${[name ?? "", ...properties.sort()].join(" ")}${end}`;
}
