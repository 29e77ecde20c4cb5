// #region broken
const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  // supabase-js sends apikey and x-client-info too.
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
};

Deno.serve(async (request) => {
  if (request.method === "OPTIONS") return new Response("ok", { headers: corsHeaders });
  try {
    const { name } = await request.json();
    return Response.json({ message: `Hello ${name}` }, { headers: corsHeaders });
  } catch {
    // The one answer that the page needs to read has no headers.
    return Response.json({ error: "Send JSON with a name" }, { status: 400 });
  }
});
// #endregion
