import type { Api, BodyKind, CorsRequest, CredentialsMode, HeaderLine, RequestMode } from "../../rules/index.ts";

/** What the checker's form holds. Content-Type stands apart from the other headers because readers look for it. */
export interface CheckerState {
  origin: string;
  url: string;
  method: string;
  api: Api;
  /** Empty where the author sets none. */
  contentType: string;
  headers: readonly HeaderLine[];
  body: BodyKind;
  bodyType: string;
  credentials: CredentialsMode;
  mode: RequestMode;
  uploadListener: boolean;
}

/** What the form holds at first. The presets of the guides are others; readers' browsers load only this one. */
export const defaultState: CheckerState = {
  origin: "https://app.example.com",
  url: "https://api.example.com/items",
  method: "PUT",
  api: "fetch",
  contentType: "application/json",
  headers: [["Authorization", "Bearer token"]],
  body: "text",
  bodyType: "",
  credentials: "same-origin",
  mode: "cors",
  uploadListener: false,
};

export const apis: readonly Api[] = ["fetch", "xhr", "beacon", "eventsource", "element"];
export const bodies: readonly BodyKind[] = ["none", "text", "urlencoded", "formdata", "blob", "bytes", "stream"];
export const credentialsModes: readonly CredentialsMode[] = ["omit", "same-origin", "include"];
export const modes: readonly RequestMode[] = ["cors", "no-cors", "same-origin"];

/** What a way of sending lets its caller choose; a field with one choice is shown but not open. */
export interface Choices {
  method: boolean;
  headers: boolean;
  bodies: readonly BodyKind[];
  credentials: readonly CredentialsMode[];
  modes: readonly RequestMode[];
  uploadListener: boolean;
}

const withoutStream = bodies.filter((body) => body !== "stream");
const CHOICES: Record<Api, Choices> = {
  fetch: { method: true, headers: true, bodies, credentials: credentialsModes, modes, uploadListener: false },
  xhr: {
    method: true,
    headers: true,
    bodies: withoutStream,
    credentials: ["same-origin", "include"],
    modes: ["cors"],
    uploadListener: true,
  },
  beacon: {
    method: false,
    headers: false,
    bodies: withoutStream,
    credentials: ["include"],
    modes: ["cors"],
    uploadListener: false,
  },
  eventsource: {
    method: false,
    headers: false,
    bodies: ["none"],
    credentials: ["same-origin", "include"],
    modes: ["cors"],
    uploadListener: false,
  },
  element: {
    method: false,
    headers: false,
    bodies: ["none"],
    credentials: ["same-origin", "include"],
    modes: ["cors", "no-cors"],
    uploadListener: false,
  },
};

export function choicesOf(api: Api): Choices {
  return CHOICES[api];
}

/** A choice that is not open falls back to the first that is. */
function among<T>(value: T, open: readonly T[]): T {
  return open.includes(value) ? value : (open[0] as T);
}

/** The request that the form describes: what its way of sending cannot choose is as that API has it. */
export function toRequest(state: CheckerState): CorsRequest {
  const choices = choicesOf(state.api);
  const contentType: HeaderLine[] = state.contentType.trim() === "" ? [] : [["Content-Type", state.contentType]];
  const named = state.headers.filter(([name]) => name.trim() !== "");
  return {
    origin: state.origin.trim(),
    url: state.url.trim(),
    method: choices.method ? state.method.trim() : state.api === "beacon" ? "POST" : "GET",
    headers: choices.headers ? [...contentType, ...named] : [],
    credentials: among(state.credentials, choices.credentials),
    mode: among(state.mode, choices.modes),
    api: state.api,
    body: among(state.body, choices.bodies),
    bodyType: state.bodyType,
    uploadListener: state.uploadListener && choices.uploadListener,
  };
}
