import type { Hop } from "./message.ts";

const CURL_ERROR = /^curl: \((\d{1,3})\)/;
const HTTPIE_ERROR = /^https?: error: (\w+Error|Request timed out|ConnectTimeout)/;
/** @see https://curl.se/libcurl/c/libcurl-errors.html */
const CERTIFICATE_ERRORS = new Set([51, 58, 60, 77, 83, 90, 91]);
/** After these an answer may be there all the same, or no server is to blame. */
const OTHER_ERRORS = new Set([1, 2, 3, 4, 18, 22, 23, 26, 27, 33, 47, 61, 92]);

/** Why curl or HTTPie says that nothing came back; `null` where a line is no such word, or of something else. */
export function failureIn(line: string): Hop["failure"] | null {
  const code = CURL_ERROR.exec(line)?.[1];
  if (code !== undefined) {
    // A proxy that lets nobody through says nothing of the server behind it.
    if (/\bCONNECT tunnel\b|from proxy/.test(line)) return null;
    if (CERTIFICATE_ERRORS.has(Number(code))) return "certificate";
    return OTHER_ERRORS.has(Number(code)) ? null : "no-connection";
  }
  if (!HTTPIE_ERROR.test(line)) return null;
  return /certificate/i.test(line) ? "certificate" : "no-connection";
}

/** The same of a remark in `curl -v`. */
export function failureInRemark(remark: string): Hop["failure"] | null {
  if (/^(?:Could not resolve host|Failed to connect|connect to .* failed|Connection refused)/.test(remark)) {
    return "no-connection";
  }
  return /^SSL certificate problem|^SSL: no alternative certificate/.test(remark) ? "certificate" : null;
}
