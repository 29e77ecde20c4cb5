import json
import os
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

from django.http import JsonResponse
from django.urls import path
from django.utils.cache import patch_vary_headers

# A project in one file: settings, middleware, views and URLs.
ROOT_URLCONF = __name__
SECRET_KEY = os.environ.get("SECRET_KEY", "only for trying out")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

# #region cors
INSTALLED_APPS = [
    "corsheaders",
]

MIDDLEWARE = [
    # Above all that may answer by itself: redirects of SecurityMiddleware and CommonMiddleware,
    # and authentication, because a preflight carries no token.
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]

# Exact origins: scheme, host and port, no trailing slash.
CORS_ALLOWED_ORIGINS = ["https://app.example.com"]
CORS_ALLOW_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
CORS_ALLOW_HEADERS = ["Authorization", "Content-Type"]
CORS_ALLOW_CREDENTIALS = True
CORS_PREFLIGHT_MAX_AGE = 600
# #endregion

MIDDLEWARE += [f"{__name__}.require_token"]


def require_token(get_response):
    def middleware(request):
        is_private = request.path.startswith("/api/private")
        if is_private and not request.headers.get("Authorization", "").startswith("Bearer "):
            return JsonResponse({"error": "A bearer token is needed"}, status=401)
        return get_response(request)

    return middleware


def data(request):
    methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    body = json.loads(request.body) if request.body else None
    response = JsonResponse({"method": request.method, "body": body})
    if request.method not in methods:
        response = JsonResponse({}, status=405, headers={"Allow": ", ".join(methods)})
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def private(request):
    return JsonResponse({"secret": "hello"})


def boom(request):
    raise RuntimeError("boom")


urlpatterns = [
    path("api/data", data),
    path("api/private", private),
    path("api/boom", boom),
]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


os.environ.setdefault("DJANGO_SETTINGS_MODULE", __name__)

if __name__ == "__main__":
    from django.core.wsgi import get_wsgi_application

    port = int(os.environ.get("PORT", "8000"))
    with make_server("127.0.0.1", port, get_wsgi_application(), server_class=Server) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()
