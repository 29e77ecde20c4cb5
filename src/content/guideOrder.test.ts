import { expect, test } from "vitest";
import { newestFirst } from "./guideOrder.ts";

function guide(slug: string, day: string) {
  return { slug, published: Date.parse(day) };
}

test("guides stand with the newest first; those of one day by name, as ASCII has it", () => {
  const guides = [
    guide("b", "2026-11-01"),
    guide("preflight404", "2026-11-21"),
    guide("a", "2026-10-31"),
    guide("preflight-failed", "2026-11-21"),
    guide("preflight-404", "2026-11-21"),
    guide("z", "2026-11-22"),
  ];
  const order = ["z", "preflight-404", "preflight-failed", "preflight404", "b", "a"];
  expect(guides.toSorted(newestFirst).map(({ slug }) => slug)).toEqual(order);
  expect(
    guides
      .toReversed()
      .sort(newestFirst)
      .map(({ slug }) => slug),
  ).toEqual(order);
});
