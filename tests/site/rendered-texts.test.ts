import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, inject, test } from "vitest";
import { buildTimeout, copyProject } from "../support/project.ts";

/** The files of a built site by their paths. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, "latin1")]));
}

test("where Astro makes a module of every text, the site is the same, byte for byte", {
  timeout: buildTimeout,
}, async () => {
  const project = copyProject();
  try {
    const config = join(project.root, "astro.config.mjs");
    const whole = readFileSync(config, "utf8");
    const without = whole.replace(/^ *renderTexts\(.*\),\n/m, "");
    expect(without).not.toBe(whole);
    writeFileSync(config, without);
    const { exitCode, output, folder } = await project.build();
    expect(exitCode, output).toBe(0);
    const [rendered, modules] = [filesIn(inject("siteFolder")), filesIn(folder)];
    expect([...rendered.keys()].sort()).toEqual([...modules.keys()].sort());
    expect([...rendered].filter(([path, text]) => text !== modules.get(path)).map(([path]) => path)).toEqual([]);
  } finally {
    project.remove();
  }
});
