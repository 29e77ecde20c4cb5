/**
 * The lines of a content's file that end in white space which says nothing. Two spaces behind a line of Markdown break it,
 * and code is left as it is.
 * @param file its path or name
 */
export function withoutTrailingSpace(text: string, file: string): { line: number; from: string; to: string }[] {
  const isMarkdown = /\.mdx?$/.test(file);
  let fence: string | undefined;
  return text.split("\n").flatMap((whole, index) => {
    const line = whole.replace(/\r$/, "");
    const mark = isMarkdown ? /^\s*(`{3,}|~{3,})/.exec(line)?.[1] : undefined;
    const isCode = fence !== undefined;
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence !== undefined && mark[0] === fence[0] && mark.length >= fence.length) fence = undefined;
    const trimmed = line.trimEnd();
    const breaks = isMarkdown && trimmed !== "" && /[^ ] {2,}$/.test(line);
    // Of a YAML text over several lines white space may be a part.
    const isYamlText = !isMarkdown && trimmed === "";
    if (trimmed === line || isCode || breaks || isYamlText || (trimmed === "" && line.length === 0)) return [];
    return [{ line: index + 1, from: line, to: trimmed }];
  });
}
