import { type HeaderLine, isGatewaysOwn } from "../../rules/index.ts";
import type { Completed } from "./complete.ts";

/** Whether a shared cache says that it had the answer, as `X-Cache` does: some leave out `Age`. What is kept of values is told in `secretWords.ts`. */
const isOutOfStore = (headers: readonly HeaderLine[] = []) =>
  headers.some(([name, value]) => /cache/i.test(name) && /\bhit\b/i.test(value));

/** The causes that an exchange shows, the one first that says most. */
export function ranked(causes: readonly string[], completed: Completed, isSent: boolean): string[] {
  const ids = inOrder(causes, completed, isSent);
  // What lies in a store may have been stored for a request without Origin; or the server sends such a header to nobody.
  const mayBeAnothers = ids[0] === "allow-origin-missing" && isOutOfStore(completed.exchange.response?.headers);
  return mayBeAnothers && !ids.includes("vary-origin-missing") ? [...ids, "vary-origin-missing"] : ids;
}

function inOrder(causes: readonly string[], { exchange, assumed }: Completed, isSent: boolean): string[] {
  // Who saw no preflight pass cannot know that only the answer behind it lacks the header.
  if (assumed.has("preflight") && !isSent && causes[0] === "response-lacks-headers") {
    return ["allow-origin-missing", ...causes];
  }
  if (!causes.includes("gateway-answers-options") || causes.length === 1) return [...causes];
  const isSure = exchange.preflight !== undefined && isGatewaysOwn(exchange.preflight);
  const others = causes.filter((cause) => cause !== "gateway-answers-options");
  return isSure ? ["gateway-answers-options", ...others] : [...others, "gateway-answers-options"];
}
