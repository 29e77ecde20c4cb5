// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

type Handler = (request: Request) => Response | Promise<Response>;

// Goes around the whole application: authentication, routes and errors are all inside.
function cors(handler: Handler): Handler {
  return async (request) => {
    const origin = request.headers.get("Origin") ?? "";
    const isPreflight = request.method === "OPTIONS" && request.headers.has("Access-Control-Request-Method");

    let answer: Response;
    try {
      // A preflight carries no token: answer it before the application asks for one.
      answer = isPreflight ? new Response(null, { status: 204 }) : await handler(request);
    } catch (error) {
      // What onError answers does not come through here and would go out bare.
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

const app: Handler = (request) => {
  switch (new URL(request.url).pathname) {
    case "/api/data":
      return data(request);
    case "/api/private":
      return privateData(request);
    case "/api/boom":
      throw new Error("boom");
    default:
      return Response.json({ error: "Not Found" }, { status: 404 });
  }
};

Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("PORT") ?? 8000) }, cors(app));
