export default defineEventHandler(() => {
  throw new Error("boom");
});
