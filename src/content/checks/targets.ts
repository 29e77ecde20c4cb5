import { type Language, languages } from "../../site.config.ts";
import type { ContentIds } from "../ids.ts";
import { pageIds } from "../pageIds.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";

/** The kinds of pages that have a text in `content/`, and the folders of these. */
const folders = { guide: "guides", cause: "causes", recipe: "recipes", page: "pages" } as const;
export type TextKind = keyof typeof folders;

/** What links can lead to: which pages there are, which of them are drafts, and which fragments each has. */
export class LinkTargets {
  readonly ids: ContentIds;
  readonly #content: ContentFolder;
  readonly #fragments = new Map<string, ReadonlySet<string>>();
  readonly #drafts = new Map<string, boolean>();

  constructor(content: ContentFolder, ids: ContentIds) {
    this.#content = content;
    this.ids = ids;
  }

  /** Whether a guide is unfinished, so that nobody but its authors sees it. */
  isDraft(slug: string): boolean {
    const known = this.#drafts.get(slug);
    if (known !== undefined) return known;
    const isDraft = languages.some((language) => {
      const { draft } = (this.#text("guide", slug, language)?.data ?? {}) as { draft?: unknown };
      return draft === true;
    });
    this.#drafts.set(slug, isDraft);
    return isDraft;
  }

  /** The fragments of the page that readers of a language see. */
  fragmentsOf(kind: TextKind, id: string, language: Language): ReadonlySet<string> {
    const key = `${kind}:${id}/${language}`;
    const known = this.#fragments.get(key);
    if (known) return known;
    const text = this.#text(kind, id, language) ?? this.#fallback(kind, id);
    const headings = text?.outline.headings.map((heading) => heading.id).filter((id) => id !== "") ?? [];
    const fragments = new Set([...pageIds[kind], ...headings]);
    this.#fragments.set(key, fragments);
    return fragments;
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
    const name = [`${language}.md`, `${language}.mdx`].find((name) => this.#content.exists(folders[kind], id, name));
    return name === undefined ? null : this.#content.readFrontmatter(folders[kind], id, name);
  }
}
