const { onRequest } = require("firebase-functions/v2/https");

// #region cors
exports.api = onRequest(
  {
    // Else Google refuses the preflight, which has no token, before this code runs.
    invoker: "public",
    // Exact origins: scheme, host and port, no trailing slash.
    cors: ["https://app.example.com"],
  },
  (request, response) => {
    response.json({ method: request.method });
  },
);
// #endregion
