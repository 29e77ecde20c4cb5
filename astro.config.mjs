// @ts-check
import { join } from "node:path";
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
import { lab } from "./src/build/lab.ts";
import { licences } from "./src/build/licences.ts";
import { notFoundPages } from "./src/build/notFoundPages.ts";
import { offline } from "./src/build/offline.ts";
import { plainDynamicImports } from "./src/build/plainDynamicImports.ts";
import { publishing } from "./src/build/publishing/publishing.ts";
import { renderTexts } from "./src/build/renderTexts.ts";
import { searchIndex } from "./src/build/searchIndex.ts";
import { watchedRecipes } from "./src/build/watchedRecipes.ts";
import { textRenderer } from "./src/markdown/parts.ts";
import { markdown } from "./src/markdown/processor.ts";
import { site } from "./src/site.config.ts";

/** What commands keep for later ones. By its whole path: a copy of the project may stand in another's. */
const kept = join(import.meta.dirname, ".cache/");

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: "always",
  prerenderConflictBehavior: "error",
  integrations: [
    checkedContent(),
    renderTexts(textRenderer),
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
    lab(),
    shareCards(),
    publishing(),
    hostFiles(),
    // Last: it knows a build by its pages as they are then.
    offline(),
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
    // Where a build goes on beside npm run dev: Vite would reload its pages for each file, as it does for no dist/. And
    // what commands keep is thousands of files that no page is made of, many of which change while other commands run.
    server: { watch: { ignored: ["**/dist.*/**", (path) => path.startsWith(kept)] } },
    // What looks for packages beforehand takes JSX for React's, and fails for want of it, where Babel makes it Preact's.
    optimizeDeps: { rolldownOptions: { transform: { jsx: { runtime: "automatic", importSource: "preact" } } } },
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
              // A file of a few bytes costs as many again in headers: what is asked for together is one.
              codeSplitting: {
                groups: [
                  { name: "shared", test: /preload-helper|src[\\/]client[\\/]firstSign/ },
                  { name: "preact", test: /node_modules[\\/]preact[\\/](dist|jsx-runtime)/ },
                  { name: "small", test: /src[\\/](client[\\/]linkStyles|i18n[\\/]fillIn)\.ts/ },
                  {
                    name: "asking",
                    test: /src[\\/](search[\\/](query|message)|components[\\/]Diagnosis[\\/](ask|askWhatMessage|link))\.ts/,
                  },
                ],
              },
              entryFileNames: ({ name }) => `_astro/${name.split(".")[0]}.[hash].js`,
            },
          },
        },
      },
    },
    // They are modules, and load what only some questions need.
    worker: { format: "es" },
    plugins: [plainDynamicImports(), grownStrings(), watchedRecipes()],
  },
});
