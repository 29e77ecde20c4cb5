import { inlineCodeClass, piecesWithCode } from "../../markdown/inlineCode.ts";

/** A string of the interface or of a frontmatter field: `code` in backticks is set as code. */
export function Words({ text: whole }: { text: string }) {
  return (
    <>
      {piecesWithCode(whole).map(({ text, isCode }) =>
        isCode ? <code class={inlineCodeClass(text)}>{text}</code> : text,
      )}
    </>
  );
}
