import { exampleMethod, exampleValue } from "../../generator/curl.ts";
import type { RecipeParams } from "../../generator/params.ts";
import { type CheckerState, defaultState } from "../Checker/state.ts";

/** A request for the checker that needs what a recipe is filled in with. */
export function checkerState(params: RecipeParams): CheckerState {
  const method = exampleMethod(params);
  const hasBody = method !== "GET" && method !== "HEAD";
  const type = params.headers.find((name) => /^content-type$/i.test(name));
  return {
    ...defaultState,
    origin: params.origins[0] ?? defaultState.origin,
    method,
    contentType: type ? exampleValue(type) : "",
    headers: params.headers.filter((name) => name !== type).map((name) => [name, exampleValue(name)]),
    body: hasBody ? defaultState.body : "none",
    credentials: params.credentials ? "include" : "same-origin",
  };
}
