/** Hints by the parser's codes, for what authors get wrong; everything else has the last one. */
const hints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "Indent by spaces, two a level: YAML takes no tabs.",
  DUPLICATE_KEY: "Remove one of the two.",
  BLOCK_AS_IMPLICIT_KEY: "Quote a value that holds a colon followed by a space: 'Fetch: the standard'.",
  BAD_SCALAR_START: "Quote a value that starts with a backtick, @ or %: '`OPTIONS` was answered'.",
  BAD_ALIAS: "Quote a value that starts with * or &: '*'.",
  MISSING_CHAR: "Close the quotation mark or the bracket that is open there.",
  BAD_INDENT: "Indent lists and fields below a field by two spaces, all of them alike.",
};
const otherwise = "Quote a value that holds a colon, starts with a backtick, * or &, and indent lists by two spaces.";

/** What is wrong in a YAML text, and what to do about it. @param offset where in the text */
export function describeYamlFault(
  code: string,
  message: string,
  yaml: string,
  offset: number,
): { message: string; hint: string } {
  if (code === "DUPLICATE_KEY") {
    const field = /^[^:\n]*/.exec(yaml.slice(offset))?.[0].trim() ?? "";
    return { message: `The field "${field}" is there twice.`, hint: hints.DUPLICATE_KEY ?? otherwise };
  }
  return { message: `The YAML does not parse: ${message}`, hint: hints[code] ?? otherwise };
}

/** A value that opens a quotation mark and does not close it in its line. */
const UNCLOSED = /^[^#\n]*?(?::|-) (?:"[^"\n]*|'[^'\n]*)$/m;

/** A list or a group of fields that a value opens, and that nothing closes. */
const OPEN = /[:-] [[{][^[\]{}]*$/;

/** Where an error was made, which the parser notices at the end of what it takes for a text or a list. */
export function placeOfFault(code: string, yaml: string, offset: number): number {
  if (code === "MISSING_CHAR") return UNCLOSED.exec(yaml)?.index ?? offset;
  return code === "BAD_INDENT" ? (OPEN.exec(yaml.slice(0, offset))?.index ?? offset) : offset;
}

/** The first tab that indents a line, which the parser tells in as many ways as there are lines below. */
export function findTab(yaml: string): { offset: number; code: string; message: string } | undefined {
  const found = /^[ -]*\t/m.exec(yaml);
  if (!found) return undefined;
  return { offset: found.index, code: "TAB_AS_INDENT", message: "the line is indented by a tab" };
}

/** What keeps the lines around a frontmatter from being it, in a text that seems to have one. */
export function findFenceFault(text: string): { line: number; message: string; hint: string } | undefined {
  const opening = /^\s*---[ \t]*\n/.exec(text);
  if (!opening || !/^[\w-]+:/m.test(text)) return undefined;
  const lines = text.split("\n");
  const spaced = lines.findIndex((line) => /^---[ \t]+$/.test(line));
  if (spaced !== -1)
    return { line: spaced + 1, message: 'Spaces stand behind "---".', hint: "Remove them: the line is --- alone." };
  if (!text.startsWith("---"))
    return {
      line: 1,
      message: "Something stands before the frontmatter.",
      hint: "Start the file with the line ---, in its first line and column.",
    };
  return {
    line: 1,
    message: "The frontmatter that begins here is not closed.",
    hint: "Write a line --- of its own behind the last field.",
  };
}
