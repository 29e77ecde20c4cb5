import os
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

from flask import Flask, abort, jsonify, request

app = Flask(__name__)

# #region cors
from flask_cors import CORS

CORS(
    app,
    # Exact origins: scheme, host and port, no trailing slash. No "*" and no "[" in a
    # string here: Flask-CORS reads such strings as regular expressions.
    origins=["https://app.example.com"],
    methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
    allow_headers=["Authorization", "Content-Type"],
    supports_credentials=True,
    max_age="600",
    vary_header=False,
)


# Above authentication, because a preflight carries no token. Flask-CORS adds headers
# to answers, but leaves the answering to the routes.
@app.before_request
def answer_preflight():
    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
        return "", 204


# Flask-CORS's own Vary is missing where an origin is refused, or is the only one in the list.
@app.after_request
def vary_by_origin(response):
    response.vary.add("Origin")
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
