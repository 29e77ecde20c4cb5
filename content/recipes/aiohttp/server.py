import os

from aiohttp import web

routes = web.RouteTableDef()

# #region cors
# Exact origins: scheme, host and port, no trailing slash.
ALLOWED_ORIGINS = {"https://app.example.com"}


def is_preflight(request):
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


# The first of the middlewares is the outermost: a preflight carries no token, and its
# path may have no route for OPTIONS.
@web.middleware
async def answer_preflight(request, handler):
    if is_preflight(request):
        return web.Response(status=204)
    return await handler(request)


# A signal, not a middleware: exceptions, such as web.HTTPNotFound, pass a middleware by.
async def add_cors_headers(request, response):
    # On every answer, or a cache hands one origin's answer to another. add() appends.
    response.headers.add("Vary", "Origin")

    origin = request.headers.get("Origin")
    if origin in ALLOWED_ORIGINS:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Credentials"] = "true"
        if is_preflight(request):
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, PATCH, DELETE"
            response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
            response.headers["Access-Control-Max-Age"] = "600"


def set_up_cors(app):
    app.middlewares.insert(0, answer_preflight)
    app.on_response_prepare.append(add_cors_headers)
# #endregion


@web.middleware
async def require_token(request, handler):
    is_private = request.path.startswith("/api/private")
    if is_private and not request.headers.get("Authorization", "").startswith("Bearer "):
        raise web.HTTPUnauthorized(text='{"error": "A bearer token is needed"}', content_type="application/json")
    return await handler(request)


@routes.get("/api/private")
async def private(request):
    return web.json_response({"secret": "hello"})


async def data(request):
    body = await request.json() if request.can_read_body else None
    return web.json_response({"method": request.method, "body": body}, headers={"Vary": "Accept-Encoding"})


@routes.get("/api/boom")
async def boom(request):
    raise RuntimeError("boom")


app = web.Application(middlewares=[require_token])
app.add_routes(routes)
for method in ["GET", "POST", "PUT", "PATCH", "DELETE"]:
    app.router.add_route(method, "/api/data", data)
set_up_cors(app)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")))
