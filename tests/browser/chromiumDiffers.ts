import { getHeader, whyHeaderIsUnsafe } from "../../src/rules/headers.ts";
import { type CorsRequest, decidePreflight, type HeaderLine } from "../../src/rules/index.ts";
import { prepare } from "../../src/rules/preflight.ts";

/**
 * A class of requests for which Chromium does something else than the standard says, with a request
 * that shows it. The differential test leaves the class out, and plays the witness to see that the
 * difference is still there: where it is gone, the entry goes.
 */
export interface Difference {
  /** What Chromium does. */
  chromium: string;
  applies(request: CorsRequest): boolean;
  witness: Partial<CorsRequest>;
  /** What was seen of the witness, in Chromium 156 and where said so in the source. */
  seen: { preflights: number; result: "answered" | "queued" | "failed" };
}

const clientHints = ["device-memory", "downlink", "dpr", "ect", "rtt", "save-data", "viewport-width", "width"];

export const differences: readonly Difference[] = [
  {
    // `new Request(url, { headers: { "User-Agent": "x" } }).headers.get("User-Agent")` is null.
    chromium: "drops User-Agent as if it were a forbidden request-header",
    applies: ({ headers }) => has(headers, ["user-agent"]),
    witness: { headers: [["User-Agent", "x"]] },
    seen: { preflights: 0, result: "answered" },
  },
  {
    // services/network/public/cpp/cors/cors.cc, IsCorsSafelistedLowerCaseName.
    chromium: "safelists client hints",
    applies: ({ headers }) => has(headers, [...clientHints, "intervention"]),
    witness: { headers: [["Save-Data", "on"]] },
    seen: { preflights: 0, result: "answered" },
  },
  {
    // Its network service holds one value for a name, and `a, b` is what it judges.
    chromium: "judges two lines of a name in fetch() by their combined value: two safe ones can be unsafe together",
    applies: judgedOtherwiseCombined,
    witness: {
      method: "POST",
      headers: [
        ["Content-Type", "text/plain"],
        ["Content-Type", "text/plain"],
      ],
    },
    seen: { preflights: 1, result: "failed" },
  },
  {
    chromium: "judges two lines of a name in fetch() by their combined value: a safe one can hide an unsafe one",
    applies: judgedOtherwiseCombined,
    witness: {
      method: "POST",
      headers: [
        ["Content-Type", "text/plain;a"],
        ["Content-Type", "application/json"],
      ],
    },
    seen: { preflights: 0, result: "answered" },
  },
  {
    // third_party/blink/renderer/core/xmlhttprequest/xml_http_request.cc: `if (http_body && upload_)`.
    chromium: "counts listeners on xhr.upload only where there is a body to upload",
    applies: (request) =>
      !uploads(request) && decidePreflight(request).reasons.every(({ code }) => code === "upload-listener"),
    witness: { api: "xhr", method: "POST", uploadListener: true },
    seen: { preflights: 0, result: "answered" },
  },
  {
    // The actual request has no Content-Type at all; fetch() sends the type as it is.
    chromium: "sends a Blob by beacon and XHR without its type where that does not parse strictly",
    applies: ({ api, body, bodyType = "" }) => api !== "fetch" && body === "blob" && !isStrictMimeType(bodyType),
    witness: { api: "beacon", method: "POST", credentials: "include", body: "blob", bodyType: "text" },
    seen: { preflights: 0, result: "queued" },
  },
  {
    // The standard parses the type and writes it anew, which can put quotes in, and take rubbish out.
    chromium: "replaces the charset of XHR's Content-Type in place and leaves the rest as it is written",
    applies: (request) => request.api === "xhr" && writtenAnew(request),
    witness: {
      api: "xhr",
      method: "POST",
      body: "text",
      headers: [["Content-Type", "text/plain; a= b; charset=koi8-r"]],
    },
    seen: { preflights: 0, result: "answered" },
  },
  {
    // 127 bytes, a comma and a space are 129 to the standard, 128 to Chromium.
    chromium: "strips the space with which XHR joins an empty last value to a name's earlier ones",
    applies: (request) => request.api === "xhr" && prepare(request).headers.some(([, value]) => value.endsWith(" ")),
    witness: {
      api: "xhr",
      headers: [
        ["Accept", "a".repeat(127)],
        ["Accept", ""],
      ],
    },
    seen: { preflights: 0, result: "answered" },
  },
  {
    // "Subresource requests whose URLs contain embedded credentials are blocked", chromestatus 5669008342777856.
    chromium: "sends nothing to a URL with a user name but by XHR",
    applies: ({ api, url }) => api !== "xhr" && api !== "fetch" && url.includes("@"),
    witness: { api: "eventsource", url: "http://user:secret@HOST/CASE" },
    seen: { preflights: 0, result: "failed" },
  },
];

/** Whether Chromium is expected to do what the standard says for a request. */
export function chromiumFollows(request: CorsRequest): boolean {
  return !differences.some(({ applies }) => applies(request));
}

/** Whether the author's Content-Type is judged otherwise once it is written anew. */
function writtenAnew(request: CorsRequest): boolean {
  const written = getHeader(request.headers, "Content-Type");
  const sent = getHeader(prepare(request).headers, "Content-Type");
  if (written === null || sent === null) return false;
  return whyHeaderIsUnsafe("content-type", written) !== whyHeaderIsUnsafe("content-type", sent);
}

function has(headers: readonly HeaderLine[], names: readonly string[]): boolean {
  return headers.some(([name]) => names.includes(name.toLowerCase()));
}

function uploads({ body, method }: CorsRequest): boolean {
  return body !== "none" && !["GET", "HEAD"].includes(method.toUpperCase());
}

function judgedOtherwiseCombined(request: CorsRequest): boolean {
  if (request.api !== "fetch" || request.mode !== "cors") return false;
  const combined = new Map<string, string>();
  const dropped = new Set(decidePreflight(request).droppedHeaders);
  for (const [name, value] of request.headers) {
    if (dropped.has(name)) continue;
    const earlier = combined.get(name.toLowerCase());
    combined.set(name.toLowerCase(), earlier === undefined ? value.trim() : `${earlier}, ${value.trim()}`);
  }
  return whatIsSent(request) !== whatIsSent({ ...request, headers: [...combined] });
}

function whatIsSent(request: CorsRequest): string {
  const { outcome, preflightRequest } = decidePreflight(request);
  return JSON.stringify([outcome, preflightRequest]);
}

/** RFC 9110's grammar; a type that the Blob's constructor empties is none and does no harm. */
function isStrictMimeType(type: string): boolean {
  if (!/^[\x20-\x7e]*$/.test(type)) return true;
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(\s*;\s*[\w!#$%&'*+.^`|~-]+=([\w!#$%&'*+.^`|~-]+|"[^"]*"))*$/.test(
    type.trim(),
  );
}
