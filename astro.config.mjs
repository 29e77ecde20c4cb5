// @ts-check
import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import { builtHtml } from "./src/build/builtHtml.ts";
import { shareCards } from "./src/build/cards/shareCards.ts";
import { checkedContent } from "./src/build/checkedContent.ts";
import { devSearch } from "./src/build/devSearch.ts";
import { fewStyles } from "./src/build/fewStyles.ts";
import { grownStrings } from "./src/build/grownStrings.ts";
import { hostFiles } from "./src/build/hosting/hostFiles.ts";
import { licences } from "./src/build/licences.ts";
import { notFoundPages } from "./src/build/notFoundPages.ts";
import { plainDynamicImports } from "./src/build/plainDynamicImports.ts";
import { publishing } from "./src/build/publishing/publishing.ts";
import { searchIndex } from "./src/build/searchIndex.ts";
import { markdown } from "./src/markdown/processor.ts";
import { site } from "./src/site.config.ts";

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: "always",
  prerenderConflictBehavior: "error",
  integrations: [
    checkedContent(),
    // What has no component in it is a text in the module, not a call for each element and word.
    mdx({ optimize: true }),
    // By default it has Babel read every module, among them the list of all content.
    preact({ include: ["**/*.tsx"] }),
    fewStyles(),
    builtHtml(),
    searchIndex(),
    devSearch(),
    notFoundPages(),
    licences(),
    shareCards(),
    publishing(),
    hostFiles(),
  ],
  // Editors then know the frontmatter of each text.
  experimental: { contentIntellisense: true },
  build: { inlineStylesheets: "never" },
  markdown: {
    // src/markdown/highlightedCode.ts does it.
    syntaxHighlight: false,
    processor: markdown(),
  },
  vite: {
    // Where a build goes on beside npm run dev: Vite would reload its pages for each file, as it does for no dist/.
    server: { watch: { ignored: ["**/dist.*/**"] } },
    build: {
      assetsInlineLimit: 0,
      // Astro marks each entry with a directive of its own, and reads it before Rolldown drops it.
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        // The rules are pure: a script that asks one of them need not carry the table of engines, nor the causes.
        treeshake: { moduleSideEffects: [{ test: /\/src\/rules\//, sideEffects: false }] },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // Astro names a component's script "Component.astro_astro_type_script_index_0_lang", on each of its pages.
            output: {
              // What every page asks of others is one file, not three of a few bytes.
              codeSplitting: { groups: [{ name: "shared", test: /preload-helper|src[\\/]client[\\/]firstSign/ }] },
              entryFileNames: ({ name }) => `_astro/${name.split(".")[0]}.[hash].js`,
            },
          },
        },
      },
    },
    // They are modules, and load what only some questions need.
    worker: { format: "es" },
    plugins: [plainDynamicImports(), grownStrings()],
  },
});
