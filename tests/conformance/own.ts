import { inject, type TestContext } from "vitest";
import { countNotRun } from "../support/notRun.ts";

/** Those of some recipes with tests of their own whose packages are here in this run. */
export function ownHere(ids: readonly string[]): string[] {
  const { own } = inject("recipes");
  return ids.filter((id) => own.includes(id));
}

/** Counts those that are not. */
export function countOwn(context: TestContext, ids: readonly string[]): void {
  const count = ids.length - ownHere(ids).length;
  if (count > 0) countNotRun(context, { count, what: "recipes with tests of their own", variable: "RECIPES" });
}
