import { type CorsRequest, isSerializedOrigin } from "../../rules/index.ts";
import { type CheckerState, toRequest } from "./state.ts";

/** The fields in which something may be missing. */
export type Field = "origin" | "url" | "method";
export type TroubleCode =
  | "origin-empty"
  | "origin-without-scheme"
  | "origin-unreadable"
  | "url-empty"
  | "url-without-scheme"
  | "url-without-page"
  | "url-unreadable"
  | "method-empty";

/** Why what a field holds is no part of a request yet. */
export interface Trouble {
  field: Field;
  code: TroubleCode;
  /** What was probably meant. */
  mend?: string;
}

/** What the form says, as a browser would take it. */
export type Reading =
  /** A request; `readAs` has the fields that were written another way than browsers write them. */
  | { kind: "request"; request: CorsRequest; readAs: Partial<Record<Field, string>> }
  /** A WebSocket, of which CORS says nothing. */
  | { kind: "websocket" }
  /** Not a request yet. At least one trouble. */
  | { kind: "incomplete"; troubles: readonly Trouble[] };

/**
 * Reads the form as people fill it in: the page's whole address for its origin, a path for a URL.
 * What cannot be read is named with its field; it is no fault of a request, but none yet.
 */
export function readForm(state: CheckerState): Reading {
  const request = toRequest(state);
  const origin = readOrigin(request.origin);
  const url = readUrl(request.url, typeof origin === "string" ? origin : undefined);
  const troubles: Trouble[] = [origin, url].filter((read) => typeof read === "object");
  if (request.method === "") troubles.push({ field: "method", code: "method-empty" });
  if (typeof origin !== "string" || typeof url !== "string" || troubles.length > 0) {
    return { kind: "incomplete", troubles };
  }
  if (/^wss?:/i.test(url)) return { kind: "websocket" };
  return {
    kind: "request",
    request: { ...request, origin, url },
    readAs: { ...(origin !== request.origin && { origin }), ...(url !== request.url && { url }) },
  };
}

/** @returns the origin of a page's address; `null` in words is one, and so is that of every file */
export function readOrigin(typed: string): string | Trouble {
  const field = "origin";
  if (typed === "") return { field, code: "origin-empty" };
  if (typed === "null" || /^file:/i.test(typed)) return "null";
  const url = parse(typed);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  // Extensions and app shells have schemes of their own, whose origins URL's parser calls null.
  const own = url?.host ? `${url.protocol}//${url.host}` : "";
  if (isSerializedOrigin(own)) return own;
  const mend = withScheme(typed);
  if (mend) return { field, code: "origin-without-scheme", mend: new URL(mend).origin };
  return { field, code: "origin-unreadable" };
}

/** @param origin the page's, where it is known */
function readUrl(typed: string, origin: string | undefined): string | Trouble {
  const field = "url";
  if (typed === "") return { field, code: "url-empty" };
  const mend = withScheme(typed);
  if (mend) return { field, code: "url-without-scheme", mend };
  if (parse(typed)) return typed;
  // A scheme that is still being typed is no path.
  if (/^https?(:|\/|$)/i.test(typed)) return { field, code: "url-unreadable" };
  if (origin === "null") return { field, code: "url-without-page" };
  const relative = parse(typed, `${origin ?? "https://page.invalid"}/`);
  return relative ? relative.href : { field, code: "url-unreadable" };
}

/** A host that stands where a scheme should: a name with a dot, or what may be the own machine, with a port or without. */
const hostFirst =
  /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+|\[[0-9a-f:.]+\])(?::\d+)?(?:[/?#]|$)|^[a-z0-9-]+:\d+(?:[/?#]|$)/i;

/** @returns the address with its scheme, where it begins with a host: what is near has seldom a certificate */
function withScheme(typed: string): string | undefined {
  if (!hostFirst.test(typed)) return undefined;
  const isNear = /^(?:localhost|[^./?#]*\.localhost|[\d.]+|\[[^\]]*\])(?:[:/?#]|$)|^[a-z0-9-]+:\d/i.test(typed);
  const address = `${isNear ? "http" : "https"}://${typed}`;
  return parse(address) ? address : undefined;
}

function parse(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
