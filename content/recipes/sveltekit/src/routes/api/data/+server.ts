import { json, type RequestHandler } from "@sveltejs/kit";

const echo: RequestHandler = async ({ request }) => {
  const text = await request.text();
  return json({ method: request.method, body: text ? JSON.parse(text) : null }, { headers: { Vary: "Accept-Encoding" } });
};

export { echo as DELETE, echo as GET, echo as PATCH, echo as POST, echo as PUT };
