// #region broken
export default defineEventHandler((event) => {
  // With credentials "*" is no wildcard any more, in none of these headers.
  setResponseHeaders(event, {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Methods": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "600",
  });
  if (event.method === "OPTIONS") return sendNoContent(event, 204);
});
// #endregion
