import os

from aiohttp import web

routes = web.RouteTableDef()


# #region broken
@web.middleware
async def cors_middleware(request, handler):
    if request.method == "OPTIONS":
        response = web.Response()
    else:
        # Where the handler raises, nothing below this line runs.
        response = await handler(request)
    response.headers.add("Vary", "Origin")
    if request.headers.get("Origin") == "https://app.example.com":
        response.headers["Access-Control-Allow-Origin"] = "https://app.example.com"
        response.headers["Access-Control-Allow-Credentials"] = "true"
        response.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, PATCH, DELETE"
        response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        response.headers["Access-Control-Max-Age"] = "600"
    return response
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


app = web.Application(middlewares=[cors_middleware, require_token])
app.add_routes(routes)
for method in ["GET", "POST", "PUT", "PATCH", "DELETE"]:
    app.router.add_route(method, "/api/data", data)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")))
