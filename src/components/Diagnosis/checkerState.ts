import type { PartialExchange } from "../../diagnose/index.ts";
import type { CorsRequest } from "../../rules/index.ts";
import { whole } from "../Checker/answerText.ts";
import { type CheckerState, defaultState } from "../Checker/state.ts";

/**
 * What is known of a request, as the checker's form holds it.
 * @param answers what the server answered, as far as it is known
 */
export function toCheckerState(
  { headers = [], ...request }: Partial<CorsRequest>,
  answers: Pick<PartialExchange, "preflight" | "response"> = {},
): CheckerState {
  const isType = ([name]: readonly [string, string]) => name.toLowerCase() === "content-type";
  const method = request.method ?? "GET";
  return {
    ...defaultState,
    body: method === "GET" || method === "HEAD" ? "none" : defaultState.body,
    ...request,
    method,
    contentType: headers.find(isType)?.[1] ?? "",
    headers: headers.filter((header) => !isType(header)),
    preflight: whole(answers.preflight),
    response: whole(answers.response),
  };
}
