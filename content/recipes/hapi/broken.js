import Hapi from "@hapi/hapi";

// #region broken
const server = Hapi.server({
  host: "127.0.0.1",
  port: process.env.PORT ?? 3000,
  // Any origin, no credentials, for a day. Paths without a route still refuse the preflight.
  routes: { cors: true },
});
// #endregion

server.auth.scheme("bearer", () => ({
  authenticate(request, h) {
    if (request.headers.authorization?.startsWith("Bearer ")) return h.authenticated({ credentials: {} });
    return h.response({ error: "A bearer token is needed" }).code(401).takeover();
  },
}));
server.auth.strategy("token", "bearer");

server.route([
  {
    method: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    path: "/api/data",
    handler: (request, h) =>
      h.response({ method: request.method.toUpperCase(), body: request.payload ?? null }).vary("Accept-Encoding"),
  },
  { method: "GET", path: "/api/private", options: { auth: "token" }, handler: () => ({ secret: "hello" }) },
  {
    method: "GET",
    path: "/api/boom",
    handler() {
      throw new Error("boom");
    },
  },
]);

await server.start();
console.log(server.info.uri);
