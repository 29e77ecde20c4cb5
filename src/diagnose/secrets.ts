import { type HeaderLine, isToken, tellingBody } from "../rules/index.ts";
import { isOpenHeader, MASK, maskedUrl } from "./secretWords.ts";
import type { PartialExchange, PartialResponse } from "./types.ts";

/** Headers whose value is a URL. */
const urlHeaders = new Set(["location", "referer", "content-location"]);
/** Of these the first word, which names a scheme, is kept. */
const schemeHeaders = new Set(["authorization", "proxy-authorization", "www-authenticate", "proxy-authenticate"]);
/** @returns the line, without its value where that may be a secret */
export function maskedHeader([name, value]: HeaderLine): HeaderLine {
  const lower = name.toLowerCase();
  // Where a quote was never closed, the name is whatever follows.
  if (!isToken(lower.replace(/^:/, ""))) return [MASK, MASK];
  if (isOpenHeader(name)) return [name, value];
  if (urlHeaders.has(lower)) return [name, maskedUrl(value)];
  const [scheme, ...rest] = value.trim().split(/\s+/, 2);
  return [name, schemeHeaders.has(lower) && scheme && rest.length > 0 ? `${scheme} ${MASK}` : MASK];
}

/** A method or a name as it is, where it is one: where a quote was never closed, it is whatever follows. */
function named(text: string): string {
  return text === "" || isToken(text) ? text : MASK;
}

/** An exchange to be shown or shared: what a diagnosis needs of it, and no secret. */
export function maskedExchange<E extends PartialExchange>(exchange: E): E {
  const { request, preflight, response, redirects, probe, earlier } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      ...(request.url !== undefined && { url: maskedUrl(request.url) }),
      ...(request.origin !== undefined && { origin: maskedUrl(request.origin) }),
      ...(request.method !== undefined && { method: named(request.method) }),
      ...(request.headers && { headers: request.headers.map(maskedHeader) }),
    },
    ...(preflight && { preflight: maskedResponse(preflight) }),
    ...(response && { response: maskedResponse(response) }),
    ...(redirects && {
      redirects: redirects.map((hop) => ({
        ...(hop.preflight && { preflight: maskedResponse(hop.preflight) }),
        ...(hop.response && { response: maskedResponse(hop.response) }),
      })),
    }),
    ...(probe && { probe: { ...probe, response: maskedResponse(probe.response) } }),
    ...(earlier && { earlier: earlier.map((each) => maskedExchange(each)) }),
  };
}

/** A body may hold anything: only words stay that a rule knows. */
function maskedResponse<R extends PartialResponse>({ body, ...rest }: R): Omit<R, "body"> & { body?: string } {
  const { status, headers } = rest;
  const telling = status !== undefined && body !== undefined && tellingBody({ status, headers: [], body });
  return {
    ...rest,
    ...(headers && { headers: headers.map(maskedHeader) }),
    ...(telling && { body: telling }),
  };
}
