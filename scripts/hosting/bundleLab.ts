import { join } from "node:path";
import { build } from "vite";

/**
 * Bundles the lab that readers' browsers try requests on into one file, which Node runs as it is.
 * @param folder where `lab.mjs` goes
 */
export async function bundleLab(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, "../lab/try/serve.ts"),
      target: "node20",
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: "lab.mjs" } },
    },
  });
}
