import cors from "cors";
import express from "express";

const app = express();
const api = express.Router();

// #region broken
// In the router, so after whatever stands before it where it is mounted.
api.use(
  cors({
    origin: ["https://app.example.com"],
    credentials: true,
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type"],
    maxAge: 600,
  }),
);

app.use("/api/private", requireToken);
app.use("/api", api);
// #endregion

api.use(express.json());
api.get("/private", (req, res) => res.json({ secret: "hello" }));
api.route("/data").get(echo).post(echo).put(echo).patch(echo).delete(echo);
api.get("/boom", () => {
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
