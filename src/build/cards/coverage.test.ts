import { expect, test } from "vitest";
import { coverageOf } from "./coverage.ts";

/** Where the handles of a quarter of a circle stand. */
const ROUND = 0.5522847;

const shares = (path: string, scale = 1, shift = 0) => {
  const { values, ...box } = coverageOf(path, scale, shift);
  return { ...box, shares: [...values].map((value) => Math.round((value / 255) * 100)) };
};

test("a square covers whole pixels within, and parts of those at its edges", () => {
  expect(shares("M0,0L2,0L2,2L0,2Z")).toEqual({
    left: 0,
    top: -2,
    width: 3,
    height: 2,
    shares: [100, 100, 0, 100, 100, 0],
  });
  expect(shares("M0,0L2,0L2,1L0,1Z", 1, 0.25).shares).toEqual([75, 100, 25, 0]);
  expect(shares("M0,0L4,0L4,1L0,1Z", 0.5)).toEqual({ left: 0, top: -1, width: 3, height: 1, shares: [50, 50, 0] });
});

test("a slope covers what is below it", () => {
  expect(shares("M0,0L2,0L2,1Z").shares).toEqual([25, 75, 0]);
});

test("what two contours cover is covered once, and a hole is none of it", () => {
  const square = "M0,0L3,0L3,1L0,1Z";
  expect(shares(square + square).shares).toEqual([100, 100, 100, 0]);
  expect(shares(`${square}M1,0L1,1L2,1L2,0Z`).shares).toEqual([100, 0, 100, 0]);
});

test.each([
  [
    "a circle of cubic curves",
    `M1,0C1,${ROUND},${ROUND},1,0,1C${-ROUND},1,-1,${ROUND},-1,0C-1,${-ROUND},${-ROUND},-1,0,-1C${ROUND},-1,1,${-ROUND},1,0Z`,
    Math.PI,
  ],
  ["a parabola, which is two thirds of its box", "M-1,0Q0,2,1,0Z", (2 / 3) * 2],
])("of %s the area is right to a fiftieth", (_, path, expected) => {
  const area = coverageOf(path, 20, 0.5).values.reduce((sum, value) => sum + value / 255, 0) / 20 ** 2;
  expect(Math.abs(area / expected - 1)).toBeLessThan(0.02);
});

test("a space covers nothing", () => {
  expect(coverageOf("", 1, 0).values).toHaveLength(0);
});
