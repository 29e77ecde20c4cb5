// #region cors
// The page asks its own origin, `fetch("/api/data")`, and Next.js passes the
// request on, in `next dev` and in `next start` alike. The browser sees no
// cross-origin request, so no CORS header is needed.
export default {
  async rewrites() {
    return [{ source: "/api/:path*", destination: "https://api.example.com/api/:path*" }];
  },
};
// #endregion
