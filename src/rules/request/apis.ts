import * as clause from "../clauses.ts";
import type { Api, BodyKind, CorsRequest, CredentialsMode, RequestMode } from "../types.ts";

/** What an API lets its caller ask for, and what it asks for of its own. Of a list with one item there is no choice. */
export interface ApiChoices {
  /** The method that it always sends; absent where its caller chooses. */
  onlyMethod?: string;
  /** Whether its caller may set headers. */
  headers: boolean;
  bodies: readonly BodyKind[];
  modes: readonly RequestMode[];
  credentials: readonly CredentialsMode[];
  /** Whether a listener on `upload` can hear of the body's progress. */
  uploadListener: boolean;
  /** Whether it sets the unsafe-request flag; without, nothing that the request carries causes a preflight. */
  unsafeRequestFlag: boolean;
  /** URL of the clause in its standard. */
  clause: string;
}

const bodies: readonly BodyKind[] = ["none", "text", "urlencoded", "formdata", "blob", "bytes", "stream"];
const bodiesButStreams = bodies.filter((body) => body !== "stream");

/** The ways to send a request. A `sendBeacon()` is in `no-cors` mode as long as its body's type is safelisted. */
export const apis: Readonly<Record<Api, ApiChoices>> = {
  fetch: {
    headers: true,
    bodies,
    modes: ["cors", "no-cors", "same-origin"],
    credentials: ["omit", "same-origin", "include"],
    uploadListener: false,
    unsafeRequestFlag: true,
    clause: clause.requestConstructor,
  },
  xhr: {
    headers: true,
    bodies: bodiesButStreams,
    modes: ["cors"],
    credentials: ["same-origin", "include"],
    uploadListener: true,
    unsafeRequestFlag: true,
    clause: "https://xhr.spec.whatwg.org/#interface-xmlhttprequest",
  },
  beacon: {
    onlyMethod: "POST",
    headers: false,
    bodies: bodiesButStreams,
    modes: ["cors"],
    credentials: ["include"],
    uploadListener: false,
    unsafeRequestFlag: true,
    clause: "https://w3c.github.io/beacon/#sec-processing-model",
  },
  eventsource: {
    onlyMethod: "GET",
    headers: false,
    bodies: ["none"],
    modes: ["cors"],
    credentials: ["same-origin", "include"],
    uploadListener: false,
    unsafeRequestFlag: false,
    clause: "https://html.spec.whatwg.org/multipage/server-sent-events.html#the-eventsource-interface",
  },
  worker: {
    onlyMethod: "GET",
    headers: false,
    bodies: ["none"],
    modes: ["same-origin"],
    credentials: ["same-origin"],
    uploadListener: false,
    unsafeRequestFlag: false,
    clause: "https://html.spec.whatwg.org/multipage/workers.html#dom-worker",
  },
  element: {
    onlyMethod: "GET",
    headers: false,
    bodies: ["none"],
    modes: ["cors", "no-cors"],
    credentials: ["same-origin", "include"],
    uploadListener: false,
    unsafeRequestFlag: false,
    clause: "https://html.spec.whatwg.org/multipage/urls-and-fetching.html#create-a-potential-cors-request",
  },
};

/**
 * What an API gives its caller no way to ask for: a word for it, or `null` where all can be asked for.
 * @param method the request's, normalised
 */
export function whatApiCannotExpress(
  request: CorsRequest,
  method: string,
): "method" | "headers" | "body" | "mode" | "credentials" | "upload-listener" | null {
  const choices = apis[request.api];
  if (request.uploadListener && !choices.uploadListener) return "upload-listener";
  if (choices.onlyMethod && method !== choices.onlyMethod) return "method";
  if (request.headers.length > 0 && !choices.headers) return "headers";
  if (!choices.bodies.includes(request.body)) return "body";
  if (!choices.modes.includes(request.mode)) return "mode";
  return choices.credentials.includes(request.credentials) ? null : "credentials";
}
