import type { Measure } from "./boxes.ts";
import type { Cascade } from "./cascade.ts";
import { tokenFor } from "./colours.ts";
import { escaped } from "./escaped.ts";
import { LEADING, type Run, setLabel } from "./labels.ts";
import { numbersIn, type Point, shortPath } from "./paths.ts";

/** Where an element stands or what form it has, and nothing of how it looks. */
const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
  g: [],
  rect: ["x", "y", "width", "height", "rx", "ry"],
  circle: ["cx", "cy", "r"],
  ellipse: ["cx", "cy", "rx", "ry"],
  line: ["x1", "y1", "x2", "y2"],
  polygon: ["points"],
  polyline: ["points"],
  path: ["d"],
  text: ["x", "y", "dx", "dy"],
  tspan: ["x", "y", "dx", "dy"],
  marker: ["viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"],
};
/** What can stand somewhere else by its own numbers: those of it that say how far to the right, and how far down. */
const PLACES: Readonly<Record<string, readonly [right: readonly string[], down: readonly string[]]>> = {
  rect: [["x"], ["y"]],
  circle: [["cx"], ["cy"]],
  ellipse: [["cx"], ["cy"]],
  line: [
    ["x1", "x2"],
    ["y1", "y2"],
  ],
  text: [["x"], ["y"]],
  tspan: [["x"], ["y"]],
};
const HERE: Point = [0, 0];
const UNSEEN = /^(?:style|defs|marker|title|desc|filter|linearGradient|symbol|script)$/;
/** What an attribute may say where a policy allows no styles, and what holds where none says it. */
const LOOKS = {
  shape: { "stroke-width": "1", "stroke-dasharray": "none" },
  words: {
    "font-size": "16",
    "font-weight": "400",
    "font-style": "normal",
    // As most labels have it: a drawing says so once, for all of them.
    "text-anchor": "middle",
    "dominant-baseline": "auto",
  },
} as const;
const WHERE_NOT_SAID: Readonly<Record<string, string>> = { ...LOOKS.words, "text-anchor": "start" };
/** Labels that begin at the left of their column. */
const IN_COLUMNS =
  ".members-group, .methods-group, .attribute-type, .attribute-name, .attribute-keys, .attribute-comment";

/** A drawing that holds what nothing is made of here: its message is the element's name. */
export class Undrawable extends Error {}

/**
 * What stands within a drawing, without its sheet, its styles, its classes and what is not seen, and in the site's
 * colours. Where nothing is said, what is filled is in ink, nothing has an edge, and words stand in the middle of their place.
 * @param id what the ids within it begin with
 * @throws {Undrawable} where it holds what is not drawn here
 */
export function plainDrawing(svg: SVGElement, id: string, cascade: Cascade, measure: Measure): string {
  return new Writer(svg, id, cascade, measure).write();
}

class Writer {
  readonly #svg: SVGElement;
  readonly #id: string;
  readonly #cascade: Cascade;
  readonly #measure: Measure;
  /** The ids of the heads that lines end in, each with its own here. */
  readonly #heads = new Map<string, string>();

  constructor(svg: SVGElement, id: string, cascade: Cascade, measure: Measure) {
    this.#svg = svg;
    this.#id = id;
    this.#cascade = cascade;
    this.#measure = measure;
  }

