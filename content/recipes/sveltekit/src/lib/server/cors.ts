// #region cors
import type { Handle } from "@sveltejs/kit/hooks";

// Exact origins: scheme, host and port, no trailing slash. vite.config.js needs them too.
export const allowedOrigins = ["https://app.example.com"];

// The first of sequence(), before authentication: a preflight carries no token.
export const handleCors: Handle = async ({ event, resolve }) => {
  const { method, headers } = event.request;
  const origin = headers.get("Origin") ?? "";
  const isPreflight = method === "OPTIONS" && headers.has("Access-Control-Request-Method");

  // A +server.ts without an OPTIONS export would answer a preflight with 405.
  const answer = isPreflight ? new Response(null, { status: 204 }) : await resolve(event);

  // A copy, because the headers of an answer that came from fetch() cannot be changed.
  const response = new Response(answer.body, answer);

  // On every answer, or a cache hands one origin's answer to another.
  response.headers.append("Vary", "Origin");

  if (allowedOrigins.includes(origin)) {
    response.headers.set("Access-Control-Allow-Origin", origin);
    response.headers.set("Access-Control-Allow-Credentials", "true");
    if (isPreflight) {
      response.headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
      response.headers.set("Access-Control-Max-Age", "600");
    }
  }
  return response;
};
// #endregion
