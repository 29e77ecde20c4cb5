/** A file's text without its frontmatter: each character of it is a space, so that what is below stays on its line. */
export function withoutFrontmatter(text: string): string {
  return text.replace(/(?<=^\uFEFF?)---[\s\S]*?\n---/, (frontmatter) => frontmatter.replace(/[^\r\n]/g, " "));
}
