/** Numbers of a drawing's coordinates. */
export type Point = readonly [x: number, y: number];

/** The numbers in an attribute. */
export function numbersIn(text: string): number[] {
  return (text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
}

/** Numbers as points. */
export function inPairs(numbers: readonly number[]): Point[] {
  return numbers.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0]] : []));
}

/** How many numbers each command of a path takes. */
const TAKES: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** Points that a path lies between: its ends, and what its curves are bent towards. */
export function pointsOfPath(d: string): Point[] {
  const points: Point[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command = "", list = ""] of d.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const kind = command.toLowerCase();
    const isRelative = command === kind;
    if (kind === "z") {
      [x, y] = [startX, startY];
      continue;
    }
    const numbers = kind === "a" ? arcNumbers(list) : numbersIn(list);
    const size = TAKES[kind] as number;
    for (let at = 0; at + size <= numbers.length; at += size) {
      const [dx, dy] = isRelative ? [x, y] : [0, 0];
      const taken = numbers.slice(at, at + size);
      if (kind === "h") x = dx + (taken[0] as number);
      else if (kind === "v") y = dy + (taken[0] as number);
      else if (kind === "a") {
        const to: Point = [dx + (taken[5] as number), dy + (taken[6] as number)];
        points.push(...pointsOfArc([x, y], to, taken));
        [x, y] = to;
      } else {
        const bends = inPairs(taken).map(([px, py]): Point => [px + dx, py + dy]);
        points.push(...bends);
        [x, y] = bends.at(-1) as Point;
      }
      points.push([x, y]);
      if (kind === "m" && at === 0) [startX, startY] = [x, y];
    }
  }
  return points;
}

/** The two flags of an arc may stand without a space behind them. */
function arcNumbers(list: string): number[] {
  const number = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?";
  const arc = new RegExp(
    `(${number})[\\s,]*(${number})[\\s,]*(${number})[\\s,]*([01])[\\s,]*([01])[\\s,]*(${number})[\\s,]*(${number})`,
    "gi",
  );
  return [...list.matchAll(arc)].flatMap((match) => match.slice(1).map(Number));
}

/** Points along an arc; its turn is left out: those of diagrams have none. @see https://www.w3.org/TR/SVG2/implnote.html#ArcImplementationNotes */
function pointsOfArc([x1, y1]: Point, [x2, y2]: Point, [width = 0, height = 0, , large, sweep]: number[]): Point[] {
  let [rx, ry] = [Math.abs(width), Math.abs(height)];
  if (rx === 0 || ry === 0) return [];
  const [x, y] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const grow = Math.sqrt((x / rx) ** 2 + (y / ry) ** 2);
  if (grow > 1) [rx, ry] = [rx * grow, ry * grow];
  const most = Math.max(0, (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2);
  const part = (large === sweep ? -1 : 1) * Math.sqrt(most / ((rx * y) ** 2 + (ry * x) ** 2 || 1));
  const [cx, cy] = [(part * rx * y) / ry, (-part * ry * x) / rx];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let turn = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const [middleX, middleY] = [(x1 + x2) / 2 + cx, (y1 + y2) / 2 + cy];
  return Array.from({ length: 16 }, (_, index): Point => {
    const angle = start + (turn * (index + 1)) / 16;
    return [middleX + rx * Math.cos(angle), middleY + ry * Math.sin(angle)];
  });
}

/** By how many pixels a curve of short pieces may be cut short. */
const TOLERANCE = 0.15;
/** A curve with its ends this near to each other is a piece of a longer one. */
const PIECE = 4;

/**
 * A path with fewer words. The library's pencil draws each edge twice, and straight ones and round ones alike in
 * hundreds of pieces: they come out as lines between few points.
 */
export function shortPath(d: string): string {
  if (/[^MLC\d\s,.e+-]/.test(d) || !/C/.test(d)) return d;
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const [, command = "", list = ""] of d.matchAll(/([MLC])([^MLC]*)/g)) {
    const points = inPairs(numbersIn(list));
    if (command === "M") {
      line = points.slice(0, 1);
      lines.push(line);
    } else if (command === "L") line.push(...points);
    else
      for (let at = 0; at + 2 < points.length; at += 3) {
        const [start, to] = [line.at(-1), points[at + 2]];
        if (!start || !to) return d;
        const bends = points.slice(at, at + 2);
        if (distance(start, to) > PIECE && bends.some((bend) => fromLine(bend, start, to) > TOLERANCE)) return d;
        line.push(to);
      }
  }
  const drawn = new Set<string>();
  const chains: Point[][] = [];
  for (const points of lines) {
    const key = [points[0], points.at(-1)].map(String).sort().join(" ") + (points.length > 2 ? points.length : "");
    if (drawn.has(key)) continue;
    drawn.add(key);
    const last = chains.at(-1);
    const [end, start] = [last?.at(-1), points[0]];
    if (last && end && start && distance(end, start) < TOLERANCE) last.push(...points.slice(1));
    else chains.push([...points]);
  }
  return chains
    .map(
      (chain) =>
        `M${thinned(chain)
          .map((point) => point.map((value) => Math.round(value * 10) / 10).join(","))
          .join("L")}`,
    )
    .join("");
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

/** How far a point is from the line between two others. */
function fromLine(point: Point, from: Point, to: Point): number {
  const length = distance(from, to);
  if (length === 0) return distance(point, from);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const part = Math.min(1, Math.max(0, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length ** 2));
  return distance(point, [from[0] + part * dx, from[1] + part * dy]);
}

/** The points that a line needs, by Ramer, Douglas and Peucker. */
function thinned(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  const distances = points.map((point) => fromLine(point, first, last));
  const most = Math.max(...distances);
  if (most <= TOLERANCE) return [first, last];
  const at = distances.indexOf(most);
  return [...thinned(points.slice(0, at + 1)), ...thinned(points.slice(at)).slice(1)];
}
