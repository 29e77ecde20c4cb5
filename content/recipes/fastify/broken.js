import cors from "@fastify/cors";
import Fastify from "fastify";

const app = Fastify();

app.addHook("onRequest", async (request, reply) => {
  reply.header("Vary", "Accept-Encoding");
});

// #region broken
// Since version 11 the plugin allows GET, HEAD and POST where no methods are named.
await app.register(cors, {
  origin: ["https://app.example.com"],
  credentials: true,
  maxAge: 600,
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

app.get("/api/boom", async () => {
  throw new Error("boom");
});

await app.listen({ port: Number(process.env.PORT ?? 3000), host: "127.0.0.1" });
