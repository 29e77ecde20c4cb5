/** What an application answers beside its GraphQL, as a plugin. */
export const application = {
  async onRequest({ request, url, fetchAPI, endResponse }) {
    if (!url.pathname.startsWith("/api/")) return;
    const answer = (status, body) => endResponse(fetchAPI.Response.json(body, { status }));

    if (url.pathname === "/api/boom") return answer(500, { error: "boom" });
    if (url.pathname === "/api/private") {
      const hasToken = request.headers.get("Authorization")?.startsWith("Bearer ");
      return answer(hasToken ? 200 : 401, hasToken ? { secret: "hello" } : { error: "A bearer token is needed" });
    }
    if (url.pathname !== "/api/data") return answer(404, { error: "No such path" });

    const text = await request.text();
    const echo = { method: request.method, body: text ? JSON.parse(text) : null };
    endResponse(fetchAPI.Response.json(echo, { headers: { Vary: "Accept-Encoding" } }));
  },
};
