import { createServer } from "node:http";

// #region broken
const headers = new Headers({
  "Access-Control-Allow-Origin": "*", // "let everyone in"
  "Access-Control-Allow-Credentials": "true", // "and send the cookies"
  "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
  "Access-Control-Max-Age": "600",
});

const server = createServer((req, res) => {
  res.setHeaders(headers);
  if (req.method === "OPTIONS") return res.writeHead(204).end();
  answer(req, res);
});
// #endregion

async function answer(req, res) {
  try {
    await route(req, res);
  } catch (error) {
    console.error(error);
    send(res, 500, { error: "Internal server error" });
  }
}

async function route(req, res) {
  const { pathname } = new URL(req.url, "http://localhost");
  if (pathname === "/api/data") return data(req, res);
  if (pathname === "/api/private") {
    if (!req.headers.authorization?.startsWith("Bearer ")) {
      return send(res, 401, { error: "A bearer token is needed" });
    }
    return send(res, 200, { secret: "hello" });
  }
  if (pathname === "/api/boom") throw new Error("boom");
  send(res, 404, { error: "Not found" });
}

async function data(req, res) {
  let text = "";
  for await (const chunk of req.setEncoding("utf8")) text += chunk;
  res.appendHeader("Vary", "Accept-Encoding");
  send(res, 200, { method: req.method, body: text ? JSON.parse(text) : null });
}

function send(res, status, body) {
  res.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

server.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
