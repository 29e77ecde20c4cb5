import { defineConfig } from "vite";

// #region cors
// The page asks its own origin, `fetch("/api/data")`, and Vite passes the request on. The browser
// sees no cross-origin request, so no CORS header is needed. The dev server only: not in the build.
export default defineConfig({
  server: {
    proxy: {
      "/api": {
        target: "https://api.example.com",
        // Sends the target's host in `Host`, which servers with several sites on one address need.
        // In spite of its name it leaves the `Origin` header alone.
        changeOrigin: true,
      },
    },
  },
});
// #endregion
