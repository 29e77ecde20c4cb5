import cors from "@koa/cors";
import Router from "@koa/router";
import Koa from "koa";
import { text } from "node:stream/consumers";

const app = new Koa();

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

// Before authentication and before the routes: a preflight carries no token.
app.use(
  cors({
    // A list has to be a function. What it answers with false gets no CORS headers.
    origin: (ctx) => allowedOrigins.has(ctx.get("Origin")) && ctx.get("Origin"),
    allowMethods: "GET, POST, PUT, PATCH, DELETE",
    allowHeaders: "Authorization, Content-Type",
    credentials: true,
    // A text, because the library leaves the number 0 out.
    maxAge: "600",
  }),
);
// #endregion

app.use(async (ctx, next) => {
  const isPrivate = ctx.path.startsWith("/api/private");
  if (isPrivate && !ctx.get("Authorization").startsWith("Bearer ")) {
    ctx.throw(401, "A bearer token is needed");
  }
  await next();
});

const router = new Router();

router.get("/api/private", (ctx) => {
  ctx.body = { secret: "hello" };
});

router.register("/api/data", ["GET", "POST", "PUT", "PATCH", "DELETE"], async (ctx) => {
  const body = await text(ctx.req);
  ctx.vary("Accept-Encoding");
  ctx.body = { method: ctx.method, body: body ? JSON.parse(body) : null };
});

router.get("/api/boom", () => {
  throw new Error("boom");
});

app.use(router.routes()).use(router.allowedMethods());

const port = Number(process.env.PORT ?? 3000);
app.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}`));
