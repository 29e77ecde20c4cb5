import os
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

from flask import Flask, abort, jsonify, request

app = Flask(__name__)

# #region cors
# Exact origins: scheme, host and port, no trailing slash.
ALLOWED_ORIGINS = {"https://app.example.com"}


def is_preflight():
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


# before_request functions run in the order in which they were registered:
# keep this one above authentication, because a preflight carries no token.
@app.before_request
def answer_preflight():
    if is_preflight():
        return "", 204


@app.after_request
def add_cors_headers(response):
    # On every answer, or a cache hands one origin's answer to another. add() appends.
    response.vary.add("Origin")

    origin = request.headers.get("Origin")
    if origin in ALLOWED_ORIGINS:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Credentials"] = "true"
        if is_preflight():
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, PATCH, DELETE"
            response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
            response.headers["Access-Control-Max-Age"] = "600"
    return response
# #endregion


@app.before_request
def require_token():
    is_private = request.path.startswith("/api/private")
    if is_private and not request.headers.get("Authorization", "").startswith("Bearer "):
        abort(401)


@app.get("/api/private")
def private():
    return jsonify(secret="hello")


@app.route("/api/data", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def data():
    response = jsonify(method=request.method, body=request.get_json(silent=True))
    response.vary.add("Accept-Encoding")
    return response


@app.get("/api/boom")
def boom():
    raise RuntimeError("boom")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


if __name__ == "__main__":
    port = int(os.environ.get("PORT", "5000"))
    with make_server("127.0.0.1", port, app, server_class=Server) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()
