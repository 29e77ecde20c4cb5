import { type CollectionEntry, render } from "astro:content";
import { readingMinutes } from "../readingTime.ts";
import type { Heading, Part } from "./parts.ts";
import { renderedTexts } from "./registry.ts";

/** A text as a page shows it, by `components/Text/Text.astro`. */
export interface ShownContent {
  /** What it consists of, or the component that Astro has made of it. */
  content: { parts: readonly Part[] } | { Content: Awaited<ReturnType<typeof render>>["Content"] };
  headings: Heading[];
}

type Entry = CollectionEntry<"guides" | "causes" | "recipeWords" | "pages">;

/** The text of an entry: as the build has rendered it, or else as Astro does. @throws where neither has */
export async function textOf(entry: Entry): Promise<ShownContent> {
  const file = entry.filePath ?? "";
  const rendered = await renderedTexts()?.read(file);
  if (rendered) return { content: { parts: rendered.parts }, headings: rendered.headings };
  // Astro would show nothing, and say nothing.
  if (!("deferredRender" in entry))
    throw new Error(`${file} was not rendered.\nRemove node_modules/.astro/ and build again.`);
  const { Content, headings } = await render(entry);
  return { content: { Content }, headings };
}

/** How long an entry's text takes to read, in minutes. */
export function minutesOf({ filePath = "", body = "" }: Entry): number {
  return renderedTexts()?.minutes(filePath) ?? readingMinutes(body);
}
