import asyncio
import json
import os

from tornado import web


# #region broken
class BaseHandler(web.RequestHandler):
    # Headers, but no options(): Tornado answers 405 to every preflight.
    def set_default_headers(self):
        self.add_header("Vary", "Origin")
        if self.request.headers.get("Origin") == "https://app.example.com":
            self.set_header("Access-Control-Allow-Origin", "https://app.example.com")
            self.set_header("Access-Control-Allow-Credentials", "true")
            self.set_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
            self.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type")
            self.set_header("Access-Control-Max-Age", "600")


def make_app(handlers):
    # Paths that are not in here are answered by Tornado's own handler, which is no BaseHandler.
    return web.Application(handlers)
# #endregion


class PrivateHandler(BaseHandler):
    def get(self):
        if not self.request.headers.get("Authorization", "").startswith("Bearer "):
            raise web.HTTPError(401)
        self.write({"secret": "hello"})


class DataHandler(BaseHandler):
    def get(self):
        body = json.loads(self.request.body) if self.request.body else None
        self.add_header("Vary", "Accept-Encoding")
        self.write({"method": self.request.method, "body": body})

    post = put = patch = delete = get


class BoomHandler(BaseHandler):
    def get(self):
        raise RuntimeError("boom")


app = make_app([(r"/api/private", PrivateHandler), (r"/api/data", DataHandler), (r"/api/boom", BoomHandler)])


async def main():
    app.listen(int(os.environ.get("PORT", "8888")), "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
