import { mkdirSync, writeFileSync } from "node:fs";

/** The recipe's server, built by Nuxt without the client: there are no pages, and they take twice as long as all the rest. */
export default defineNuxtConfig({
  compatibilityDate: "2026-01-01",
  serverDir: "../server",
  ssr: false,
  pages: false,
  telemetry: false,
  sourcemap: false,
  nitro: { externals: { trace: false } },
  builder: {
    async bundle({ options }) {
      mkdirSync(`${options.buildDir}/dist/server`, { recursive: true });
      // What Nuxt's server imports from the client's build.
      for (const name of ["client.manifest", "client.precomputed", "styles"]) {
        writeFileSync(`${options.buildDir}/dist/server/${name}.mjs`, "export default {};\n");
      }
    },
  },
});
