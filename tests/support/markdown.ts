import { pathToFileURL } from "node:url";
import { components } from "../../src/content/schemas/components.ts";
import { markdown } from "../../src/markdown/processor.ts";

/** As in astro.config.mjs. */
const shared = { syntaxHighlight: false } as const;
const processor = markdown();
const renderers = {
  md: processor.createRenderer(shared),
  mdx: processor.createMdxRenderer(shared, { optimize: false }),
};

/** The headings of a document, as a page lists them. @param file as for `render` */
export async function listHeadings(text: string, file = "ja.md"): Promise<{ slug: string; text: string }[]> {
  const path = `${process.cwd()}/content/guides/a-guide/${file}`;
  if (!file.endsWith(".mdx")) {
    const { metadata } = await (await renderers.md).render(text, { fileURL: pathToFileURL(path) });
    return metadata.headings;
  }
  const { code } = await (await renderers.mdx).process(text, path, {});
  return JSON.parse(/^export function getHeadings\(\) \{ return (.*); \}$/m.exec(code)?.[1] ?? "null");
}

/**
 * Renders a document as the site does. Components of MDX come out as elements with their name.
 * @param file a name or a path below `content/guides/a-guide/`: it says what the document is, and its language
 */
export async function render(text: string, file = "ja.md"): Promise<string> {
  const path = `${process.cwd()}/content/guides/a-guide/${file}`;
  if (!file.endsWith(".mdx")) return (await (await renderers.md).render(text, { fileURL: pathToFileURL(path) })).code;
  const { code } = await (await renderers.mdx).process(text, path, {});
  return String(evaluate(code));
}

/** Runs a compiled module with an own runtime, which makes text. */
function evaluate(code: string): unknown {
  const body = code
    .replace(
      /^import \{([^}]*)\} from "astro\/jsx-runtime";$/gm,
      (_, names: string) => `const {${names.replaceAll(" as ", ": ")}} = runtime;`,
    )
    .replace(/^export (default )?/gm, "");
  const asElements = new Proxy(
    {},
    {
      get: (_, name) => (/^[A-Z]/.test(String(name)) ? name : undefined),
      ownKeys: () => Object.keys(components),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  return new Function("runtime", `${body.replace(/^MDXContent;$/m, "")}; return MDXContent;`)({
    jsx,
    jsxs: jsx,
    Fragment: "",
  })({ components: asElements });
}

class Html extends String {}

function jsx(
  type: string | ((props: object) => unknown),
  { children, ...props }: { children?: unknown; [name: string]: unknown },
): unknown {
  if (typeof type === "function") return type({ children, ...props });
  const inner = [children]
    .flat(9)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Html ? child : escaped(String(child))))
    .join("");
  if (type === "") return new Html(inner);
  const attributes = Object.entries(props)
    .map(([name, value]) =>
      value === true ? ` ${name}` : ` ${name}="${String(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`,
    )
    .join("");
  return new Html(`<${type}${attributes}>${/^(?:br|hr|img|input)$/.test(type) ? "" : `${inner}</${type}>`}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
