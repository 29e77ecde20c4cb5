import { asciiUppercase, isToken } from "../syntax/bytes.ts";

const SAFELISTED = new Set(["GET", "HEAD", "POST"]);
const FORBIDDEN = new Set(["CONNECT", "TRACE", "TRACK"]);
const NORMALIZED = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"]);

/** Whether a string is a method: any token is. @see https://fetch.spec.whatwg.org/#concept-method */
export function isMethod(method: string): boolean {
  return isToken(method);
}

/** Whether a method, after normalisation, is CORS-safelisted. @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export function isCorsSafelistedMethod(method: string): boolean {
  return SAFELISTED.has(method);
}

/** Whether scripts may never use a method, however it is spelt. @see https://fetch.spec.whatwg.org/#forbidden-method */
export function isForbiddenMethod(method: string): boolean {
  return !NORMALIZED.has(method) && FORBIDDEN.has(asciiUppercase(method));
}

/**
 * Byte-uppercases the six methods that browsers uppercase and leaves every other as it is:
 * `put` becomes `PUT`, `patch` stays `patch`.
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  if (NORMALIZED.has(method)) return method;
  const upper = asciiUppercase(method);
  return NORMALIZED.has(upper) ? upper : method;
}
