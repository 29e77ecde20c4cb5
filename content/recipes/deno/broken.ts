// #region broken
// "*" says that anyone may read, and browsers refuse it for requests with credentials.
const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Credentials": "true",
  "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
  "Access-Control-Max-Age": "600",
};

async function handler(request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return new Response("ok", { headers: corsHeaders });

  try {
    return await answer(request, corsHeaders);
  } catch (error) {
    console.error(error);
    return Response.json({ error: "Internal Server Error" }, { status: 500, headers: corsHeaders });
  }
}
// #endregion

async function answer(request: Request, headers: Record<string, string>): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case "/api/data": {
      const body = await request.text();
      const content = { method: request.method, body: body ? JSON.parse(body) : null };
      return Response.json(content, { headers: { ...headers, Vary: "Accept-Encoding" } });
    }
    case "/api/private":
      if (request.headers.get("Authorization")?.startsWith("Bearer ")) return Response.json({ secret: "hello" }, { headers });
      return Response.json({ error: "A bearer token is needed" }, { status: 401, headers });
    case "/api/boom":
      throw new Error("boom");
    default:
      return Response.json({ error: "Not Found" }, { status: 404, headers });
  }
}

Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("PORT") ?? 8000) }, handler);
