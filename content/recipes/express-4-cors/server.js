// #region cors
import cors from "cors";
import express from "express";

const app = express();

// Once, for the whole application: before authentication and before the routes.
// It answers every OPTIONS, so neither app.options("*", …) nor cors() in a route is needed.
app.use(
  cors({
    origin: ["https://app.example.com"], // exact: scheme, host and port, no trailing slash
    credentials: true,
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type"],
    maxAge: 600,
  }),
);

app.use(express.json());
app.use("/api/private", requireToken);
// #endregion

app.get("/api/private", (req, res) => res.json({ secret: "hello" }));

app.route("/api/data").get(echo).post(echo).put(echo).patch(echo).delete(echo);

app.get("/api/boom", () => {
  throw new Error("boom");
});

function requireToken(req, res, next) {
  if (req.get("Authorization")?.startsWith("Bearer ")) return next();
  res.status(401).json({ error: "A bearer token is needed" });
}

function echo(req, res) {
  res.vary("Accept-Encoding");
  // Express 4 makes {} of a body that did not come.
  res.json({ method: req.method, body: req.is("json") ? req.body : null });
}

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
