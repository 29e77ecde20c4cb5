import { drawDiagrams, keepOnly } from "../../diagrams/drawn.ts";
import type { Problem } from "../../problems.ts";
import { languages } from "../../site.config.ts";
import { divideInfo, readCodeMeta } from "../notation/codeMeta.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { ContentFolder } from "./context.ts";

/** A diagram of a text. */
interface Diagram {
  source: string;
  /** What stands behind the name of its language. */
  meta: string;
  /** Of its opening fence, in the file. */
  line: number;
}

/** A diagram within an example of Markdown, which is shown as it comes out, too. */
const WITHIN = /^(`{3,}|~{3,})mermaid\b(.*)\n([\s\S]*?)^\1/gm;

/** The diagrams of a text, those within examples, too. */
export function diagramsOf({ outline, bodyLine }: YamlFile): Diagram[] {
  return outline.fences.flatMap(({ language, info, text, line }): Diagram[] => {
    const at = bodyLine + line - 1;
    if (isDiagram(language)) return [{ source: text, meta: info.slice(language.length).trim(), line: at }];
    if (!/^mdx?$/.test(language) || !/\sexample\b/.test(info)) return [];
    return [...text.matchAll(WITHIN)].map(({ index, 2: meta = "", 3: source = "" }) => ({
      source,
      meta: meta.trim(),
      line: at + text.slice(0, index).split("\n").length,
    }));
  });
}

function isDiagram(language: string): boolean {
  return divideInfo(language, "").language === "mermaid";
}

/** Draws all that the content has at once, before each text is asked about its own. */
export function drawAllDiagrams(content: ContentFolder): void {
  const sources = ["guides", "causes", "recipes", "pages"].flatMap((folder) =>
    content.folders(folder).flatMap((id) =>
      languages
        .flatMap((language) => [`${language}.md`, `${language}.mdx`])
        .filter((name) => content.exists(folder, id, name))
        .flatMap((name) => {
          const yaml = content.readFrontmatter(folder, id, name);
          return yaml?.body.includes("mermaid") ? diagramsOf(yaml).map(({ source }) => source) : [];
        }),
    ),
  );
  drawDiagrams(sources);
  keepOnly(sources, content.root);
}

/** Checks that diagrams can be drawn, and are called something. */
export function checkDiagrams(yaml: YamlFile): Problem[] {
  const diagrams = yaml.body.includes("mermaid") ? diagramsOf(yaml) : [];
  const drawn = drawDiagrams(diagrams.map(({ source }) => source));
  return diagrams.flatMap(({ meta, line }, index): Problem[] => {
    const at = { file: yaml.file, line };
    const came = drawn[index];
    if (!came) return [];
    if ("fault" in came) return [{ ...at, ...came.fault, line: line + came.fault.line }];
    const { title, marked, added, removed, numbered } = readCodeMeta(meta);
    const problems: Problem[] = [];
    if (diagrams.slice(0, index).some((other) => other.source === diagrams[index]?.source)) {
      problems.push({
        ...at,
        message: "The same diagram stands in the text before.",
        hint: "Show it once, and link to its heading.",
      });
    }
    if (!title?.trim() && !came.drawing.name) {
      problems.push({
        ...at,
        message: "The diagram does not say what it shows.",
        hint: 'Write a title behind the fence, ```mermaid title="…", or accTitle: … in the diagram, for those who do not see it.',
      });
    }
    if (marked.size + added.size + removed.size > 0 || numbered) {
      problems.push({
        ...at,
        message: "Lines are marked or numbered in a diagram, which is drawn.",
        hint: "Leave only its title behind the fence.",
      });
    }
    return problems;
  });
}