  write(): string {
    const content = this.#children(this.#svg, HERE);
    const heads = [...this.#heads].map(([original, id]) => {
      const marker = this.#svg.querySelector(`marker[id="${original}"]`);
      if (!marker) throw new Error(`A drawing's arrowhead "${original}" is missing.`);
      return this.#element(marker, "marker", HERE, ` id="${id}"`);
    });
    return (heads.length > 0 ? `<defs>${heads.join("")}</defs>` : "") + content;
  }

  /** @param at where what is within an element begins: groups that are only moved leave no trace */
  #children(element: Element, at: Point): string {
    return [...element.childNodes]
      .map((node) => {
        if (node.nodeType === 3) return isWords(element.localName) ? escaped(node.nodeValue ?? "") : "";
        return node.nodeType === 1 ? this.#node(node as Element, at) : "";
      })
      .join("");
  }

  #node(element: Element, at: Point): string {
    const name = element.localName;
    const own = this.#cascade.own(element);
    if (UNSEEN.test(name) || own.get("display") === "none" || own.get("visibility") === "hidden") return "";
    if (name === "foreignObject") return this.#label(element, at);
    if (!GEOMETRY[name]) throw new Undrawable(name);
    return this.#element(element, name, at);
  }

  #element(element: Element, name: string, at: Point, id = ""): string {
    if (name === "rect" && !(Number.parseFloat(element.getAttribute("width") ?? "") > 0)) return "";
    const { place, transform } = placeOf(element, name, at);
    const content = this.#children(element, place);
    if (content.trim() === "" && (name === "g" || isWords(name))) return "";
    const looks = name === "g" || name === "marker" ? "" : isWords(name) ? this.#words(element) : this.#shape(element);
    const attributes = id + geometryOf(element, name, place) + transform + looks;
    if (attributes === "" && (name === "g" || name === "tspan")) return content;
    return content === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
  }

  #shape(element: Element): string {
    const looks: string[] = [];
    for (const property of ["fill", "stroke"] as const) {
      if (property === "fill" && element.localName === "line") continue;
      const value = this.#cascade.inherited(element, property) ?? (property === "fill" ? "black" : "none");
      // What the library colours itself, it does for contrast.
      const token = tokenFor(value) ?? (property === "fill" ? "raised" : "ink");
      if (token === (property === "fill" ? "ink" : "none")) continue;
      looks.push(` ${property}="${token === "none" ? "none" : `var(--${token})`}"`);
    }
    for (const [property, initial] of Object.entries(LOOKS.shape)) {
      const value = plainValue(this.#cascade.inherited(element, property));
      if (value !== undefined && value !== initial) looks.push(` ${property}="${escaped(value)}"`);
    }
    for (const property of ["opacity", "fill-opacity"]) {
      const value = plainValue(this.#cascade.own(element).get(property));
      if (value !== undefined && value !== "1") looks.push(` ${property}="${escaped(value)}"`);
    }
    for (const end of ["marker-start", "marker-mid", "marker-end"]) {
      const said = this.#cascade.own(element).get(end) ?? element.getAttribute(end) ?? "";
      const [, head] = /url\(["']?#([^"')]+)["']?\)/.exec(said) ?? [];
      if (head === undefined) continue;
      const known = this.#heads.get(head) ?? `${this.#id}-${this.#heads.size + 1}`;
      this.#heads.set(head, known);
      looks.push(` ${end}="url(#${known})"`);
    }
    return looks.join("");
  }

  #words(element: Element): string {
    const around = element.localName === "tspan" ? element.parentElement : null;
    const lookOf = (words: Element, property: string) =>
      plainValue(this.#cascade.inherited(words, property)) ?? WHERE_NOT_SAID[property];
    const looks = Object.entries(LOOKS.words).map(([property, initial]) => {
      const value = lookOf(element, property);
      const outside = around ? lookOf(around, property) : initial;
      return value === undefined || value === outside ? "" : ` ${property}="${escaped(value)}"`;
    });
    const fill = this.#cascade.inherited(element, "fill");
    // On a shape in ink.
    if (!around && fill && tokenFor(fill) === "paper") looks.push(' fill="var(--paper)"');
    return looks.join("");
  }

  /** A label that the drawing has as HTML, as text. */
  #label(element: Element, at: Point): string {
    const box = element.firstElementChild as HTMLElement | null;
    if (!box || box.textContent?.trim() === "") return "";
    const strange = box.querySelector("img, svg, math, a, i[class], input, table");
    if (strange) throw new Undrawable(strange.localName);
    const number = (name: string) => Number.parseFloat(element.getAttribute(name) ?? "") || 0;
    const [left, top] = [number("x") + at[0], number("y") + at[1]];
    const [width, height] = [number("width"), number("height")];
    const { lines, size } = setLabel(box, this.#cascade, this.#measure);
    const isInColumn = element.closest(IN_COLUMNS) !== null;
    const x = isInColumn ? left : left + width / 2;
    const first = top + height / 2 - ((lines.length - 1) / 2) * size * LEADING + 0.35 * size;
    const look = `${isInColumn ? ' text-anchor="start"' : ""}${size === 16 ? "" : ` font-size="${size}"`}`;
    const texts = lines.map((runs, index) => {
      if (runs.length === 0) return "";
      const place = ` x="${short(x)}" y="${short(first + index * size * LEADING)}"${look}`;
      const [only] = runs;
      if (runs.length === 1 && only) return `<text${place}${weightOf(only)}>${escaped(only.text)}</text>`;
      const parts = runs.map((run) => {
        const weight = weightOf(run);
        return weight === "" ? escaped(run.text) : `<tspan${weight}>${escaped(run.text)}</tspan>`;
      });
      return `<text${place}>${parts.join("")}</text>`;
    });
    // A line runs behind it.
    const ground = element.closest(".edgeLabel")
      ? `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" fill="var(--paper)"/>`
      : "";
    return ground + texts.join("");
  }
}

