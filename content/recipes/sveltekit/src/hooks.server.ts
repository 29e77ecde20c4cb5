// #region hooks
import { json } from "@sveltejs/kit";
import { type Handle, sequence } from "@sveltejs/kit/hooks";
import { handleCors } from "./lib/server/cors";

const handleToken: Handle = ({ event, resolve }) => {
  const isPrivate = event.url.pathname.startsWith("/api/private");
  if (isPrivate && !event.request.headers.get("Authorization")?.startsWith("Bearer ")) {
    // Returned, not thrown: an error() in here would pass handleCors by.
    return json({ error: "A bearer token is needed" }, { status: 401 });
  }
  return resolve(event);
};

export const handle = sequence(handleCors, handleToken);
// #endregion
