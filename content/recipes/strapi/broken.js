// #region broken
module.exports = [
  "strapi::logger",
  "strapi::errors",
  "strapi::security",
  {
    name: "strapi::cors",
    config: {
      // An option of Strapi 3. Strapi logs that there is none any more.
      enabled: true,
      // No browser sends a slash at the end.
      origin: ["https://app.example.com/"],
      // With credentials, which are on by default, a header named "*".
      headers: "*",
    },
  },
  "strapi::poweredBy",
  "strapi::query",
  "strapi::body",
  "strapi::session",
  "strapi::favicon",
  "strapi::public",
];
// #endregion
