/** The response headers of CORS that the checks look at. */
export const ALLOW_ORIGIN = "Access-Control-Allow-Origin";
export const ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
export const ALLOW_METHODS = "Access-Control-Allow-Methods";
export const ALLOW_HEADERS = "Access-Control-Allow-Headers";
export const EXPOSE_HEADERS = "Access-Control-Expose-Headers";
