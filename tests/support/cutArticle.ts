/** A token of HTML: a tag, or the text between two. */
const TOKEN = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>|[^<]+/gi;
const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/**
 * Cuts the text of a guide to a length at which sizes can be compared: up to 2,000 words, or
 * characters where a language has no spaces between words, and six code blocks. All else of the page stays.
 * @param html a guide's page
 * @param language the text's language
 */
export function cutArticle(html: string, language: string): string {
  const tag = /<div class="prose text"[^>]*>/.exec(html);
  const start = tag ? tag.index + tag[0].length : -1;
  const end = html.lastIndexOf("</div>", html.indexOf('<footer class="ending"', start));
  if (!tag || end < start)
    throw new Error("The page is not laid out as a guide was; teach this file where its text is.");
  return html.slice(0, start) + cutFlow(html.slice(start, end), language) + html.slice(end);
}

function cutFlow(html: string, language: string): string {
  const count = (text: string) => (language === "en" ? (text.match(/\S+/g) ?? []) : (text.match(/\S/gu) ?? [])).length;
  const open: string[] = [];
  let kept = "";
  let length = 0;
  let blocks = 0;
  let skipping = false;
  for (const [token, slash, tag, selfClosed] of html.matchAll(TOKEN)) {
    const name = tag?.toLowerCase();
    if (name === "pre" && !slash) {
      blocks++;
      skipping = blocks > 6;
    }
    const inBlock = open.includes("pre") || name === "pre";
    if (name === undefined && !inBlock) {
      length += count(token);
      if (length > 2000) break;
    }
    if (!skipping) {
      kept += token;
      if (name && slash) open.splice(open.lastIndexOf(name), 1);
      else if (name && !selfClosed && !VOID.has(name)) open.push(name);
    }
    if (name === "pre" && slash) skipping = false;
  }
  return (
    kept +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("")
  );
}
