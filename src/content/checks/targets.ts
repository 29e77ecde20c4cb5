import { type Language, languages } from "../../site.config.ts";
import type { ContentIds } from "../ids.ts";
import { pageIds } from "../pageIds.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";
import { movedNames } from "./moved.ts";

/** The kinds of pages that have a text in `content/`, and the folders of these. */
const folders = { guide: "guides", cause: "causes", recipe: "recipes", page: "pages" } as const;
export type TextKind = keyof typeof folders;

/** What links can lead to: which pages there are, which of them are drafts, and which fragments each has. */
export class LinkTargets {
  readonly ids: ContentIds;
  readonly #content: ContentFolder;
  readonly #fragments = new Map<string, ReadonlySet<string> | undefined>();
  readonly #drafts = new Map<string, boolean>();
  #moved: ReadonlyMap<string, string> | undefined;

  constructor(content: ContentFolder, ids: ContentIds) {
    this.#content = content;
    this.ids = ids;
  }

  /**
   * Whether a guide is unfinished, so that nobody but its authors sees it. Where its files do not agree, that is told of
   * them, and not of all that leads to it.
   */
  isDraft(slug: string): boolean {
    const known = this.#drafts.get(slug);
    if (known !== undefined) return known;
    const texts = languages.flatMap((language) => this.#text("guide", slug, language) ?? []);
    const isDraft =
      texts.length > 0 && texts.every(({ data }) => (data as { draft?: unknown } | undefined)?.draft === true);
    this.#drafts.set(slug, isDraft);
    return isDraft;
  }

  /** The guide that was called so before; of a name that none had, nothing. */
  movedTo(slug: string): string | undefined {
    this.#moved ??= new Map(movedNames(this.#content, this.ids.guide).map(({ name, now }) => [name, now]));
    return this.#moved.get(slug);
  }

  /**
   * The fragments of the page that readers of a language see; nothing where no text of it can be read, which is told of
   * that text and not of what leads to it.
   */
  fragmentsOf(kind: TextKind, id: string, language: Language): ReadonlySet<string> | undefined {
    const key = `${kind}:${id}/${language}`;
    if (!this.#fragments.has(key)) this.#fragments.set(key, this.#readFragments(kind, id, language));
    return this.#fragments.get(key);
  }

  #readFragments(kind: TextKind, id: string, language: Language): ReadonlySet<string> | undefined {
    // Of two files nobody knows which one is to stay.
    if (this.#names(kind, id, language).length > 1) return undefined;
    const text = this.#text(kind, id, language) ?? this.#fallback(kind, id);
    if (!text?.isReadable) return undefined;
    const headings = text.outline.headings.map((heading) => heading.id).filter((id) => id !== "");
    return new Set([...pageIds[kind], ...headings]);
  }

  #fallback(kind: TextKind, id: string): YamlFile | null {
    for (const language of languages) {
      const text = this.#text(kind, id, language);
      const { source } = (text?.data ?? {}) as { source?: unknown };
      if (text && (source === undefined || source === language)) return text;
    }
    return null;
  }

  #text(kind: TextKind, id: string, language: Language): YamlFile | null {
    const [name] = this.#names(kind, id, language);
    return name === undefined ? null : this.#content.readFrontmatter(folders[kind], id, name);
  }

  #names(kind: TextKind, id: string, language: Language): string[] {
    return [`${language}.md`, `${language}.mdx`].filter((name) => this.#content.exists(folders[kind], id, name));
  }
}
