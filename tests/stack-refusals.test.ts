import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { stackSchema } from "../src/content/schemas/stack.ts";
import { diagnose } from "../src/diagnose/index.ts";

const refusals = parse(readFileSync("content/stacks.yaml", "utf8")).flatMap((entry: unknown) => {
  const { id, refuses } = stackSchema.parse(entry);
  return refuses.map(({ says, causes }) => ({ id, says, causes }));
});

test.for<{ id: string; says: string; causes: string[] }>(refusals)(
  "whoever pastes what $id says is told what its page says: $says",
  ({ says, causes }) => {
    const [finding] = diagnose(says).findings;
    expect(finding?.causes.map(({ id }) => id)).toEqual(causes);
  },
);
