// #region cors
// For debugging on your own machine only: it lets in whatever origin asks.
async function onRequest(context, url, request) {
  return request;
}

async function onResponse(context, url, request, response) {
  const origin = get(request.headers, "Origin");
  if (!origin) return response;

  set(response.headers, "Access-Control-Allow-Origin", origin);
  set(response.headers, "Access-Control-Allow-Credentials", "true");

  const method = get(request.headers, "Access-Control-Request-Method");
  if (request.method === "OPTIONS" && method) {
    // Whatever the server said to the preflight (401, 404, a redirect), the browser sees a yes.
    response.statusCode = 204;
    set(response.headers, "Content-Type", "text/plain");
    response.body = "";
    set(response.headers, "Access-Control-Allow-Methods", method);
    const names = get(request.headers, "Access-Control-Request-Headers");
    if (names) set(response.headers, "Access-Control-Allow-Headers", names);
  }
  return response;
}

// Header names come in any case, and a header must not go out twice.
function keysOf(headers, name) {
  return Object.keys(headers).filter((key) => key.toLowerCase() === name.toLowerCase());
}

function get(headers, name) {
  return headers[keysOf(headers, name)[0]];
}

function set(headers, name, value) {
  for (const key of keysOf(headers, name)) delete headers[key];
  headers[name] = value;
}
// #endregion
