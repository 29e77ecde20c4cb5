import type { Mermaid, MermaidConfig } from "mermaid";
import type { Measure } from "./boxes.ts";
import { themeVariables } from "./colours.ts";
import type { Drawn } from "./drawing.ts";
import { type DiagramFault, kindNames, kinds, refusedIn } from "./kinds.ts";
import { openPage, type Page } from "./page.ts";
import { plainDrawing, Undrawable } from "./plain.ts";
import { tooWide } from "./tooWide.ts";

/** Labels are HTML: the library looks after those best. They become text again. */
const config: MermaidConfig = {
  startOnLoad: false,
  securityLevel: "strict",
  deterministicIds: true,
  htmlLabels: true,
  look: "classic",
  theme: "base",
  themeVariables,
  fontFamily: "sans-serif",
  fontSize: 16,
  flowchart: { wrappingWidth: 220 },
  sequence: { labelBoxWidth: 76, mirrorActors: false },
  logLevel: "fatal",
};

/** Draws diagrams in this process, of which it takes possession: what it is to others, a browser's page, it then is for good. */
export class Drawer {
  readonly #mermaid: Mermaid;
  readonly #page: Page;
  readonly #measure: Measure;

  private constructor(mermaid: Mermaid, page: Page, measure: Measure) {
    this.#mermaid = mermaid;
    this.#page = page;
    this.#measure = measure;
  }

  static async open(measure: Measure): Promise<Drawer> {
    // The library looks for a page when it is loaded.
    const page = openPage(measure);
    const { default: mermaid } = await import("mermaid");
    mermaid.initialize(config);
    return new Drawer(mermaid, page, measure);
  }

  /** @param id what the ids within the drawing begin with */
  async draw(source: string, id: string): Promise<Drawn> {
    const refused = refusedIn(source);
    if (refused) return { fault: refused };
    // The library would leave comments out and count lines without them.
    const text = source.replace(/^[ \t]*%%.*$/gm, "");
    const kind = this.#kindOf(text);
    const name = kind && kinds[kind];
    if (!name) return { fault: ofUnknownKind(source, kind) };
    try {
      const { svg } = await this.#mermaid.render(id, text);
      return this.#finish(svg, id, name, source);
    } catch (error) {
      if (error instanceof Undrawable) {
        return {
          fault: {
            line: 1,
            message: `The diagram holds what is not drawn here: <${error.message}>.`,
            hint: "Write words in its place.",
          },
        };
      }
      return { fault: faultOf(error, source, text) };
    } finally {
      this.#page.document.body.replaceChildren();
    }
  }

  #kindOf(text: string): string | undefined {
    try {
      return this.#mermaid.detectType(text);
    } catch {
      return undefined;
    }
  }

  #finish(markup: string, id: string, kind: string, source: string): Drawn {
    const box = this.#page.document.createElement("div");
    box.innerHTML = markup;
    this.#page.document.body.replaceChildren(box);
    const svg = box.querySelector("svg");
    if (!svg) throw new Error("The library drew no picture.");
    const cascade = this.#page.cascadeFor(svg);
    const wide = tooWide(svg, cascade, this.#measure);
    if (wide !== undefined) {
      return {
        fault: {
          line:
            Math.max(
              0,
              source.split("\n").findIndex((line) => line.includes(wide)),
            ) + 1,
          message: `The label "${wide}" is wider than the box that it stands in.`,
          hint: "Break it with <br/>, or write less.",
        },
      };
    }
    const content = plainDrawing(svg, id, cascade, this.#measure);
    if (content === "")
      return {
        fault: { line: 1, message: "The diagram has nothing in it.", hint: "Write what it shows, or remove it." },
      };
    const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute("viewBox") ?? "").split(/[ ,]+/).map(Number);
    const count = (pattern: RegExp) => content.match(pattern)?.length ?? 0;
    const text = (selector: string) => svg.querySelector(selector)?.textContent?.trim() || undefined;
    const [name, description] = [text(":scope > title"), text(":scope > desc")];
    return {
      drawing: {
        content,
        viewBox: [Math.floor(x), Math.floor(y), Math.ceil(width) + 1, Math.ceil(height) + 1],
        ...(name && { name }),
        ...(description && { description }),
        build: `${kind}: ${count(/<(?:rect|circle|ellipse|polygon)\b/g)} shapes, ${count(/<(?:path|line|polyline)\b/g)} lines`,
      },
    };
  }
}

function ofUnknownKind(source: string, kind: string | undefined): DiagramFault {
  const lines = source.split("\n");
  const at = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("%%"));
  const first = lines[at]?.trim() ?? "";
  const hint = `Begin it with one of these, which are drawn: ${kindNames}.`;
  return {
    line: Math.max(at, 0) + 1,
    message:
      kind === undefined
        ? `The diagram begins with "${first}", which is no kind of diagram.`
        : `A diagram of the kind "${first.split(/[\s-]/)[0]}" is not drawn here.`,
    hint,
  };
}

/** What the library's parsers say. */
interface ParseError {
  message: string;
  hash?: { line?: number; loc?: { first_line?: number; last_line?: number } };
}

/** @param text what the library was given: it counts from the first line that is not empty */
function faultOf(error: unknown, source: string, text: string): DiagramFault {
  const { message, hash } = error as ParseError;
  const lines = source.split("\n");
  const said = /(?:Parse|Lexical) error on line (\d+)/.exec(message)?.[1];
  // Too many edges, for one: the whole is at fault.
  if (!hash && !said) {
    return {
      line: 1,
      message: `The diagram cannot be drawn here: ${message.split("\n", 1)[0]}`,
      hint: "Show less in one diagram, or write it otherwise.",
    };
  }
  const counted = hash?.loc?.first_line ?? (said ? Number(said) : 1);
  const skipped = text.slice(0, text.search(/\S/)).split("\n").length - 1;
  const line = Math.min(Math.max(counted, 1) + skipped, lines.length);
  return {
    line,
    message: `The diagram cannot be read here: "${lines[line - 1]?.trim() ?? ""}".`,
    hint: 'Mend it as Mermaid writes it; a label with brackets or other marks stands in quotation marks: A["f(x)"].',
  };
}
