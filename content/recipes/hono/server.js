import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";

const app = new Hono();

// #region cors
// Before authentication and before the routes: Hono runs both in the order of this file.
app.use(
  cors({
    // Exact origins: scheme, host and port, no trailing slash.
    origin: ["https://app.example.com"],
    allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: ["Authorization", "Content-Type"],
    credentials: true,
    maxAge: 600,
  }),
);
// #endregion

app.use("/api/private", async (c, next) => {
  if (!c.req.header("Authorization")?.startsWith("Bearer ")) {
    return c.json({ error: "A bearer token is needed" }, 401);
  }
  await next();
});
app.get("/api/private", (c) => c.json({ secret: "hello" }));

app.on(["GET", "POST", "PUT", "PATCH", "DELETE"], "/api/data", async (c) => {
  const body = await c.req.text();
  c.header("Vary", "Accept-Encoding");
  return c.json({ method: c.req.method, body: body ? JSON.parse(body) : null });
});

app.get("/api/boom", () => {
  throw new Error("boom");
});

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
);
