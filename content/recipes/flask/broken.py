import os

from flask import Flask, abort, jsonify, request

app = Flask(__name__)


# #region broken
# Registered first, so it runs first: it asks the preflight for a token, and a preflight carries none.
@app.before_request
def require_token():
    is_private = request.path.startswith("/api/private")
    if is_private and not request.headers.get("Authorization", "").startswith("Bearer "):
        abort(401)


@app.after_request
def add_cors_headers(response):
    response.vary.add("Origin")
    if request.headers.get("Origin") == "https://app.example.com":
        response.headers["Access-Control-Allow-Origin"] = "https://app.example.com"
        response.headers["Access-Control-Allow-Credentials"] = "true"
        response.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, PATCH, DELETE"
        response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        response.headers["Access-Control-Max-Age"] = "600"
    return response
# #endregion


@app.route("/api/data", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def data():
    response = jsonify(method=request.method, body=request.get_json(silent=True))
    response.vary.add("Accept-Encoding")
    return response


@app.get("/api/private")
def private():
    return jsonify(secret="hello")


@app.get("/api/boom")
def boom():
    raise RuntimeError("boom")


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ.get("PORT", "5000")))
