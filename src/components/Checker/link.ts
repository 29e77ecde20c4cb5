import { isOpenHeader, maskedUrl, withoutSecrets } from "../../diagnose/secretWords.ts";
import type { CorsResponse, HeaderLine } from "../../rules/index.ts";
import { apiNames, bodies, type CheckerState, credentialsModes, defaultState, modes } from "./state.ts";

/** More headers than this is no request that anyone meant to share. */
const MAX_HEADERS = 50;
/** No rule knows a longer sentence of a body. */
const LONGEST_BODY = 200;

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
/** The two answers. Their parameters: the status, one for each header, and what the body says. */
const sides = ["preflight", "response"] as const;
const parametersOf = (side: (typeof sides)[number]) => ({ header: `${side}-h`, body: `${side}-b` });
/** Those are read apart from the others. */
const ofAnswers = new Set(sides.flatMap((side) => [side, ...Object.values(parametersOf(side))]));

/**
 * Writes a state as a query, `?method=PUT&h=…`: only what differs from the default. Empty where nothing does.
 * It has no secret, and of answers only the status, the headers that decide, and the words of a body that do.
 */
export function writeLink(state: CheckerState): string {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(texts)) {
    if (state[field] === defaultState[field]) continue;
    query.set(name, field === "url" ? sharedUrl(state.url) : state[field]);
  }
  for (const [name, { field }] of Object.entries(choices)) {
    if (state[field] !== defaultState[field]) query.set(name, state[field]);
  }
  if (JSON.stringify(state.headers) !== JSON.stringify(defaultState.headers)) {
    if (state.headers.length === 0) query.append("h", "");
    for (const header of state.headers) query.append("h", inOneLine(sharedHeader(header)));
  }
  if (state.uploadListener) query.set("upload", "1");
  for (const side of sides) {
    const answer = state[side];
    if (!answer) continue;
    const parameters = parametersOf(side);
    query.set(side, String(answer.status));
    for (const header of answer.headers.slice(0, MAX_HEADERS)) query.append(parameters.header, inOneLine(header));
    if (answer.body) query.set(parameters.body, answer.body);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

function inOneLine([name, value]: HeaderLine): string {
  return `${name.replace(/[\\:]/g, "\\$&")}: ${value}`;
}

/** A request's header, as a link carries it. */
function sharedHeader([name, value]: HeaderLine): HeaderLine {
  return [name, isOpenHeader(name) ? value : withoutSecrets(value)];
}

/** A URL, as a link carries it: that there is a user name in it decides. */
function sharedUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const user = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(url) ? "user:***@" : "";
  return maskedUrl(url).replace(/^([a-z][a-z0-9+.-]*:\/\/)/i, `$1${user}`);
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
  for (const side of sides) state[side] = readAnswer(query, side, problems);
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
    } else if (!ofAnswers.has(name)) {
      problems.add(name);
    }
  }
  if (query.has("h")) state.headers = headers;
  return { state, problems: [...problems] };
}

/** An answer without a status is none. */
function readAnswer(query: URLSearchParams, side: (typeof sides)[number], problems: Set<string>): CorsResponse | null {
  const parameters = parametersOf(side);
  const status = query.get(side);
  const lines = query.getAll(parameters.header);
  const body = query.get(parameters.body) ?? "";
  if (status === null || !/^[1-9]\d\d$/.test(status)) {
    if (status !== null) problems.add(side);
    else if (lines.length > 0) problems.add(parameters.header);
    else if (body !== "") problems.add(parameters.body);
    return null;
  }
  const headers = lines.slice(0, MAX_HEADERS).map(readHeader);
  const read = headers.filter((header) => typeof header === "object" && header !== null);
  if (read.length < lines.length) problems.add(parameters.header);
  const isSentence = body !== "" && body.length <= LONGEST_BODY;
  if (body !== "" && !isSentence) problems.add(parameters.body);
  return { status: Number(status), headers: read, ...(isSentence && { body }) };
}

/** A colon or backslash within the name has a backslash before it. A name that is still to be typed is empty. */
function readHeader(text: string): HeaderLine | "none" | null {
  if (text === "") return "none";
  const match = /^((?:[^:\\]|\\.)*): ?(.*)$/s.exec(text);
  return match && [(match[1] as string).replace(/\\(.)/gs, "$1"), match[2] as string];
}
