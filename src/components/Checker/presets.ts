import type { PresetName } from "../../content/schemas/components.ts";
import { type CheckerState, defaultState } from "./state.ts";

const base: CheckerState = { ...defaultState, method: "GET", contentType: "", headers: [], body: "none" };

/** Requests that guides start the checker with. */
export const presets = {
  default: defaultState,
  "plain-get": base,
  "fetch-json": {
    ...base,
    url: "https://api.example.com/orders",
    method: "POST",
    contentType: "application/json",
    body: "text",
    credentials: "include",
    headers: [["Authorization", "Bearer token"]],
  },
  "axios-put": {
    ...base,
    url: "https://api.example.com/profile",
    method: "PUT",
    api: "xhr",
    contentType: "application/json",
    body: "text",
    credentials: "include",
  },
  "put-authorization": {
    ...base,
    origin: "https://frontend.com",
    url: "https://backend.com/items/42",
    method: "PUT",
    contentType: "application/json",
    body: "text",
    headers: [["Authorization", "Bearer token"]],
  },
  "apps-script": {
    ...base,
    url: "https://script.google.com/macros/s/DEPLOYMENT_ID/exec",
    method: "POST",
    body: "text",
  },
  "localhost-json": {
    ...base,
    origin: "http://localhost:5173",
    url: "http://localhost:3000/api/items",
    method: "POST",
    contentType: "application/json",
    body: "text",
  },
  "upload-progress": {
    ...base,
    url: "https://api.example.com/upload",
    method: "POST",
    api: "xhr",
    body: "formdata",
    uploadListener: true,
  },
  "get-cookie": { ...base, url: "https://api.example.com/me", credentials: "include" },
  "local-model": {
    ...base,
    url: "http://localhost:11434/api/chat",
    method: "POST",
    contentType: "application/json",
    body: "text",
  },
  "event-stream": { ...base, url: "https://api.example.com/events", api: "eventsource" },
  "token-endpoint": {
    ...base,
    url: "https://login.example.com/oauth2/token",
    method: "POST",
    body: "urlencoded",
  },
  "app-origin": { ...base, origin: "https://localhost", headers: [["Authorization", "Bearer token"]] },
} as const satisfies Record<PresetName, CheckerState>;
