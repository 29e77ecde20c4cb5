import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";
import { application } from "./application.js";
import { resolvers, typeDefs } from "./schema.js";

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),

  // A function: with a list of two or more origins, Yoga answers any other
  // with "null", and that is the origin of every sandboxed frame.
  cors: (request) => {
    const origin = request.headers.get("Origin");
    if (!allowedOrigins.has(origin)) return false;
    return {
      origin: [origin],
      credentials: true,
      methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      allowedHeaders: ["Authorization", "Content-Type"],
      maxAge: 600,
    };
  },

  plugins: [
    {
      // On every answer, or a cache hands one origin's answer to another.
      onResponse: ({ response }) => response.headers.append("Vary", "Origin"),
    },
    application,
  ],
});
// #endregion

const server = createServer(yoga).listen(Number(process.env.PORT ?? 4000), "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${server.address().port}/graphql`),
);
