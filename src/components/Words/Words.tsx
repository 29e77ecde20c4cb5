/** A string of the interface or of a frontmatter field: `code` in backticks is set as code. */
export function Words({ text }: { text: string }) {
  return <>{text.split("`").map((piece, index) => (index % 2 === 1 ? <code>{piece}</code> : piece))}</>;
}
