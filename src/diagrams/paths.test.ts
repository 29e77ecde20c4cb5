import { expect, test } from "vitest";
import { pointsOfPath, shortPath } from "./paths.ts";

const boxOf = (d: string) => {
  const points = pointsOfPath(d);
  const round = (value: number) => Math.round(value * 10) / 10;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(round);
};

test.each([
  ["M1,2L3,4", [1, 2, 3, 4]],
  ["m1 2 l2 2 h4 v-5 z", [1, -1, 7, 4]],
  ["M0,0 10,5", [0, 0, 10, 5]],
  // Half of a circle above a line.
  ["M0,0 A5,5 0 0 1 10,0", [0, -5, 10, 0]],
  ["M0,0 a5,5 0 0010,0", [0, 0, 10, 5]],
])("the points of %s lie around it", (d, box) => {
  expect(boxOf(d)).toEqual(box);
});

test("what is drawn twice in straight pieces is one line between its corners", () => {
  const edge = "M0 0 C3 0, 6 0, 10 0 M0 0 C4 0, 7 0, 10 0 M10 0 C10 3, 10 6, 10 10 M10 0 C10 4, 10 7, 10 10";
  expect(shortPath(edge)).toBe("M0,0L10,0L10,10");
});

test("a curve of short pieces stays within a sixth of a pixel of what it was, in fewer points", () => {
  const at = (angle: number) => `${20 * Math.cos(angle)} ${20 * Math.sin(angle)}`;
  const pieces = Array.from({ length: 100 }, (_, index) => {
    const [start, end] = [(index * Math.PI) / 100, ((index + 1) * Math.PI) / 100];
    return `C${at(start)}, ${at(end)}, ${at(end)}`;
  });
  const short = shortPath(`M${at(0)} ${pieces.join(" ")}`);
  const points = pointsOfPath(short);
  expect(points.length).toBeLessThan(40);
  for (const [x, y] of points) expect(Math.abs(Math.hypot(x, y) - 20)).toBeLessThan(0.15);
});

test("a true curve stays as it is", () => {
  const curve = "M0 0 C0 50, 100 50, 100 0";
  expect(shortPath(curve)).toBe(curve);
});
