export default defineEventHandler((event) => {
  const isPrivate = getRequestURL(event).pathname.startsWith("/api/private");
  if (isPrivate && !getRequestHeader(event, "Authorization")?.startsWith("Bearer ")) {
    throw createError({ statusCode: 401, message: "A bearer token is needed" });
  }
});
