import { join } from "node:path";
import { build } from "vite";

/** What can be imported from the package, and the command. */
export const entries = {
  bin: "src/terminal/bin.ts",
  rules: "src/rules/index.ts",
  diagnose: "src/diagnose/index.ts",
  audit: "src/audit/index.ts",
  matchers: "src/matchers/index.ts",
} as const;

/** What stands beside the matchers and is the user's own. */
const ofUsers = [/^node:/];

/**
 * Bundles the package's code into plain modules: what several entries share is in files of its own, so that who
 * imports the rules loads the rules.
 * @param root the project's
 * @param folder where the modules go
 */
export async function bundle(root: string, folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: "node20",
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      license: { fileName: "licences.txt" },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
        external: ofUsers,
        output: { entryFileNames: "[name].js", chunkFileNames: "shared-[hash].js" },
      },
    },
  });
}
