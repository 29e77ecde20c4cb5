async function echo(request) {
  const text = await request.text();
  return Response.json(
    { method: request.method, body: text ? JSON.parse(text) : null },
    { headers: { Vary: "Accept-Encoding" } },
  );
}

export { echo as DELETE, echo as GET, echo as PATCH, echo as POST, echo as PUT };
