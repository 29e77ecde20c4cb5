import os

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
app.config["CORS_MAX_AGE"] = "600"

# #region broken
from flask_cors import CORS

# The default for origins is "*". With credentials, Flask-CORS sends back whatever Origin came.
CORS(app, supports_credentials=True)
# #endregion


@app.before_request
def answer_preflight():
    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
        return "", 204


@app.before_request
def require_token():
    is_private = request.path.startswith("/api/private")
    if is_private and not request.headers.get("Authorization", "").startswith("Bearer "):
        abort(401)


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
