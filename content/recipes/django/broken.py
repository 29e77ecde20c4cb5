import json
import os
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

from django.http import JsonResponse
from django.urls import path
from django.utils.cache import patch_vary_headers

ROOT_URLCONF = __name__
SECRET_KEY = os.environ.get("SECRET_KEY", "only for trying out")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

INSTALLED_APPS = [
    "corsheaders",
]

CORS_ALLOWED_ORIGINS = ["https://app.example.com"]
CORS_ALLOW_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
CORS_ALLOW_HEADERS = ["Authorization", "Content-Type"]
CORS_ALLOW_CREDENTIALS = True
CORS_PREFLIGHT_MAX_AGE = 600


def data(request):
    body = json.loads(request.body) if request.body else None
    response = JsonResponse({"method": request.method, "body": body})
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def private(request):
    if not request.headers.get("Authorization", "").startswith("Bearer "):
        return JsonResponse({"error": "A bearer token is needed"}, status=401)
    return JsonResponse({"secret": "hello"})


def boom(request):
    raise RuntimeError("boom")


# #region broken
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Added at the end of the list: what answers above it never gets here.
    "corsheaders.middleware.CorsMiddleware",
]

urlpatterns = [
    # The page asks for /api/data: CommonMiddleware redirects that, preflights too.
    path("api/data/", data),
    path("api/private/", private),
    path("api/boom/", boom),
]
# #endregion


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


os.environ.setdefault("DJANGO_SETTINGS_MODULE", __name__)

if __name__ == "__main__":
    from django.core.wsgi import get_wsgi_application

    port = int(os.environ.get("PORT", "8000"))
    with make_server("127.0.0.1", port, get_wsgi_application(), server_class=Server) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()
