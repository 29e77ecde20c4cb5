import os

from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.security import HTTPBearer

api = FastAPI()

# #region cors
from fastapi.middleware.cors import CORSMiddleware

# Exact origins: scheme, host and port, no trailing slash.
ORIGINS = ["https://app.example.com"]

# Around the whole application, not inside it as api.add_middleware() would put it: that leaves
# out the 500 of an exception that nobody catches. The server runs this app, the routes are api's.
app = CORSMiddleware(
    api,
    allow_origins=ORIGINS,
    allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
    allow_headers=["Authorization", "Content-Type"],
    allow_credentials=True,
    max_age=600,
)


# CORSMiddleware adds Vary for allowed origins only. A cache needs it on all other answers too.
@api.middleware("http")
async def vary_by_origin(request: Request, call_next):
    response = await call_next(request)
    if request.headers.get("Origin") not in ORIGINS:
        response.headers.add_vary_header("Origin")
    return response
# #endregion


def require_token(credentials=Depends(HTTPBearer(auto_error=False))):
    if credentials is None:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})


@api.get("/api/private", dependencies=[Depends(require_token)])
def private():
    return {"secret": "hello"}


@api.api_route("/api/data", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
async def data(request: Request, response: Response):
    response.headers["Vary"] = "Accept-Encoding"
    return {"method": request.method, "body": await request.json() if await request.body() else None}


@api.get("/api/boom")
def boom():
    raise RuntimeError("boom")


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))
