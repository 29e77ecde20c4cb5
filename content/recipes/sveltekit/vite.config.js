// #region csrf
import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";
import { allowedOrigins } from "./src/lib/server/cors.ts";

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Before any hook SvelteKit answers 403 to what a form of another site could send,
      // and to a POST, PUT, PATCH or DELETE without Content-Type.
      csrf: { trustedOrigins: allowedOrigins },
    }),
  ],
});
// #endregion
