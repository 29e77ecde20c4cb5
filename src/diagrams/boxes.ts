import type { Cascade } from "./cascade.ts";
import { inPairs, numbersIn, type Point, pointsOfPath } from "./paths.ts";

/** A box with its sides along the axes. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** How wide a line is, in pixels. */
export type Measure = (text: string, style: { size: number; bold: boolean }) => number;

/** How far letters reach above their line and below it, in parts of their size: about as the systems' faces have them. */
const [ASCENT, DESCENT] = [0.92, 0.26];
/** What is not drawn where it stands. */
const UNDRAWN = /^(?:defs|marker|style|title|desc|clippath|mask|symbol|pattern|filter|script)$/i;

/**
 * The box that what is drawn of an element fills, in the element's own coordinates.
 * @see https://www.w3.org/TR/SVG2/coords.html#BoundingBoxes
 */
export function boxOf(element: Element, cascade: Cascade, measure: Measure): Box {
  return boxAround(pointsOf(element, cascade, measure));
}

function boxAround(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function pointsOf(element: Element, cascade: Cascade, measure: Measure): Point[] {
  const name = element.localName.toLowerCase();
  const number = (attribute: string) => Number.parseFloat(element.getAttribute(attribute) ?? "") || 0;
  switch (name) {
    case "rect":
    case "image":
    case "foreignobject":
      return corners({ x: number("x"), y: number("y"), width: number("width"), height: number("height") });
    case "circle":
      return around(number("cx"), number("cy"), number("r"), number("r"));
    case "ellipse":
      return around(number("cx"), number("cy"), number("rx"), number("ry"));
    case "line":
      return [
        [number("x1"), number("y1")],
        [number("x2"), number("y2")],
      ];
    case "polygon":
    case "polyline":
      return inPairs(numbersIn(element.getAttribute("points") ?? ""));
    case "path":
      return pointsOfPath(element.getAttribute("d") ?? "");
    case "text":
    case "tspan":
      return linesOf(element, cascade, measure).flatMap(corners);
  }
  if (UNDRAWN.test(name)) return [];
  return [...element.children].flatMap((child) => {
    if (cascade.own(child).get("display") === "none") return [];
    const points = pointsOf(child, cascade, measure);
    const matrix = matrixOf(child.getAttribute("transform") ?? "");
    return matrix ? points.map((point) => moved(point, matrix)) : points;
  });
}

function corners({ x, y, width, height }: Box): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

function around(x: number, y: number, rx: number, ry: number): Point[] {
  return corners({ x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry });
}

function moved([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function times([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** @see https://www.w3.org/TR/css-transforms-1/#svg-transform */
function matrixOf(transform: string): Matrix | undefined {
  let matrix: Matrix | undefined;
  for (const [, name = "", list = ""] of transform.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const [p = 0, q, r] = numbersIn(list);
    const next = ((): Matrix => {
      switch (name) {
        case "translate":
          return [1, 0, 0, 1, p, q ?? 0];
        case "scale":
          return [p, 0, 0, q ?? p, 0, 0];
        case "rotate": {
          const [cos, sin] = [Math.cos((p * Math.PI) / 180), Math.sin((p * Math.PI) / 180)];
          const [x, y] = [q ?? 0, r ?? 0];
          return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
        }
        case "matrix": {
          const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(list);
          return [a, b, c, d, e, f];
        }
        default:
          throw new Error(`A drawing has the transform "${name}", which src/diagrams/boxes.ts does not know.`);
      }
    })();
    matrix = matrix ? times(matrix, next) : next;
  }
  return matrix;
}

/** A text's lines as boxes. A `tspan` with an `x` begins one. */
function linesOf(text: Element, cascade: Cascade, measure: Measure): Box[] {
  interface Line extends Box {
    anchor: string;
  }
  const lines: Line[] = [];
  let [x, y] = [0, 0];
  let line: Line | undefined;
  const visit = (element: Element) => {
    const size = sizeOf(element, cascade);
    const length = (name: string) => lengthOf(element.getAttribute(name), size);
    const [ownX, ownY] = [length("x"), length("y")];
    if (ownX !== undefined) x = ownX;
    if (ownY !== undefined) y = ownY;
    x += length("dx") ?? 0;
    y += length("dy") ?? 0;
    if (ownX !== undefined || ownY !== undefined || !line) line = undefined;
    for (const node of element.childNodes) {
      if (node.nodeType === 1) visit(node as Element);
      if (node.nodeType !== 3 || !node.nodeValue) continue;
      const bold = /^(?:bold|[6-9]00)/.test(cascade.inherited(element, "font-weight") ?? "");
      const width = measure(node.nodeValue.replace(/\s+/g, " "), { size, bold });
      if (!line) {
        const baseline = cascade.inherited(element, "dominant-baseline") ?? "";
        const shift = /^(?:central|middle)$/.test(baseline)
          ? (ASCENT - DESCENT) / 2
          : /hanging/.test(baseline)
            ? ASCENT
            : 0;
        const top = y + (shift - ASCENT) * size;
        const anchor = cascade.inherited(element, "text-anchor") ?? "start";
        line = { x, y: top, width: 0, height: (ASCENT + DESCENT) * size, anchor };
        lines.push(line);
      }
      line.width += width;
      x += width;
    }
  };
  visit(text);
  return lines.map(({ anchor, ...box }) => {
    const back = anchor === "middle" ? box.width / 2 : anchor === "end" ? box.width : 0;
    return { ...box, x: box.x - back };
  });
}

/** How large the letters of an element are, in pixels. */
function sizeOf(element: Element, cascade: Cascade): number {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = cascade.own(at).get("font-size") ?? at.getAttribute("font-size");
    if (!value || value === "inherit") continue;
    const number = Number.parseFloat(value);
    if (Number.isNaN(number)) continue;
    const parent = at.parentElement;
    if (/em$/.test(value)) return number * (/rem$/.test(value) || !parent ? 16 : sizeOf(parent, cascade));
    return value.endsWith("%") ? (number / 100) * (parent ? sizeOf(parent, cascade) : 16) : number;
  }
  return 16;
}

function lengthOf(value: string | null, size: number): number | undefined {
  if (value === null || value.trim() === "") return undefined;
  const number = Number.parseFloat(value);
  if (Number.isNaN(number)) return undefined;
  return /em$/.test(value) ? number * size : number;
}
