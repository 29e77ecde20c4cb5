import type { Exchange } from "../exchange/exchange.ts";
import { isOkStatus } from "../response/responses.ts";
import { asciiLowercase } from "../syntax/bytes.ts";
import type { CorsResponse, FailureCode } from "../types.ts";

/** What a CORS layer compares with its lists. */
export type Listed = "origin" | "method" | "headers";

const anyOfThem: readonly Listed[] = ["origin", "method", "headers"];

/** How a CORS layer says in the body that it refuses. */
export interface Refusal {
  says: string;
  /** Whether the body holds nothing else. */
  isWhole: boolean;
  /** What it is that it refuses then. */
  refuses: readonly Listed[];
  /** With which status, where that and the body's length are enough to tell. */
  status?: number;
}

const whole = (says: string, refuses: readonly Listed[], status?: number): Refusal => ({
  says,
  isWhole: true,
  refuses,
  ...(status && { status }),
});
const within = (says: string, refuses: readonly Listed[]): Refusal => ({ says, isWhole: false, refuses });

/** What CORS layers say where they refuse with an error status. Beneath each, where it is written. */
export const corsRefusals: readonly Refusal[] = [
  // Starlette, FastAPI: https://github.com/Kludex/starlette/blob/main/starlette/middleware/cors.py
  whole("Disallowed CORS origin", ["origin"], 400),
  whole("Disallowed CORS method", ["method"], 400),
  whole("Disallowed CORS headers", ["headers"], 400),
  whole("Disallowed CORS origin, method", ["origin", "method"], 400),
  whole("Disallowed CORS origin, headers", ["origin", "headers"], 400),
  whole("Disallowed CORS method, headers", ["method", "headers"], 400),
  whole("Disallowed CORS origin, method, headers", anyOfThem, 400),
  // Spring: https://github.com/spring-projects/spring-framework/blob/main/spring-web/src/main/java/org/springframework/web/cors/DefaultCorsProcessor.java
  whole("Invalid CORS request", anyOfThem, 403),
  // @fastify/cors, which no Origin has reached: https://github.com/fastify/fastify-cors/blob/main/index.js
  whole("Invalid Preflight Request", ["origin"]),
  // What the examples of https://expressjs.com/en/resources/middleware/cors.html throw, as everybody copies it; Express prints it.
  within("Not allowed by CORS", ["origin"]),
  // actix-cors: https://github.com/actix/actix-extras/blob/master/actix-cors/src/error.rs
  whole("Origin is not allowed to make this request", ["origin"]),
  whole("Requested method is not allowed", ["method"]),
  whole("One or more request headers are not allowed", ["headers"]),
  whole("One or more headers requested are not allowed", ["headers"]),
  // Vert.x, Quarkus: https://github.com/vert-x3/vertx-web/blob/master/vertx-web/src/main/java/io/vertx/ext/web/handler/impl/CorsHandlerImpl.java
  within("CORS Rejected - Invalid origin", ["origin"]),
  // Amazon S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors-troubleshooting.html
  within("CORSResponse: CORS is not enabled for this bucket", ["origin"]),
  within("CORSResponse: This CORS request is not allowed", anyOfThem),
  // Azure Storage: https://learn.microsoft.com/rest/api/storageservices/preflight-blob-request
  within("CorsPreflightFailure", anyOfThem),
  // aiohttp-cors, Home Assistant: https://github.com/aio-libs/aiohttp-cors/blob/master/aiohttp_cors/preflight_handler.py
  within("CORS preflight request failed: origin '", ["origin"]),
  within("CORS preflight request failed: no origins are allowed", ["origin"]),
  within("CORS preflight request failed: request method", ["method"]),
  within("CORS preflight request failed: headers are not allowed", ["headers"]),
  // Sanity: https://www.sanity.io/docs/content-lake/cors
  within("CORS Origin not allowed", ["origin"]),
  // Appwrite: https://appwrite.io/docs/partners/project/platforms
  within("Invalid Origin. Register your new client", ["origin"]),
  // Anthropic: https://github.com/anthropics/anthropic-sdk-typescript/issues/248 and 703
  within("CORS requests must set 'anthropic-dangerous-direct-browser-access' header", ["origin"]),
  within("CORS requests are not allowed for this Organization", ["origin"]),
];

