/** How much of each pixel of a box something covers, row by row: 255 is all of it. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  values: Uint8Array;
}

/** A curve of a glyph is drawn as so many straight lines: at the size of a title each is two pixels long. */
const LINES = 8;

type Point = readonly [x: number, y: number];

/**
 * What an outline covers. What two of its contours cover is covered once.
 * @param path absolute moves, lines and curves, as SVG has them, with y upwards
 * @param scale how many pixels a unit of the path is
 * @param shift by how many pixels it is moved to the right
 */
export function coverageOf(path: string, scale: number, shift: number): Coverage {
  const lines = linesOf(path, ([x, y]) => [x * scale + shift, -y * scale]);
  const points = lines.flat();
  if (points.length === 0) return { left: 0, top: 0, width: 0, height: 0, values: new Uint8Array() };
  const left = Math.floor(Math.min(...points.map(([x]) => x)));
  const top = Math.floor(Math.min(...points.map(([, y]) => y)));
  // One column more, for what is to the right of an edge that ends a pixel.
  const width = Math.ceil(Math.max(...points.map(([x]) => x))) - left + 1;
  const height = Math.ceil(Math.max(...points.map(([, y]) => y))) - top;
  const changes = new Float32Array(width * height + 1);
  for (const [[x0, y0], [x1, y1]] of lines) addEdge(changes, width, [x0 - left, y0 - top], [x1 - left, y1 - top]);
  const values = new Uint8Array(width * height);
  let covered = 0;
  for (let index = 0; index < values.length; index++) {
    covered += changes[index] as number;
    values[index] = Math.round(Math.min(1, Math.abs(covered)) * 255);
  }
  return { left, top, width, height, values };
}

/** An outline as straight lines. */
function linesOf(path: string, place: (point: Point) => Point): [Point, Point][] {
  const lines: [Point, Point][] = [];
  let start: Point = [0, 0];
  let at = start;
  const lineTo = (to: Point) => {
    lines.push([at, to]);
    at = to;
  };
  for (const [, command = "", numbers = ""] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const values = numbers.split(/[ ,]+/).filter(Boolean).map(Number);
    const points = values.flatMap((x, index) => (index % 2 === 0 ? [place([x, values[index + 1] ?? 0])] : []));
    if (command === "M") {
      start = at = points[0] ?? start;
    } else if (command === "Z") lineTo(start);
    else for (const point of onCurve([at, ...points])) lineTo(point);
  }
  return lines;
}

/** Points of a line or a Bézier curve behind its first one. @param points its ends, and between them what bends it */
function onCurve(points: readonly Point[]): Point[] {
  if (points.length === 2) return points.slice(1);
  return Array.from({ length: LINES }, (_, index) => {
    const part = (index + 1) / LINES;
    let rest = points;
    while (rest.length > 1) {
      rest = rest.slice(1).map(([x, y], before) => {
        const [fromX, fromY] = rest[before] as Point;
        return [fromX + (x - fromX) * part, fromY + (y - fromY) * part];
      });
    }
    return rest[0] as Point;
  });
}

/**
 * Notes of an edge, for each row that it crosses, by how much what is covered changes there, from one pixel to the
 * next: the sum from the left is then how much of a pixel lies to the right of the edge.
 */
function addEdge(changes: Float32Array, width: number, from: Point, to: Point): void {
  const direction = from[1] < to[1] ? 1 : -1;
  const [[topX, topY], [bottomX, bottomY]] = direction === 1 ? [from, to] : [to, from];
  if (topY === bottomY) return;
  const slope = (bottomX - topX) / (bottomY - topY);
  for (let row = Math.floor(topY); row < bottomY; row++) {
    const [start, end] = [Math.max(row, topY), Math.min(row + 1, bottomY)];
    const x0 = topX + (start - topY) * slope;
    const x1 = topX + (end - topY) * slope;
    addInRow(changes, row * width, (end - start) * direction, Math.min(x0, x1), Math.max(x0, x1));
  }
}

/** @param amount how high the edge is in this row, and which way it goes */
function addInRow(changes: Float32Array, row: number, amount: number, left: number, right: number): void {
  const first = Math.floor(left);
  const last = Math.max(first, Math.ceil(right) - 1);
  /** How much of the pixels from the row's beginning to here lies to the right of the edge, as a sum. */
  const coveredUntil = (x: number): number => {
    if (x <= left) return 0;
    if (x >= right) return x - (left + right) / 2;
    return (x - left) ** 2 / (2 * (right - left));
  };
  let before = 0;
  for (let pixel = first; pixel <= last + 1; pixel++) {
    const covered = coveredUntil(pixel + 1) - coveredUntil(pixel);
    changes[row + pixel] = (changes[row + pixel] as number) + (covered - before) * amount;
    before = covered;
  }
}
