import { createServer } from "node:http";
import cors from "cors";
import express from "express";
import { Server } from "socket.io";

// #region broken
const app = express();
// Express's middleware never sees /socket.io/, which Socket.IO answers first.
app.use(cors({ origin: ["https://app.example.com"], credentials: true }));

const httpServer = createServer(app);
const io = new Server(httpServer);
// #endregion

app.get("/", (req, res) => res.send("Socket.IO is at /socket.io/"));

io.on("connection", (socket) => {
  const { headers } = socket.handshake;
  socket.emit("hello", { authorization: headers.authorization ?? null, cookie: headers.cookie ?? null });
});

httpServer.listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
