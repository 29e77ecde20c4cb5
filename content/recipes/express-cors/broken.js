import cors from "cors";
import express from "express";

const app = express();

// #region broken
// "true" sounds like "on". It sends every Origin back, so any site may read what the cookies open.
app.use(cors({ origin: true, credentials: true, maxAge: 600 }));
// #endregion

app.use(express.json());
app.use("/api/private", requireToken);

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
  res.json({ method: req.method, body: req.body ?? null });
}

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", (error) => {
  if (error) throw error;
  console.log(`http://127.0.0.1:${server.address().port}`);
});
