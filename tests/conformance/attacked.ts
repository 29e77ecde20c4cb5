/** The recipes that are attacked in every run, in the form that people paste and in ours: the guide to safe CORS is held to it. */
export const attacked = ["express-cors", "koa", "flask-cors"];
