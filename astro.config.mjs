// @ts-check
import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import { builtHtml } from "./src/build/builtHtml.ts";
import { checkedContent } from "./src/build/checkedContent.ts";
import { licences } from "./src/build/licences.ts";
import { notFoundPages } from "./src/build/notFoundPages.ts";
import { plainDynamicImports } from "./src/build/plainDynamicImports.ts";
import { searchIndex } from "./src/build/searchIndex.ts";
import { codeTransformers } from "./src/markdown/code.ts";
import { markdown } from "./src/markdown/processor.ts";
import { site } from "./src/site.config.ts";

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: "always",
  prerenderConflictBehavior: "error",
  integrations: [
    checkedContent(),
    mdx(),
    // By default it has Babel read every module, among them the list of all content.
    preact({ include: ["**/*.tsx"] }),
    builtHtml(),
    searchIndex(),
    notFoundPages(),
    licences(),
  ],
  build: { inlineStylesheets: "never" },
  markdown: {
    syntaxHighlight: "shiki",
    shikiConfig: { theme: "css-variables", transformers: codeTransformers },
    processor: markdown(),
  },
  vite: {
    // Where a build goes on beside npm run dev: Vite would reload its pages for each file, as it does for no dist/.
    server: { watch: { ignored: ["**/dist.*/**"] } },
    build: {
      modulePreload: false,
      assetsInlineLimit: 0,
      // Astro marks each entry with a directive of its own, and reads it before Rolldown drops it.
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        // The rules are pure: a script that asks one of them need not carry the table of engines, nor the causes.
        treeshake: { moduleSideEffects: [{ test: /\/src\/rules\//, sideEffects: false }] },
      },
    },
    plugins: [plainDynamicImports()],
  },
});
