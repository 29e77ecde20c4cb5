import type { CorsRequest, Exchange } from "../../rules/index.ts";
import type { CheckerState } from "./state.ts";

/** A form's request with the answers that are filled in. */
export function exchangeOf(request: CorsRequest, { preflight, response }: CheckerState): Exchange {
  return { request, ...(preflight && { preflight }), ...(response && { response }) };
}
