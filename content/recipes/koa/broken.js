import cors from "@koa/cors";
import Router from "@koa/router";
import Koa from "koa";
import { text } from "node:stream/consumers";

const app = new Koa();

// #region broken
// Never sent as "*": with credentials the library repeats the Origin of whoever asks.
app.use(
  cors({
    origin: "*",
    allowMethods: "GET, POST, PUT, PATCH, DELETE",
    allowHeaders: "Authorization, Content-Type",
    credentials: true,
    maxAge: 600,
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
