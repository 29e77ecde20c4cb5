import { withCors } from "../_shared/cors.ts";

Deno.serve(
  withCors(async (request) => {
    const body = request.body ? await request.json() : null;
    return Response.json({ method: request.method, body });
  }),
);
