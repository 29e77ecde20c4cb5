import { type CheckerState, defaultState } from "./state.ts";

const plain = { method: "GET", api: "fetch", contentType: "", headers: [], body: "none" } as const;

/** Requests to start from, by the name of their button's words. Where the reader's page and server are, they leave. */
export const starts = {
  "start.get": {},
  "start.json": { method: "POST", contentType: "application/json", body: "text" },
  "start.form": { method: "POST", body: "urlencoded" },
  "start.token": { headers: [["Authorization", "Bearer token"]] },
  "start.cookies": { credentials: "include" },
  "start.upload": { api: "xhr", method: "POST", body: "formdata", uploadListener: true },
} as const satisfies Record<string, Partial<CheckerState>>;

/** A state with another request to the same place, and nothing answered yet. */
export function startFrom({ origin, url }: CheckerState, name: keyof typeof starts): CheckerState {
  return { ...defaultState, ...plain, ...starts[name], origin, url };
}
