// #region cors
module.exports = [
  "strapi::logger",
  "strapi::errors",
  "strapi::security",
  {
    // In the place of the line "strapi::cors", not beside it.
    name: "strapi::cors",
    config: {
      // Exact origins: scheme, host and port, no trailing slash.
      origin: ["https://app.example.com"],
      methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      headers: ["Authorization", "Content-Type"],
      credentials: true,
      maxAge: 600,
      keepHeadersOnError: true,
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
