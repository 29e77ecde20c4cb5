import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildTimeout, copyProject, type ProjectCopy } from "../support/project.ts";

// What each check finds is tested beside the checks. Here: that a real build stops at it, and prints it.

const guide = "content/guides/fixture-whole/en.mdx";
const cause = "content/causes/options-not-routed/en.md";

let project: ProjectCopy;
beforeAll(() => {
  project = copyProject();
  cpSync("tests/fixtures/content/guides", join(project.root, "content/guides"), { recursive: true });
});
afterAll(() => project.remove());

/** Builds with a line put in before another, and puts the file back. */
async function buildWith(file: string, text: string, before: string) {
  const path = join(project.root, file);
  const original = readFileSync(path, "utf8");
  const index = original.indexOf(before);
  writeFileSync(path, `${original.slice(0, index)}${text}\n${original.slice(index)}`);
  const build = await project.build();
  writeFileSync(path, original);
  return { ...build, line: original.slice(0, index).split("\n").length };
}

test("a build stops at a wrong field, and prints file and line, what is wrong and what to do", {
  timeout: buildTimeout,
}, async () => {
  const { exitCode, output } = await buildWith(guide, "mood: Mei", "published:");
  expect(exitCode).not.toBe(0);
  expect(output).toContain(
    `1 problem in the content:\n\n${guide}:4\n  There is no field "mood".\n  → Remove it, or mend its spelling; src/content/schemas/ lists the fields.\n`,
  );
});

test("a build stops at a link to nowhere", { timeout: buildTimeout }, async () => {
  const { exitCode, output, line } = await buildWith(cause, "A [link](cause:no-such-cause).\n", "\n## ");
  expect(exitCode).not.toBe(0);
  expect(output).toContain(
    `${cause}:${line}\n  The link "cause:no-such-cause" leads to a cause that does not exist.\n  → Mend its spelling; src/rules/causes/ has the causes.`,
  );
});

test("a build stops at a component's attribute that names nothing, with its file and line", {
  timeout: buildTimeout,
}, async () => {
  const { exitCode, output, line } = await buildWith(guide, '\n<Exchange cause="no-such" />', "\n## ");
  expect(exitCode).not.toBe(0);
  expect(output).toContain(
    `1 problem in the content:\n\n${guide}:${line + 1}\n  <Exchange cause="no-such">: there is no such cause.\n  → Mend its spelling; src/rules/causes/ has the causes.\n`,
  );
});

test("a build stops where a page shows marks of emphasis as they are", { timeout: buildTimeout }, async () => {
  const { exitCode, output } = await buildWith(guide, "\nOpened ~~ and never closed.\n", "\n## ");
  expect(exitCode).not.toBe(0);
  expect(output).toContain(
    "/en/guides/fixture-whole/\n  The page shows marks of emphasis as they are: Opened ~~ and never closed.",
  );
  expect(output).toContain("close each mark");
});
