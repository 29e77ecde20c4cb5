// #region broken
// The page still asks the API itself:
// `fetch("https://api.example.com/api/data")`.
export default {
  async headers() {
    // These go into the answers of Next.js. Those of the API do not pass here.
    return [
      {
        source: "/:path*",
        headers: [
          { key: "Access-Control-Allow-Origin", value: "*" },
          { key: "Access-Control-Allow-Methods", value: "GET, POST, PUT, PATCH, DELETE" },
          { key: "Access-Control-Allow-Headers", value: "Authorization, Content-Type" },
        ],
      },
    ];
  },
};
// #endregion
