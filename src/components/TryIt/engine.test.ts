import { expect, test } from "vitest";
import { engineOf } from "./engine.ts";

test.each([
  ["Google Inc.", "20030107", "chromium"],
  // Also that of every browser on an iPhone, whatever it is called.
  ["Apple Computer, Inc.", "20030107", "webkit"],
  ["", "20100101", "firefox"],
  ["", "", undefined],
  ["Somebody", "20100101", undefined],
])("a browser of the vendor '%s' and %s is taken for %s", (vendor, productSub, engine) => {
  expect(engineOf({ vendor, productSub })).toBe(engine);
});
