import { normalizeMethod } from "../request/methods.ts";
import type { Actual } from "./trace.ts";

/**
 * Whether a request that is sent names the origin that it comes from: where it reads another origin's answer, and
 * where its method may change something.
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function namesOrigin({ request, tainting }: Pick<Actual, "request" | "tainting">): boolean {
  const method = normalizeMethod(request.method);
  return tainting === "cors" || (method !== "GET" && method !== "HEAD");
}
