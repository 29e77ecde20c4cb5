export default defineEventHandler(async (event) => {
  appendResponseHeader(event, "Vary", "Accept-Encoding");
  if (event.method === "OPTIONS") {
    setResponseHeader(event, "Allow", "GET, POST, PUT, PATCH, DELETE");
    return null;
  }
  return { method: event.method, body: event.method === "GET" ? null : await readBody(event) };
});
