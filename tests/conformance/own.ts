import { afterAll, inject, type TestContext } from "vitest";
import { readExtent } from "../../scripts/support/replays.ts";
import { countNotRun } from "../support/notRun.ts";
import { ownTests, writeHeld } from "./ownRecord.ts";

/** Those of some recipes with tests of their own that this run plays. */
export function ownHere(ids: readonly string[]): string[] {
  const { own } = inject("recipes");
  return ids.filter((id) => own.includes(id));
}

/** Counts those that it does not. */
export function countOwn(context: TestContext, ids: readonly string[]): void {
  const count = ids.length - ownHere(ids).length;
  if (count > 0) countNotRun(context, { count, what: "recipes with tests of their own", variable: "RECIPES" });
}

/** With `RECIPES=all`, writes down that recipes hold where all tests of a file passed. */
export function recordHeld(ids: readonly string[]): void {
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures off the pattern, and there are none.
  afterAll(({}, file) => {
    if (readExtent("RECIPES") === "all" && file.tasks.every(({ result }) => result?.state === "pass")) {
      writeHeld(ownTests[ids[0] ?? ""] ?? "", ids);
    }
  });
}
