import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle, entries } from "./bundle.ts";
import { writeDocs } from "./docs.ts";
import { writeProject, writeTypes } from "./types.ts";
import { writeWords } from "./words.ts";

/** What the package's entries are called by those who import them. */
const imported = ["rules", "diagnose", "audit", "matchers"] as const;

/**
 * Writes the package's folder.
 * @param root the project's
 * @param folder new, or empty
 */
export async function makePackage(root: string, folder: string): Promise<void> {
  mkdirSync(join(folder, "dist"), { recursive: true });
  const sources = imported.map((name) => entries[name]);
  writeWords(root, join(folder, "dist/words"));
  await bundle(root, join(folder, "dist"));
  const tsconfig = writeProject(root, join(folder, "types"), sources);
  try {
    await writeTypes(root, join(folder, "types"), sources, tsconfig);
    await writeDocs(root, join(folder, "docs"), sources, tsconfig);
  } finally {
    rmSync(dirname(tsconfig), { recursive: true });
  }
  for (const name of ["README.md", "schema.json"]) cpSync(join(root, "docs/package", name), join(folder, name));
  for (const name of ["LICENSE", "LICENSE-CONTENT"]) cpSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(root), null, 2)}\n`);
}

/** The project's own manifest is for those who work on it: it installs what builds the site. */
function manifest(root: string): Record<string, unknown> {
  const { name, version, description, license, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const typesOf = (entry: (typeof imported)[number]) => entries[entry].replace(/^src\/(.*)\.ts$/, "./types/$1.d.ts");
  return {
    name,
    version,
    description,
    license,
    keywords: ["cors", "preflight", "cross-origin", "http", "testing"],
    type: "module",
    engines,
    sideEffects: false,
    bin: { [name]: "dist/bin.js" },
    exports: {
      ...Object.fromEntries(
        imported.map((entry) => [`./${entry}`, { types: typesOf(entry), default: `./dist/${entry}.js` }]),
      ),
      "./schema.json": "./schema.json",
      "./package.json": "./package.json",
    },
  };
}
