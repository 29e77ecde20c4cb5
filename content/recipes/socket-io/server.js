import { createServer } from "node:http";
import express from "express";

// #region cors
import { Server } from "socket.io";

const app = express();
const httpServer = createServer(app);

// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = ["https://app.example.com"];

const io = new Server(httpServer, {
  // A connection begins with long polling, which is HTTP: it needs the
  // headers. Express has no part in it.
  cors: {
    origin: allowedOrigins,
    credentials: true,
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type"],
    maxAge: 600,
  },
  // A WebSocket knows no CORS, and any page may open one.
  // Programs that are no browsers send no Origin.
  allowRequest: ({ headers: { origin } }, callback) =>
    callback(null, origin === undefined || allowedOrigins.includes(origin)),
});
// #endregion

app.get("/", (req, res) => res.send("Socket.IO is at /socket.io/"));

io.on("connection", (socket) => {
  const { headers } = socket.handshake;
  socket.emit("hello", { authorization: headers.authorization ?? null, cookie: headers.cookie ?? null });
});

httpServer.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${httpServer.address().port}`),
);