const TRANSLATE = /^\s*translate\(([^)]*)\)\s*$/;

/** Where an element's own numbers start from, and by what attribute it is moved where they cannot say it. */
function placeOf(element: Element, name: string, at: Point): { place: Point; transform: string } {
  const own = element.getAttribute("transform") ?? "";
  const [x = 0, y = 0] = numbersIn(TRANSLATE.exec(own)?.[1] ?? "");
  const isMoved = own === "" || TRANSLATE.test(own);
  const moved: Point = [at[0] + x, at[1] + y];
  if (name === "tspan") return { place: at, transform: "" };
  if (isMoved && (name === "g" || (PLACES[name] && hasNumbers(element)))) return { place: moved, transform: "" };
  const [right, down] = isMoved ? moved : at;
  const before = right === 0 && down === 0 ? "" : `translate(${short(right)} ${short(down)})`;
  const value = (isMoved ? before : `${before} ${rounded(own)}`).trim();
  return { place: HERE, transform: value === "" ? "" : ` transform="${value}"` };
}

/** Whether all places within an element are plain numbers. */
function hasNumbers(element: Element): boolean {
  return [element, ...element.children].every((each) =>
    (PLACES[each.localName] ?? []).flat().every((name) => /^-?[\d.]*(?:e-?\d+)?$/.test(each.getAttribute(name) ?? "")),
  );
}

function geometryOf(element: Element, name: string, [right, down]: Point): string {
  const [across, along] = PLACES[name] ?? [[], []];
  const parent = element.parentElement;
  const isFirst = name === "tspan" && element === parent?.firstChild;
  return (GEOMETRY[name] ?? [])
    .map((attribute) => {
      const value = element.getAttribute(attribute);
      const shift = across.includes(attribute) ? right : along.includes(attribute) ? down : 0;
      if (value === null && (shift === 0 || name === "tspan")) return "";
      // A text's first line stands where the text does.
      if (isFirst && parent?.getAttribute(attribute) === value) return "";
      const now = shift === 0 ? (value ?? "") : String(Number(value ?? 0) + shift);
      if (now === "0" && name !== "tspan") return "";
      return ` ${attribute}="${escaped(rounded(attribute === "d" ? shortPath(now) : now))}"`;
    })
    .join("");
}

function isWords(name: string): boolean {
  return name === "text" || name === "tspan";
}

function weightOf({ bold, italic }: Run): string {
  return (bold ? ' font-weight="700"' : "") + (italic ? ' font-style="italic"' : "");
}

/** As an attribute has it: without a unit, and always by the same name. */
function plainValue(value: string | undefined): string | undefined {
  if (value === undefined || value === "") return undefined;
  const plain = value
    .replace(/(\d)(?:px|pt)\b/g, "$1")
    .replace(/^normal$/, "400")
    .replace(/^bold(?:er)?$/, "700");
  // A dash without a gap.
  return /^[\d.]+(?:[\s,]+0)+$|^0(?:[\s,]+0)*$/.test(plain) ? "none" : plain;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function rounded(text: string): string {
  return text.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => short(Number(number))).trim();
}
