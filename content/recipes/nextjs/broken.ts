import { type NextRequest, NextResponse } from "next/server";

// #region broken
export function proxy(request: NextRequest) {
  // The preflight carries no token, so it is sent to the sign-in page too.
  const isPrivate = request.nextUrl.pathname.startsWith("/api/private");
  if (isPrivate && !request.headers.has("Authorization")) {
    return NextResponse.redirect(new URL("/login", request.url));
  }

  const isPreflight = request.method === "OPTIONS";
  const response = isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next();
  response.headers.append("Vary", "Origin");
  if (request.headers.get("Origin") === "https://app.example.com") {
    response.headers.set("Access-Control-Allow-Origin", "https://app.example.com");
    response.headers.set("Access-Control-Allow-Credentials", "true");
    response.headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
    response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
    response.headers.set("Access-Control-Max-Age", "600");
  }
  return response;
}
// #endregion

export const config = { matcher: "/api/:path*" };
