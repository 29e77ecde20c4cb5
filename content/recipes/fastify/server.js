import cors from "@fastify/cors";
import Fastify from "fastify";

const app = Fastify();

// Stands for a plugin with a Vary of its own, which must survive.
app.addHook("onRequest", async (request, reply) => {
  reply.header("Vary", "Accept-Encoding");
});

// #region cors
// Before authentication and before the routes: hooks run in the order in which they were added.
await app.register(cors, {
  delegator: async (request) => ({
    // Exact origins: scheme, host and port, no trailing slash.
    origin: ["https://app.example.com"],
    // The plugin's default is GET, HEAD and POST alone.
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type"],
    credentials: true,
    maxAge: 600,
    // Without this header it is no preflight: such an OPTIONS goes on to the routes.
    preflight: "access-control-request-method" in request.headers,
  }),
});
// #endregion

app.addHook("onRequest", async (request, reply) => {
  const isPrivate = request.url.startsWith("/api/private");
  if (isPrivate && !request.headers.authorization?.startsWith("Bearer ")) {
    return reply.code(401).send({ error: "A bearer token is needed" });
  }
});

app.get("/api/private", async () => ({ secret: "hello" }));

app.route({
  method: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  url: "/api/data",
  handler: async (request) => ({ method: request.method, body: request.body ?? null }),
});
app.options("/api/data", async (request, reply) => {
  return reply.header("Allow", "GET, POST, PUT, PATCH, DELETE, OPTIONS").code(204).send();
});

app.get("/api/boom", async () => {
  throw new Error("boom");
});

console.log(await app.listen({ port: Number(process.env.PORT ?? 3000), host: "127.0.0.1" }));
