import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { runProgram } from "../support/program.ts";
import { tools } from "../support/runNode.ts";

/** What one declaration file imports of others. */
const IMPORT = /(\bfrom |\bimport\(|^import )"(\.{1,2}\/[^"]+)\.ts"/gm;

/**
 * Writes a project of TypeScript that has the package's entries alone.
 * @param root of the project that has all
 * @param folder where declarations go
 * @param entries source files
 * @returns its file
 */
export function writeProject(root: string, folder: string, entries: readonly string[]): string {
  const file = join(mkdtempSync(join(root, ".cache/package-")), "tsconfig.json");
  const project = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: join(root, "src"),
      outDir: folder,
      types: ["node"],
      lib: ["ES2024"],
    },
    files: entries.map((entry) => join(root, entry)),
  };
  writeFileSync(file, JSON.stringify(project));
  return file;
}

/**
 * Writes the declarations of the package's entries, and of what they refer to.
 * @param tsconfig the project that has the entries, from `writeProject`
 */
export async function writeTypes(
  root: string,
  folder: string,
  entries: readonly string[],
  tsconfig: string,
): Promise<void> {
  const { code, output } = await runProgram({ command: [process.execPath, join(root, tools.tsc), "-p", tsconfig] });
  if (code !== 0) throw new Error(`The declarations could not be written.\n${output}`);
  const kept = new Set<string>();
  for (const entry of entries) keep(declarationOf(join(folder, entry.replace(/^src\//, ""))), kept);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (name.endsWith(".d.ts") && !kept.has(path)) rmSync(path);
  }
}

/** Keeps a file and what it imports, and names what it imports as the compiler of another project finds it. */
function keep(path: string, kept: Set<string>): void {
  if (kept.has(path)) return;
  kept.add(path);
  const text = readFileSync(path, "utf8");
  for (const [, , imported] of text.matchAll(IMPORT)) keep(resolve(dirname(path), `${imported}.d.ts`), kept);
  writeFileSync(path, text.replace(IMPORT, '$1"$2.js"'));
}

function declarationOf(source: string): string {
  return source.replace(/\.ts$/, ".d.ts");
}
