// #region cors
// The page asks its own origin, `fetch("/api/data")`, and the dev server passes
// the request on. The browser sees no cross-origin request, so no CORS header
// is needed. The dev server only: not in the build.
export default {
  devServer: {
    // An array since webpack-dev-server 5.
    proxy: [
      {
        context: ["/api"],
        target: "https://api.example.com",
        // Sends the target's host in `Host`, and leaves `Origin` alone.
        changeOrigin: true,
      },
    ],
  },
};
// #endregion
