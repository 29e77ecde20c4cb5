import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import cors from "cors";
import express from "express";
import { resolvers, typeDefs } from "./schema.js";

// #region cors
const app = express();

// Apollo Server has no CORS option: the framework below it sends the headers.
// Before authentication and before /graphql: a preflight carries no token.
app.use(
  cors({
    // Exact origins: scheme, host and port, no trailing slash.
    origin: ["https://app.example.com"],
    credentials: true,
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type"],
    maxAge: 600,
  }),
);

const server = new ApolloServer({ typeDefs, resolvers });
await server.start();
app.use("/graphql", express.json(), expressMiddleware(server));
// #endregion

// What an application has beside it.
app.use("/api", express.json());
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

const listening = app.listen(Number(process.env.PORT ?? 4000), "127.0.0.1", (error) => {
  if (error) throw error;
  console.log(`http://127.0.0.1:${listening.address().port}/graphql`);
});
