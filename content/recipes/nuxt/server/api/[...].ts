// Without it, unknown paths below /api/ would be rendered as pages.
export default defineEventHandler(() => {
  throw createError({ statusCode: 404, message: "No such path" });
});