const NOT_AUTHENTICATED = new Set([401, 403, 407]);

/** Whether authentication refuses with this status. */
export function isAuthenticationStatus(status: number): boolean {
  return NOT_AUTHENTICATED.has(status);
}

const listedBy: Partial<Record<FailureCode, Listed>> = {
  "allow-origin-missing": "origin",
  "allow-origin-mismatch": "origin",
  "method-not-allowed": "method",
  "header-not-allowed": "headers",
  "authorization-not-listed": "headers",
};

/**
 * Whether a failure is of what a CORS layer refused.
 * @param refuses what it may have refused
 */
export function isOfRefusal(code: FailureCode, refuses: readonly Listed[]): boolean {
  const listed = listedBy[code];
  return listed !== undefined && refuses.includes(listed);
}

/**
 * What a CORS layer refused with an error status: the status alone would look like a missing route,
 * like authentication or like a crash. Its body says so; or it is known that without an Origin the
 * server answers with another status, as with gin-contrib/cors and Tomcat, which refuse with a bare 403.
 * @param response of the exchange: to its preflight, or its actual answer
 * @returns `null` where nothing says that a CORS layer refused
 * @see https://github.com/gin-contrib/cors/blob/master/config.go
 */
export function refusedByCorsLayer(response: CorsResponse, { probe }: Exchange): readonly Listed[] | null {
  if (isOkStatus(response.status)) return null;
  const said = refusalIn(response);
  if (said) return said.refuses;
  const isForOrigin = probe?.asks === "without-origin" && !isAuthenticationStatus(probe.response.status);
  return response.status === 403 && isForOrigin ? anyOfThem : null;
}

function refusalIn({ body = "" }: CorsResponse): Refusal | undefined {
  const text = body.trim();
  return corsRefusals.find(({ says, isWhole }) => (isWhole ? text === says : holds(text, says)));
}

/** Whether a body holds a sentence, in whichever case somebody has copied it. */
function holds(body: string, says: string): boolean {
  return asciiLowercase(body).includes(asciiLowercase(says));
}

/** What a gateway says with a 403 of its own: that it has no such route, or that its firewall does not let the request pass. */
export type GatewayPage = "no-route" | "firewall";

const gatewayPages: readonly (readonly [says: RegExp, page: GatewayPage])[] = [
  // Amazon API Gateway: https://repost.aws/knowledge-center/api-gateway-authentication-token-errors
  [/^\{"message":\s*"Missing Authentication Token"/, "no-route"],
  // Cloudflare: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
  [/<title>(?:Just a moment\.\.\.|Attention Required! \| Cloudflare)<\/title>/, "firewall"],
  // https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1020/
  [/^error code: 10(?:0[5-9]|10|12|15|20)\b/, "firewall"],
];

/** What a gateway says with a 403 of its own, which is not authentication's; `null` where it is not known for one. */
export function gatewayPage({ status, body = "" }: CorsResponse): GatewayPage | null {
  if (status !== 403) return null;
  return gatewayPages.find(([says]) => says.test(body.trim()))?.[1] ?? null;
}

/**
 * Of an answer's body the words that a rule knows, as the rule has them: the rest can be left out, and the same is
 * found. They hold no secret.
 * @returns nothing where no rule knows any
 */
export function tellingBody(response: CorsResponse): string | undefined {
  if (isOkStatus(response.status)) return undefined;
  const body = (response.body ?? "").trim();
  return refusalIn(response)?.says ?? gatewayPages.flatMap(([says]) => says.exec(body)?.[0] ?? [])[0];
}
