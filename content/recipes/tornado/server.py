import asyncio
import json
import os

from tornado import web

# #region cors
# Exact origins: scheme, host and port, no trailing slash.
ALLOWED_ORIGINS = {"https://app.example.com"}


# First among a handler's bases: class ItemHandler(CorsMixin, web.RequestHandler).
class CorsMixin:
    def is_preflight(self):
        headers = self.request.headers
        return self.request.method == "OPTIONS" and "Access-Control-Request-Method" in headers

    # Here, not in prepare(): for an error Tornado throws all headers away, then calls this again.
    def set_default_headers(self):
        # On every answer, or a cache hands one origin's answer to another. add_header() appends.
        self.add_header("Vary", "Origin")

        origin = self.request.headers.get("Origin")
        if origin in ALLOWED_ORIGINS:
            self.set_header("Access-Control-Allow-Origin", origin)
            self.set_header("Access-Control-Allow-Credentials", "true")
            if self.is_preflight():
                self.set_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                self.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type")
                self.set_header("Access-Control-Max-Age", "600")

    # Before any other prepare(), such as one that asks for a token: a preflight carries none.
    def prepare(self):
        if self.is_preflight():
            self.set_status(204)
            self.finish()
            return None
        return super().prepare()


# For paths that have no handler: Application(…, default_handler_class=NotFoundHandler,
# default_handler_args={"status_code": 404}).
class NotFoundHandler(CorsMixin, web.ErrorHandler):
    pass
# #endregion


class PrivateHandler(CorsMixin, web.RequestHandler):
    def get(self):
        if not self.request.headers.get("Authorization", "").startswith("Bearer "):
            raise web.HTTPError(401)
        self.write({"secret": "hello"})


class DataHandler(CorsMixin, web.RequestHandler):
    def get(self):
        body = json.loads(self.request.body) if self.request.body else None
        self.add_header("Vary", "Accept-Encoding")
        self.write({"method": self.request.method, "body": body})

    post = put = patch = delete = get

    def options(self):
        self.set_header("Allow", "GET, POST, PUT, PATCH, DELETE, OPTIONS")
        self.set_status(204)


class BoomHandler(CorsMixin, web.RequestHandler):
    def get(self):
        raise RuntimeError("boom")


app = web.Application(
    [(r"/api/private", PrivateHandler), (r"/api/data", DataHandler), (r"/api/boom", BoomHandler)],
    default_handler_class=NotFoundHandler,
    default_handler_args={"status_code": 404},
)


async def main():
    app.listen(int(os.environ.get("PORT", "8888")), "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
