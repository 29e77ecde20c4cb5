import { expect, test } from "vitest";
import { unsafeValueOf } from "./unsafeValues.ts";

test.each([
  ["Content-Type", "application/json"],
  ["X-API-Key", "***"],
  ["constructor", "***"],
  ["__proto__", "***"],
])("a header called %s has a value that a preflight asks for", (name, value) => {
  expect(unsafeValueOf(name)).toBe(value);
});
