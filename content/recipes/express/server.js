import express from "express";

const app = express();

// Stands for compression() and the like, whose own Vary must survive.
app.use((req, res, next) => {
  res.vary("Accept-Encoding");
  next();
});

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

// Before authentication and before the routes: a preflight carries no token.
app.use((req, res, next) => {
  const origin = req.get("Origin");
  const isPreflight = req.method === "OPTIONS" && req.get("Access-Control-Request-Method");

  // On every answer, or a cache hands one origin's answer to another. vary() appends.
  res.vary("Origin");

  if (allowedOrigins.has(origin)) {
    res.set("Access-Control-Allow-Origin", origin);
    res.set("Access-Control-Allow-Credentials", "true");
    if (isPreflight) {
      res.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      res.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
      res.set("Access-Control-Max-Age", "600");
    }
  }

  if (isPreflight) return res.status(204).end();
  next();
});
// #endregion

app.use(express.json());

app.use("/api/private", (req, res, next) => {
  if (req.get("Authorization")?.startsWith("Bearer ")) return next();
  res.status(401).json({ error: "A bearer token is needed" });
});
app.get("/api/private", (req, res) => res.json({ secret: "hello" }));

const echo = (req, res) => res.json({ method: req.method, body: req.body ?? null });
app.route("/api/data").get(echo).post(echo).put(echo).patch(echo).delete(echo);

app.get("/api/boom", () => {
  throw new Error("boom");
});

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", (error) => {
  if (error) throw error;
  console.log(`http://127.0.0.1:${server.address().port}`);
});
