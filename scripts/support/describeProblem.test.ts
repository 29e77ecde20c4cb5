import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { describeProblem } from "./describeProblem.ts";

/** As Rolldown prints it: a frame around the system's words. */
function fromRolldown(words: string): Error {
  return new Error(
    `\u001b[31mBuild failed with 1 error:\u001b[0m\n\n[UNHANDLEABLE_ERROR] Error: Something went wrong inside rolldown, please report this problem at https://github.com/rolldown/rolldown/issues.\nCould not write file: ${words}\n\nStack backtrace:\n   0: <unknown>\n   1: <unknown>`,
  );
}

test.each([
  ["No space left on device (os error 28)", "Free some space on that disk"],
  ["Permission denied (os error 13)", "writable for you"],
  ["Read-only file system (os error 30)", "writable for you"],
])("of Rolldown's report of %s only the system's words are left, and what to do", (words, whatToDo) => {
  const lines = describeProblem(fromRolldown(words)).split("\n");
  expect(lines).toEqual([`Could not write file: ${words}`, expect.stringContaining(whatToDo)]);
});

test.each([
  ["ENOSPC: no space left on device, write", "ENOSPC", "Free some space"],
  ["EROFS: read-only file system, mkdir '/a/dist.new-1'", "EROFS", "writable for you"],
  ["EACCES: permission denied, mkdir '/a/dist.new-1'", "EACCES", "writable for you"],
  ["EBUSY: resource busy or locked, rename '/a/dist' -> '/a/dist.old-1'", "EBUSY", "an ordinary folder"],
  [
    "Cannot find package '@astrojs/mdx' imported from /a/astro.config.mjs",
    "ERR_MODULE_NOT_FOUND",
    "delete node_modules",
  ],
  ["Cannot find module '@astrojs/mdx'\nImports:\n  at a", undefined, "delete node_modules"],
])("%s: what is wrong, then what to do, in two lines", (message, code, whatToDo) => {
  const described = describeProblem(Object.assign(new Error(message), { code }));
  expect(described.split("\n")).toEqual([message.split("\n")[0], expect.stringContaining(whatToDo)]);
});

test("a machine without 127.0.0.1 is told to get it", async () => {
  // An address that no machine has: kept for documents (RFC 5737).
  const [error] = await once(createServer().listen(0, "192.0.2.1"), "nothing").catch((error) => [error]);
  expect(describeProblem(error)).toMatch(/^listen EADDRNOTAVAIL.*\n.*127\.0\.0\.1/);
});

test("an error of the project's own is its words alone", () => {
  expect(describeProblem(new Error("PORT is wrong.\nSet it right."))).toBe("PORT is wrong.\nSet it right.");
});

test("an error of Astro's comes with its place and its hint", () => {
  const error = Object.assign(new Error("\u001b[1mNo such component.\u001b[0m"), {
    loc: { file: "src/pages/a.astro", line: 3 },
    hint: "Import it.",
  });
  expect(describeProblem(error)).toBe("src/pages/a.astro:3\nNo such component.\nImport it.");
});

test("a fault of the code comes with its stack", () => {
  expect(describeProblem(new TypeError("a is not a function"))).toMatch(/^TypeError: a is not a function\n\s+at /);
});
