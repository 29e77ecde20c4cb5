import { inlineCodeClass, piecesWithCode } from "../../markdown/inlineCode.ts";

interface Props {
  text: string;
  /** The text's language, where it is not that of what it stands in. */
  lang?: string | undefined;
}

/** A string of the interface or of a frontmatter field: `code` in backticks is set as code. */
export function Words({ text: whole, lang }: Props) {
  const pieces = piecesWithCode(whole).map(({ text, isCode }) => (isCode ? <Code text={text} /> : text));
  return lang ? <span lang={lang}>{pieces}</span> : pieces;
}

function Code({ text }: { text: string }) {
  const long = inlineCodeClass(text);
  return <code class={long}>{long ? <Name text={text} /> : text}</code>;
}

/** A name that may break in a line, and then between its words: `net::ERR_CERT_` and `AUTHORITY_INVALID`. */
export function Name({ text }: { text: string }) {
  return text.split(/(?<=_)/).map((part, index) => (index > 0 ? [<wbr />, part] : part));
}
