import type { Plugin } from "vite";

/**
 * Leaves out the runtime of Astro's Preact islands. No page has one: `hydrate.ts` brings the checker to
 * life. The runtime would share Preact with it, and so keep the two apart in files of their own, which
 * compress worse than one.
 */
export function withoutIslands(): Plugin {
  return {
    name: "without-islands",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /@astrojs\/preact\/dist\/client(?:-dev)?\.js/ },
      handler: () => "export default () => () => {};",
    },
  };
}
