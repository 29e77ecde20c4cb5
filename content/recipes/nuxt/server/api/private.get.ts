export default defineEventHandler(() => ({ secret: "hello" }));
