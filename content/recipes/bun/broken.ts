type Handler = (request: Request) => Response | Promise<Response>;

const cors =
  (handler: Handler): Handler =>
  async (request) => {
    const response = await Promise.try(handler, request).catch(() => new Response(null, { status: 500 }));
    response.headers.append("Vary", "Origin");
    if (request.headers.get("Origin") === "https://app.example.com") {
      response.headers.set("Access-Control-Allow-Origin", "https://app.example.com");
      response.headers.set("Access-Control-Allow-Credentials", "true");
      response.headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
      response.headers.set("Access-Control-Max-Age", "600");
    }
    return response;
  };

const data = cors(async (request) => {
  const body = await request.text();
  const answer = { method: request.method, body: body ? JSON.parse(body) : null };
  return Response.json(answer, { headers: { Vary: "Accept-Encoding" } });
});

const privateData = cors((request) => {
  if (request.headers.get("Authorization")?.startsWith("Bearer ")) return Response.json({ secret: "hello" });
  return Response.json({ error: "A bearer token is needed" }, { status: 401 });
});

const boom = cors(() => {
  throw new Error("boom");
});

// #region broken
Bun.serve({
  hostname: "127.0.0.1",
  port: process.env.PORT ?? 3000,
  routes: {
    // Each answers the methods that it names. OPTIONS is none of them, so it falls through to fetch.
    "/api/data": { GET: data, POST: data, PUT: data, PATCH: data, DELETE: data },
    "/api/private": { GET: privateData },
    "/api/boom": { GET: boom },
  },
  // cors() puts the headers on every answer, this one too, but the preflight is still a 404.
  fetch: cors(() => Response.json({ error: "Not Found" }, { status: 404 })),
});
// #endregion
