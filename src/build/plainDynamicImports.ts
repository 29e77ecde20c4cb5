import type { Plugin } from "vite";

/**
 * Replaces Vite's preload helper by a call of the import itself. The helper links a chunk's CSS
 * before it runs the chunk; here every page links all its CSS from the start, and the helper would be
 * a quarter of the script that a page loads.
 */
export function plainDynamicImports(): Plugin {
  return {
    name: "plain-dynamic-imports",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => "export const __vitePreload = (load) => load();",
    },
  };
}
