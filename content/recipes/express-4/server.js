import express from "express";

const app = express();

// Stands for compression() and the like, whose own Vary must survive.
app.use((req, res, next) => {
  res.vary("Accept-Encoding");
  next();
});

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = ["https://app.example.com"];

function cors(req, res, next) {
  const origin = req.get("Origin");
  const isPreflight = req.method === "OPTIONS" && req.get("Access-Control-Request-Method");

  // On every answer, or a cache hands one origin's answer to another. vary() appends.
  res.vary("Origin");

  if (allowedOrigins.includes(origin)) {
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
}

// Above authentication, which would refuse the preflight: it carries no token.
app.use(cors);
app.use("/api/private", requireToken);
// #endregion

app.use(express.json());

function requireToken(req, res, next) {
  if (req.get("Authorization")?.startsWith("Bearer ")) return next();
  res.status(401).json({ error: "A bearer token is needed" });
}

app.get("/api/private", (req, res) => res.json({ secret: "hello" }));

// Express 4 makes {} of a body that did not come.
const echo = (req, res) => res.json({ method: req.method, body: req.is("json") ? req.body : null });
app.route("/api/data").get(echo).post(echo).put(echo).patch(echo).delete(echo);

app.get("/api/boom", () => {
  throw new Error("boom");
});

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
