import type { Plugin } from "vite";

/**
 * Replaces Vite's preload helper by a call of the import itself, and drops the list of chunks that it would be given.
 * The helper links a chunk's CSS before it runs the chunk; here every page links all its CSS from the start, and
 * helper and list would be a third of the script that a page loads.
 */
export function plainDynamicImports(): Plugin {
  return {
    name: "plain-dynamic-imports",
    apply: "build",
    enforce: "pre",
    // Astro asks for module preloading again, whatever the configuration says.
    configEnvironment: {
      order: "post",
      handler: (name) => (name === "client" ? { build: { modulePreload: false } } : undefined),
    },
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => "export const __vitePreload = (load) => load();",
    },
  };
}
