// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

export default {
  async fetch(request, env, ctx) {
    const origin = request.headers.get("Origin");
    const isPreflight = request.method === "OPTIONS" && request.headers.has("Access-Control-Request-Method");

    let answer;
    try {
      // A preflight carries no token: answer it before the application asks for one.
      answer = isPreflight ? new Response(null, { status: 204 }) : await app(request, env, ctx);
    } catch (error) {
      // Uncaught, the platform's own error page goes out, without the headers.
      console.error(error);
      answer = Response.json({ error: "Internal Server Error" }, { status: 500 });
    }

    // A copy, because the headers of an answer that came from fetch() cannot be changed.
    const response = new Response(answer.body, answer);
    // On every answer, or a cache hands one origin's answer to another. append() keeps what is there.
    response.headers.append("Vary", "Origin");
    if (allowedOrigins.has(origin)) {
      response.headers.set("Access-Control-Allow-Origin", origin);
      response.headers.set("Access-Control-Allow-Credentials", "true");
      if (isPreflight) {
        response.headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
        response.headers.set("Access-Control-Max-Age", "600");
      }
    }
    return response;
  },
};
// #endregion

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

async function app(request) {
  switch (new URL(request.url).pathname) {
    case "/api/data": {
      if (!methods.includes(request.method)) {
        const status = request.method === "OPTIONS" ? 204 : 405;
        return new Response(null, { status, headers: { Allow: [...methods, "OPTIONS"].join(", ") } });
      }
      const body = await request.text();
      const content = { method: request.method, body: body ? JSON.parse(body) : null };
      return Response.json(content, { headers: { Vary: "Accept-Encoding" } });
    }
    case "/api/private":
      if (request.headers.get("Authorization")?.startsWith("Bearer ")) return Response.json({ secret: "hello" });
      return Response.json({ error: "A bearer token is needed" }, { status: 401 });
    case "/api/boom":
      throw new Error("boom");
    default:
      return Response.json({ error: "Not Found" }, { status: 404 });
  }
}
