import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";
import { application } from "./application.js";
import { resolvers, typeDefs } from "./schema.js";

// #region broken
const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  // Any other origin gets `Access-Control-Allow-Origin: null`,
  // and with it whoever has that origin is let in.
  cors: {
    origin: ["https://app.example.com", "https://admin.example.com"],
    credentials: true,
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type"],
    maxAge: 600,
  },
  plugins: [application],
});
// #endregion

createServer(yoga).listen(Number(process.env.PORT ?? 4000), "127.0.0.1");
