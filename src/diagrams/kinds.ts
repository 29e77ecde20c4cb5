/** The kinds of diagrams that are drawn, as the library calls them, and as authors write them. */
export const kinds: Readonly<Record<string, string>> = {
  "flowchart-v2": "flowchart",
  sequence: "sequenceDiagram",
  stateDiagram: "stateDiagram-v2",
  classDiagram: "classDiagram",
  er: "erDiagram",
};

/** As authors write them, in a list. */
export const kindNames = Object.values(kinds).join(", ");

/** What is wrong with a diagram, and where in its source: lines are counted from 1. */
export interface DiagramFault {
  line: number;
  message: string;
  hint: string;
}

interface Refused {
  pattern: RegExp;
  /** What a message calls it. */
  name: string;
  hint: string;
}

const COLOURS =
  "Remove it: diagrams have the site's colours, in which they are legible in dark, in print and with forced colours, too.";

/** What a line says that is not drawn here, and that the library would take without a word. */
const refused: readonly Refused[] = [
  { pattern: /^\s*%%\{/, name: "A directive", hint: COLOURS },
  { pattern: /^\s*(?:classDef|style|linkStyle|cssClass|updateElementStyle)\s/, name: "A style", hint: COLOURS },
  { pattern: /:::\s*[\w-]/, name: "A class", hint: COLOURS },
  { pattern: /^\s*(?:rect|box)\s+(?:rgba?|hsla?)\(|^\s*(?:rect|box)\s+#/i, name: "A colour", hint: COLOURS },
  {
    pattern: /^\s*(?:click|callback|link|links|href)\s/,
    name: "A link",
    hint: "Remove it, and write the link into the text.",
  },
  // The library waits for a picture to be loaded, which here none ever is.
  {
    pattern: /@\{[^}]*\b(?:icon|img)\s*:|<img\b/i,
    name: "A picture in a node",
    hint: "Write words in its place.",
  },
  { pattern: /\bfa[bklrs]?:fa-/, name: "An icon", hint: "Write a word in its place." },
  { pattern: /\$\$/, name: "A formula", hint: "Write it in words, or below the diagram in $…$." },
];

/** What can be told of a diagram without reading it. */
export function refusedIn(source: string): DiagramFault | undefined {
  if (/^\s*---\s*\n/.test(source)) {
    return {
      line: source.slice(0, source.indexOf("---")).split("\n").length,
      message: "The diagram begins with fields of its own.",
      hint: 'Write its title behind the fence: ```mermaid title="…".',
    };
  }
  for (const [index, line] of source.split("\n").entries()) {
    const found = refused.find(({ pattern }) => pattern.test(line));
    if (found)
      return { line: index + 1, message: `${found.name} is not drawn here: "${line.trim()}".`, hint: found.hint };
  }
  return undefined;
}
