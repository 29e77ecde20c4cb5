import type { HeaderLine } from "../../rules/index.ts";
import { apiNames, bodies, type CheckerState, credentialsModes, defaultState, modes } from "./state.ts";

/** More headers than this is no request that anyone meant to share. */
const MAX_HEADERS = 50;

/** What a link says, and the names of its parameters that could not be read. */
export interface ReadLink {
  state: CheckerState;
  problems: string[];
}

const texts = { origin: "origin", url: "url", method: "method", type: "contentType", blob: "bodyType" } as const;
const choices = {
  via: { field: "api", open: apiNames },
  body: { field: "body", open: bodies },
  credentials: { field: "credentials", open: credentialsModes },
  mode: { field: "mode", open: modes },
} as const;

/** Writes a state as a query, `?method=PUT&h=…`: only what differs from the default. Empty where nothing does. */
export function writeLink(state: CheckerState): string {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(texts)) {
    if (state[field] !== defaultState[field]) query.set(name, state[field]);
  }
  for (const [name, { field }] of Object.entries(choices)) {
    if (state[field] !== defaultState[field]) query.set(name, state[field]);
  }
  if (JSON.stringify(state.headers) !== JSON.stringify(defaultState.headers)) {
    if (state.headers.length === 0) query.append("h", "");
    for (const [name, value] of state.headers) query.append("h", `${name.replace(/[\\:]/g, "\\$&")}: ${value}`);
  }
  if (state.uploadListener) query.set("upload", "1");
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * Reads a query. What cannot be read is named and left at its default; nothing throws.
 * @param search as `location.search` has it
 */
export function readLink(search: string): ReadLink {
  const state: CheckerState = { ...defaultState };
  const problems = new Set<string>();
  const headers: HeaderLine[] = [];
  const query = new URLSearchParams(search);
  for (const [name, value] of query) {
    if (name === "h") {
      const header = readHeader(value);
      if (header === null || headers.length === MAX_HEADERS) problems.add(name);
      else if (header !== "none") headers.push(header);
    } else if (name === "upload") {
      if (value === "1") state.uploadListener = true;
      else problems.add(name);
    } else if (Object.hasOwn(texts, name)) {
      state[texts[name as keyof typeof texts]] = value;
    } else if (Object.hasOwn(choices, name)) {
      const { field, open } = choices[name as keyof typeof choices];
      if ((open as readonly string[]).includes(value)) Object.assign(state, { [field]: value });
      else problems.add(name);
    } else {
      problems.add(name);
    }
  }
  if (query.has("h")) state.headers = headers;
  return { state, problems: [...problems] };
}

/** A colon or backslash within the name has a backslash before it. A name that is still to be typed is empty. */
function readHeader(text: string): HeaderLine | "none" | null {
  if (text === "") return "none";
  const match = /^((?:[^:\\]|\\.)*): ?(.*)$/s.exec(text);
  return match && [(match[1] as string).replace(/\\(.)/gs, "$1"), match[2] as string];
}
