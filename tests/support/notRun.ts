import type { TestContext } from "vitest";
import type { NotRun } from "../../scripts/support/vitestReport.ts";

declare module "vitest" {
  interface TaskMeta {
    notRun?: NotRun;
  }
}

/** Hands on what this run takes from a record, to be counted in its last lines. */
export function countNotRun({ task }: Pick<TestContext, "task">, notRun: NotRun): void {
  task.meta.notRun = notRun;
}
