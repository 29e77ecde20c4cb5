import type { Handle } from "@sveltejs/kit/hooks";

export const allowedOrigins = ["https://app.example.com"];

// #region broken
export const handleCors: Handle = async ({ event, resolve }) => {
  // The preflight goes on to the endpoint, which has no OPTIONS: 405, and the headers below do not help.
  const response = await resolve(event);
  response.headers.append("Vary", "Origin");
  if (event.request.headers.get("Origin") === "https://app.example.com") {
    response.headers.set("Access-Control-Allow-Origin", "https://app.example.com");
    response.headers.set("Access-Control-Allow-Credentials", "true");
    response.headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
    response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
    response.headers.set("Access-Control-Max-Age", "600");
  }
  return response;
};
// #endregion
