import { createServer } from "node:http";

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
const allowedOrigins = new Set(["https://app.example.com"]);

/** Puts the headers on the answer, whatever it will be. Returns whether the request is a preflight. */
function applyCors(req, res) {
  const { origin } = req.headers;
  const isPreflight = req.method === "OPTIONS" && "access-control-request-method" in req.headers;

  // On every answer, or a cache hands one origin's answer to another. appendHeader() keeps what is there.
  res.appendHeader("Vary", "Origin");

  if (allowedOrigins.has(origin)) {
    res.setHeader("Access-Control-Allow-Origin", origin);
    res.setHeader("Access-Control-Allow-Credentials", "true");
    if (isPreflight) {
      res.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      res.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
      res.setHeader("Access-Control-Max-Age", "600");
    }
  }
  return isPreflight;
}

const server = createServer(async (req, res) => {
  // Before authentication and before the routes: a preflight carries no token.
  if (applyCors(req, res)) return res.writeHead(204).end();

  try {
    await route(req, res); // authentication, then the routes
  } catch (error) {
    // Nothing else catches it: the process would end, and the browser would see no answer at all.
    console.error(error);
    if (res.headersSent) return res.destroy();
    res.writeHead(500).end("Internal server error");
  }
});
// #endregion

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

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
  if (req.method === "OPTIONS") {
    res.setHeader("Allow", methods.join(", "));
    return res.writeHead(204).end();
  }
  if (!methods.includes(req.method)) return send(res, 405, { error: "Method not allowed" });
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
