// #region broken
async function onRequest(context, url, request) {
  return request;
}

async function onResponse(context, url, request, response) {
  // The 404 or 401 of the preflight stays, and "*" is refused as soon as there are credentials.
  response.headers["Access-Control-Allow-Origin"] = "*";
  response.headers["Access-Control-Allow-Methods"] = "*";
  response.headers["Access-Control-Allow-Headers"] = "*";
  return response;
}
// #endregion
