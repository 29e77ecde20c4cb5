type Handler = (request: Request) => Response | Promise<Response>;

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

// Goes around each route, and around fetch, which answers where no route does.
function cors(handler: Handler): Handler {
  return async (request) => {
    const origin = request.headers.get("Origin") ?? "";
    const isPreflight = request.method === "OPTIONS" && request.headers.has("Access-Control-Request-Method");

    let response: Response;
    try {
      // A preflight carries no token: answer it before the application asks for one.
      response = isPreflight ? new Response(null, { status: 204 }) : await handler(request);
    } catch (error) {
      // What Bun's own error handler answers does not come through here and would go out bare.
      console.error(error);
      response = Response.json({ error: "Internal Server Error" }, { status: 500 });
    }

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
  };
}
// #endregion

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const data: Handler = async (request) => {
  if (!methods.includes(request.method)) {
    const status = request.method === "OPTIONS" ? 204 : 405;
    return new Response(null, { status, headers: { Allow: [...methods, "OPTIONS"].join(", ") } });
  }
  const body = await request.text();
  const answer = { method: request.method, body: body ? JSON.parse(body) : null };
  return Response.json(answer, { headers: { Vary: "Accept-Encoding" } });
};

const privateData: Handler = (request) => {
  if (request.headers.get("Authorization")?.startsWith("Bearer ")) return Response.json({ secret: "hello" });
  return Response.json({ error: "A bearer token is needed" }, { status: 401 });
};

const boom: Handler = () => {
  throw new Error("boom");
};

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: process.env.PORT ?? 3000,
  routes: {
    "/api/data": cors(data),
    "/api/private": cors(privateData),
    "/api/boom": cors(boom),
  },
  fetch: cors(() => Response.json({ error: "Not Found" }, { status: 404 })),
});
console.log(server.url.origin);
