const allowedOrigins = new Set(["https://app.example.com"]);
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

// #region broken
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (request.method === "OPTIONS") return withCors(request, new Response(null, { status: 204 }));

    // These two answers never come to withCors(), and neither does an error that is thrown.
    if (pathname === "/api/private" && !request.headers.has("Authorization")) {
      return Response.json({ error: "A bearer token is needed" }, { status: 401 });
    }
    if (!(pathname in routes)) return Response.json({ error: "Not Found" }, { status: 404 });

    return withCors(request, await routes[pathname](request));
  },
};
// #endregion

function withCors(request, response) {
  const origin = request.headers.get("Origin");
  response.headers.append("Vary", "Origin");
  if (allowedOrigins.has(origin)) {
    response.headers.set("Access-Control-Allow-Origin", origin);
    response.headers.set("Access-Control-Allow-Credentials", "true");
    response.headers.set("Access-Control-Allow-Methods", methods.join(", "));
    response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
    response.headers.set("Access-Control-Max-Age", "600");
  }
  return response;
}

const routes = {
  async "/api/data"(request) {
    const body = await request.text();
    const content = { method: request.method, body: body ? JSON.parse(body) : null };
    return Response.json(content, { headers: { Vary: "Accept-Encoding" } });
  },
  "/api/private": () => Response.json({ secret: "hello" }),
  "/api/boom"() {
    throw new Error("boom");
  },
};
