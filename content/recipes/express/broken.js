import cors from "cors";
import express from "express";

const app = express();

// #region broken
// Written for Express 4. Express 5 stops here: Missing parameter name at index 1: *
app.options("*", cors());
// #endregion

app.get("/api/data", cors(), (req, res) => res.json({ method: req.method }));

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", (error) => {
  if (error) throw error;
  console.log(`http://127.0.0.1:${server.address().port}`);
});
