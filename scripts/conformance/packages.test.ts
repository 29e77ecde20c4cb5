import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { recipesFolder } from "./recipes.ts";

/** The names of the packages that a module imports; what is Node's or the framework's own is none. */
function importedBy(path: string): string[] {
  const imports = readFileSync(path, "utf8").matchAll(
    /(?:\bfrom|\bimport|\brequire\() ?"((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^"]*)?"/g,
  );
  return [...imports].map(([, name = ""]) => name);
}

const manifests = globSync("*/package.json", { cwd: recipesFolder });

// What npm hoists, or the project itself has, is there by chance.
test.each(manifests)("%s names each package that its recipe imports", (manifest) => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(recipesFolder, manifest), "utf8"));
  const folder = join(recipesFolder, dirname(manifest));
  const modules = globSync("**/*.{js,mjs,ts}", {
    cwd: folder,
    exclude: (name) => String(name).includes("node_modules"),
  });
  const imported = new Set(modules.flatMap((name) => importedBy(join(folder, name))));
  expect([...imported].filter((name) => !(name in dependencies))).toEqual([]);
});

test("some recipes import packages", () => {
  expect(manifests.length).toBeGreaterThan(0);
});
