import { describe, expect, test } from "vitest";
import { evidence } from "../evidence/index.ts";
import { engines } from "../rules/index.ts";
import { neighbours } from "../scenarios/index.ts";
import { diagnose, notCorsIds } from "./index.ts";

/** What engines were recorded to print of what is not CORS is known for what it is, and no cause is blamed. */

test("each neighbour shows something that the diagnosis has a name for", () => {
  const named = neighbours.flatMap(({ shows, saidAs = {} }) => [shows, ...Object.values(saidAs)]);
  expect(named.filter((id) => id !== null && !notCorsIds.some((known) => known === id))).toEqual([]);
});

describe.for(engines)("%s", (engine) => {
  test.for(neighbours)("$id is known by its console's lines", ({ id, shows, saidAs = {} }) => {
    const lines = evidence[engine].neighbours[id]?.at(-1)?.console;
    if (!lines) throw new Error("It is not recorded. Run npm run observe.");
    const said = engine in saidAs ? saidAs[engine] : shows;
    if (said === null) return expect(lines).toEqual([]);
    const { findings } = diagnose(lines.join("\n"));
    expect(findings.map(({ notCors }) => notCors)).toEqual(findings.map(() => said));
    expect(findings.flatMap(({ causes }) => causes)).toEqual([]);
    // Safari prints a line besides that it prints for CORS, too.
    const alone = lines.filter((line) => !line.endsWith("due to access control checks."));
    for (const line of alone) expect(diagnose(line).findings[0]?.notCors, line).toBe(said);
  });
});
