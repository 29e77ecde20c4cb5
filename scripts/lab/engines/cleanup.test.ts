import { expect, test } from "vitest";
import { Cleanup, startOrUndo } from "./cleanup.ts";

test("steps are undone once, the last first, even where one fails", async () => {
  const undone: string[] = [];
  const cleanup = new Cleanup();
  cleanup.add(async () => undone.push("folder"));
  cleanup.add(() => Promise.reject(new Error("The display does not stop")));
  cleanup.add(async () => undone.push("browser"));

  await expect(cleanup.run()).rejects.toThrow("The display does not stop");
  expect(undone).toEqual(["browser", "folder"]);
  await cleanup.run();
  expect(undone).toHaveLength(2);
});

test("a failed start undoes what was done, and tells what failed first", async () => {
  let undone = false;
  const started = startOrUndo(async (cleanup) => {
    cleanup.add(async () => {
      undone = true;
      throw new Error("Nor does it stop");
    });
    throw new Error("It does not start");
  });
  await expect(started).rejects.toThrow("It does not start");
  expect(undone).toBe(true);
});
