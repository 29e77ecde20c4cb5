import {
  type Api,
  apis,
  type BodyKind,
  type CorsRequest,
  type CorsResponse,
  type CredentialsMode,
  type HeaderLine,
  type RequestMode,
} from "../../rules/index.ts";

/** What the checker's form holds: a request, and what a server answered to it. Content-Type stands apart from the other headers because readers look for it. */
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
  /**
   * The answer to OPTIONS and that to the request itself, where they are known: of their headers those that
   * decide, without secrets, as `answerText.ts` reads them.
   */
  preflight: CorsResponse | null;
  response: CorsResponse | null;
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
  preflight: null,
  response: null,
};

export const apiNames = Object.keys(apis) as Api[];
/** All that a field may hold: no API can choose among more than `fetch()`. */
export const { bodies, credentials: credentialsModes, modes } = apis.fetch;

/** Whether the form holds anything that a server answered. */
export function hasAnswer({ preflight, response }: CheckerState): boolean {
  return preflight !== null || response !== null;
}

/** A choice that is not open falls back to the first that is. */
function among<T>(value: T, open: readonly T[]): T {
  return open.includes(value) ? value : (open[0] as T);
}

/** The request that the form describes: what its way of sending cannot choose is as that API has it. */
export function toRequest(state: CheckerState): CorsRequest {
  const choices = apis[state.api];
  const contentType: HeaderLine[] = state.contentType.trim() === "" ? [] : [["Content-Type", state.contentType]];
  const named = state.headers.filter(([name]) => name.trim() !== "");
  return {
    origin: state.origin.trim(),
    url: state.url.trim(),
    method: choices.onlyMethod ?? state.method.trim(),
    headers: choices.headers ? [...contentType, ...named] : [],
    credentials: among(state.credentials, choices.credentials),
    mode: among(state.mode, choices.modes),
    api: state.api,
    body: among(state.body, choices.bodies),
    bodyType: state.bodyType,
    uploadListener: state.uploadListener && choices.uploadListener,
  };
}
