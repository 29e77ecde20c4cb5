import { join } from "node:path";
import type { TypeDocOptions } from "typedoc";

/**
 * Writes the reference of what the package exports, from the docstrings: a page for each function, type and value.
 * Throws where a signature names a type that has none, or a link leads nowhere.
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
    logLevel: "Warn",
  } as Partial<TypeDocOptions>);
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc could not read the package's entries.");
  // A type that a public signature names and no entry exports would have no page.
  app.validate(project);
  if (app.logger.hasWarnings())
    throw new Error("The package's docs would not be whole. What TypeDoc says above has to be mended.");
  await app.generateOutputs(project);
}
