import Hapi from "@hapi/hapi";

// #region cors
const server = Hapi.server({
  host: "127.0.0.1",
  port: process.env.PORT ?? 3000,
  routes: {
    // For every route. hapi answers preflights itself, before authentication.
    cors: {
      origin: ["https://app.example.com"], // exact: scheme, host and port, no trailing slash
      headers: ["Authorization", "Content-Type"],
      credentials: true,
      maxAge: 600,
    },
  },
});

// hapi has no list of methods. A preflight passes where the method has a route, and gets 404
// where it has none; so every path has a route, which says 404 to the actual request.
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
server.route({
  // HEAD is served by GET, and a route for OPTIONS would take the preflights away from hapi.
  method: methods.filter((method) => !["HEAD", "OPTIONS"].includes(method)),
  path: "/{any*}",
  handler: (request, h) => h.response({ error: "Not found" }).code(404),
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
