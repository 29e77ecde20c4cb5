/**
 * Marks the words that were looked for on the page that a result leads to. Loaded there only. Nothing is put into the
 * page for it, so that links and scripts find it as it is.
 * @see https://drafts.csswg.org/css-highlight-api-1/
 */
import { linkStyles } from "../../client/linkStyles.ts";
import { isCjk } from "../../search/cut.ts";
import { mark } from "../../search/excerpt.ts";
import styles from "./marks.css?url";

/** Marks the words with these stems. Browsers that know no highlights mark nothing. */
export async function markWords(stems: readonly string[]): Promise<void> {
  const main = document.querySelector("main");
  if (!main || !("highlights" in CSS)) return;
  const ranges = rangesOf(main, stems);
  await linkStyles(styles);
  CSS.highlights.set("search", new Highlight(...ranges));
}

function rangesOf(root: Node, stems: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const looked = new Set(stems);
  // Runs of CJK are cut at what was looked for.
  const words = new Map(stems.filter(isCjk).map((word) => [word, 1]));
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    let at = 0;
    for (const { text, hit } of mark(node.nodeValue ?? "", words, looked)) {
      if (hit) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        ranges.push(range);
      }
      at += text.length;
    }
  }
  return ranges;
}
