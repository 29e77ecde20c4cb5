import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import express from "express";
import { resolvers, typeDefs } from "./schema.js";

// #region broken
const app = express();

// From the time of Apollo Server 2. Since 4 the constructor passes over what
// it does not know, without a word.
const server = new ApolloServer({
  typeDefs,
  resolvers,
  cors: { origin: ["https://app.example.com"], credentials: true },
});
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
