import { STATUS_CODES } from "node:http";
import { expect, test } from "vitest";
import { causes, type Exchange } from "../../rules/index.ts";
import { statusText } from "./statusText.ts";

const all = Object.keys(STATUS_CODES).map(Number);

/** The statuses of all answers of an exchange. */
function statusesOf({ preflight, response, redirects = [], earlier = [] }: Exchange): number[] {
  const own = [preflight, response, ...redirects.flatMap((hop) => [hop.preflight, hop.response])];
  return [...own.flatMap((answer) => answer?.status ?? []), ...earlier.flatMap(statusesOf)];
}

test("a reason phrase is the one that servers send", () => {
  const phrases = all.flatMap((status) => (statusText(status) === "" ? [] : [[status, statusText(status)]]));
  expect(phrases.length).toBeGreaterThan(0);
  expect(phrases).toEqual(phrases.map(([status]) => [status, STATUS_CODES[status as number]]));
});

test("every status that a cause's exchanges have has its phrase", () => {
  const shown = new Set(causes.flatMap(({ example, mended }) => [example, mended].flatMap(statusesOf)));
  expect([...shown].filter((status) => statusText(status) === "")).toEqual([]);
});

test.for([405, 502, 301])("%i, which readers meet, has its phrase too", (status) => {
  expect(statusText(status)).toBe(STATUS_CODES[status]);
});
