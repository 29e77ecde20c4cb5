import { meaningOf } from "../networkErrors.ts";
import type { NotCorsId, PartialExchange } from "../types.ts";

/** What a server's own refusal says of itself. */
const BY_BODY: readonly (readonly [RegExp, NotCorsId])[] = [
  [/\b(?:csrf|xsrf)\b|cross-site request forgery|authenticity token/i, "csrf"],
  [/SignatureDoesNotMatch|AuthenticationFailed|InvalidAccessKeyId|AccessDenied.*expired/i, "storage-signature"],
];

/** What it is, where a browser's code for the failure says that it is not CORS. */
export function notCorsOf({ seen, response }: PartialExchange): NotCorsId | undefined {
  if (seen?.isWebSocket) return "websocket-origin";
  return seen?.error === undefined ? undefined : meaningOf(seen.error, response !== undefined)?.notCors;
}

/** What it is, where CORS lets an answer pass and it is an error all the same. */
export function refusalOf({ response, seen }: PartialExchange): NotCorsId | undefined {
  if (seen?.error === "ERR_BLOCKED_BY_ORB") return "orb";
  if (!response?.body || (response.status ?? 200) < 400) return undefined;
  return BY_BODY.find(([pattern]) => pattern.test(response.body ?? ""))?.[1];
}
