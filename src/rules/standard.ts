/**
 * The rules of the standard alone, for what is sent to readers' browsers: the entry `index.ts` knows
 * the engines too, and its functions would bring the whole table of their differences along.
 */

import { decide } from "./preflight.ts";
import type { CorsRequest, Decision } from "./types.ts";

export { normalizeMethod } from "./methods.ts";
export { leastResponses } from "./responses.ts";

/**
 * Decides by the standard whether a browser sends a CORS-preflight request before a request, and why.
 * Never throws: what no browser would send is `refused`.
 * @param request as its author wrote it
 * @see https://fetch.spec.whatwg.org/#main-fetch step 12 and on
 */
export function decidePreflight(request: CorsRequest): Decision {
  return decide(request);
}
