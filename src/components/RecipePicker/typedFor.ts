import { defaultParams, type TypedParams, typedParams } from "../../generator/params.ts";
import { decidePreflight } from "../../rules/index.ts";
import { type CheckerState, toRequest } from "../Checker/state.ts";

/**
 * What a recipe must be filled in with to let a request of the checker through.
 * @param maxAge in seconds, as typed; the checker has no say in it
 */
export function typedFor(state: CheckerState, maxAge = typedParams(defaultParams).maxAge): TypedParams {
  const request = toRequest(state);
  const listed = decidePreflight(request).preflightRequest?.headers.find(
    ([name]) => name.toLowerCase() === "access-control-request-headers",
  );
  const unsafe = new Set(listed?.[1].split(","));
  const named = request.headers.map(([name]) => name.trim()).filter((name) => unsafe.has(name.toLowerCase()));
  return {
    origins: request.origin,
    methods: request.method || "GET",
    // A list must not be empty; this name is the least that a JSON API needs.
    headers: [...new Set(named)].join(", ") || "Content-Type",
    credentials: request.credentials === "include",
    maxAge,
  };
}
