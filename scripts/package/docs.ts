import { join } from "node:path";
import type { TypeDocOptions } from "typedoc";

/**
 * Writes the reference of what the package exports, from the docstrings: a page for each function, type and value.
 * @param root the project's
 * @param folder where it goes
 * @param entries source files
 * @param tsconfig that has them
 */
export async function writeDocs(
  root: string,
  folder: string,
  entries: readonly string[],
  tsconfig: string,
): Promise<void> {
  const { Application } = await import("typedoc");
  const app = await Application.bootstrapWithPlugins({
    name: "preflight-guide",
    entryPoints: entries.map((entry) => join(root, entry)),
    tsconfig,
    plugin: ["typedoc-plugin-markdown"],
    outputs: [{ name: "markdown", path: folder }],
    // tsc has looked at them.
    skipErrorChecking: true,
    readme: "none",
    disableSources: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    logLevel: "Error",
  } as Partial<TypeDocOptions>);
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc could not read the package's entries.");
  await app.generateOutputs(project);
}
