export function GET(request) {
  if (request.headers.get("Authorization")?.startsWith("Bearer ")) return Response.json({ secret: "hello" });
  return Response.json({ error: "A bearer token is needed" }, { status: 401 });
}
