// #region cors
import { type NextRequest, NextResponse } from "next/server";

// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = ["https://app.example.com"];

export function proxy(request: NextRequest) {
  const origin = request.headers.get("Origin") ?? "";
  const isPreflight = request.method === "OPTIONS" && request.headers.has("Access-Control-Request-Method");

  // Before any check of a session: a preflight carries neither cookie nor token. Without this
  // answer Next.js gives its own to OPTIONS: 204 where there is a route, 404 elsewhere.
  const response = isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next();

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
}

export const config = { matcher: "/api/:path*" };
// #endregion
