import os

from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.security import HTTPBearer

app = FastAPI()

# #region broken
from fastapi.middleware.cors import CORSMiddleware

app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
)
# #endregion


def require_token(credentials=Depends(HTTPBearer(auto_error=False))):
    if credentials is None:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})


@app.get("/api/private", dependencies=[Depends(require_token)])
def private():
    return {"secret": "hello"}


@app.api_route("/api/data", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
async def data(request: Request, response: Response):
    response.headers["Vary"] = "Accept-Encoding"
    return {"method": request.method, "body": await request.json() if await request.body() else None}


@app.get("/api/boom")
def boom():
    raise RuntimeError("boom")


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))
