const missing = () => Response.json({ error: "No such path" }, { status: 404 });

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };
