import type { IndexFile } from "pagefind";
import { pageFile } from "../../search/engine.ts";
import { CODE_ID } from "../../search/excerpt.ts";
import type { PagefindPage } from "../../search/pagefind.ts";
import { readPagefindFile } from "./pagefindFile.ts";

/** A page's text as Pagefind loads it for a result. */
export interface Fragment extends PagefindPage {
  /** Pagefind's name for the page. */
  id: string;
}

export function readFragment(file: IndexFile): Fragment {
  const id = /([^/]+)\.pf_fragment$/.exec(file.path)?.[1] ?? "";
  return { ...JSON.parse(readPagefindFile(file).toString()), id };
}

/**
 * The same with no more than is shown: without the words of code, which are only to be found, and with headings only.
 * @param stale whether the page's source has left it behind
 */
export function shortFragment({ id, ...page }: Fragment, stale: boolean): IndexFile {
  const code = page.anchors.find((anchor) => anchor.id === CODE_ID)?.location;
  const content = page.content.split(" ").slice(0, code).join(" ");
  const anchors = page.anchors.filter(({ element }) => /^h[2-4]$/.test(element));
  return {
    path: pageFile(id),
    content: Buffer.from(JSON.stringify({ ...page, content, anchors, ...(stale && { stale }) })),
  };
}
