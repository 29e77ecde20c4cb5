// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = ["https://app.example.com"];

// Middleware runs before every route, in the order of the files' names:
// 01.cors.ts stands before 02.token.ts, because a preflight carries no token.
export default defineEventHandler((event) => {
  const origin = getRequestHeader(event, "Origin") ?? "";
  const isPreflight = isPreflightRequest(event);

  // On every answer, or a cache hands one origin's answer to another.
  appendResponseHeader(event, "Vary", "Origin");

  if (allowedOrigins.includes(origin)) {
    setResponseHeader(event, "Access-Control-Allow-Origin", origin);
    setResponseHeader(event, "Access-Control-Allow-Credentials", "true");
    if (isPreflight) {
      setResponseHeader(event, "Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      setResponseHeader(event, "Access-Control-Allow-Headers", "Authorization, Content-Type");
      setResponseHeader(event, "Access-Control-Max-Age", 600);
    }
  }

  // An answer from middleware ends the request; without one it goes on to the route.
  if (isPreflight) return sendNoContent(event, 204);
});
// #endregion
