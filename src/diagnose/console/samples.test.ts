import { expect, test } from "vitest";
import { diagnose } from "../index.ts";
import { harmless, samples } from "./samples.ts";

test.for(samples)("%s", ([text, first]) => {
  const [finding] = diagnose(text).findings;
  expect(finding?.causes[0]?.id ?? finding?.notCors).toBe(first);
});

test.for(harmless.map((text) => [text] as const))("nothing is blamed for: %s", ([text]) => {
  expect(diagnose(text).findings.flatMap(({ causes }) => causes.map(({ id }) => id))).toEqual([]);
});
