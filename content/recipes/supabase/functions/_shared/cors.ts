// #region cors
import { corsHeaders as sdk } from "npm:@supabase/supabase-js@^2/cors";

// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

type Handler = (request: Request) => Response | Promise<Response>;

// Goes around a function's whole handler: Deno.serve(withCors(handler));
export function withCors(handler: Handler): Handler {
  return async (request) => {
    const isPreflight = request.method === "OPTIONS" && request.headers.has("Access-Control-Request-Method");
    const answer = isPreflight ? new Response(null, { status: 204 }) : await answerOf(handler, request);

    // On every answer, or a cache hands one origin's answer to another. append() keeps the handler's own.
    const headers = new Headers(answer.headers);
    headers.append("Vary", "Origin");

    const origin = request.headers.get("Origin");
    if (origin !== null && allowedOrigins.has(origin)) {
      headers.set("Access-Control-Allow-Origin", origin);
      headers.set("Access-Control-Allow-Credentials", "true");
      if (isPreflight) {
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
        // What supabase-js sends by itself: apikey, x-client-info and the like.
        headers.append("Access-Control-Allow-Headers", sdk["Access-Control-Allow-Headers"]);
        headers.set("Access-Control-Max-Age", "600");
      }
    }
    return new Response(answer.body, { status: answer.status, headers });
  };
}

// Without this an exception leaves as an answer that has none of the headers above.
async function answerOf(handler: Handler, request: Request): Promise<Response> {
  try {
    return await handler(request);
  } catch (error) {
    console.error(error);
    return Response.json({ error: "Internal error" }, { status: 500 });
  }
}
// #endregion
