import type { Hop } from "./message.ts";

/** What the Network panels of Chrome, Firefox and Safari call an exchange's own facts. */
const FACT =
  /^(Request URL|Request Method|Status Code|Remote Address|Referrer Policy|URL|Status|Source|Address|Initiator|Scheme|Host|Filename|Version|Transferred|Method)(?::[ \t]*(.*)|\t+(.*)|)$/;
const TITLE =
  /^(?:[▶▼▸▾]\s*)?(General|Summary|Response|Request|Response Headers|Request Headers|Query String Parameters|Request Data|Form Data|Request Payload|Payload)(?: \([\d.,\s]*k?B?\))?:?(?:\s*(?:View source|View parsed|Raw))?$/i;
const NOISE = /^(?:View source|View parsed|Raw|Provisional headers (?:are|were) shown.*|Learn more|Decoded:?)$/i;

/** A fact of the panel: its name, and its value where that stands in the same line. */
export interface Fact {
  name: string;
  value: string;
}

/** Reads a line of a panel's copy that says a fact about the exchange; `null` where it says none. */
export function readFact(line: string): Fact | null {
  const match = FACT.exec(line);
  return match ? { name: match[1] ?? "", value: (match[2] ?? match[3] ?? "").trim() } : null;
}

/** Whether a fact can be the first of a copy. `Status: 200` is everybody's word; a copy begins with what no other text says. */
export function beginsPanel({ name, value }: Fact): boolean {
  if (name === "Request URL" || name === "URL") return /^https?:\/\//.test(value);
  if (name === "Request Method") return /^[A-Za-z]{3,10}$/.test(value);
  if (name === "Status Code") return /^\W{0,3}\d{3}\b/.test(value);
  return name === "Scheme" && /^https?$/.test(value);
}

/** Whether another exchange's facts begin with this one. */
export function beginsAnother({ name }: Fact, { request }: Hop): boolean {
  return /^(?:Request )?URL$/.test(name) && request?.url != null;
}

/** Which headers follow a title of the panel: the one side's, or none. */
export function readTitle(line: string): "request" | "response" | "other" | null {
  const title = TITLE.exec(line)?.[1]?.toLowerCase();
  if (title === undefined) return null;
  if (title === "response" || title === "response headers") return "response";
  return title === "request" || title === "request headers" ? "request" : "other";
}

/** Whether a line of the panel's copy is a button or a remark. */
export function isNoise(line: string): boolean {
  return NOISE.test(line);
}

/** Writes a fact into the exchange that it is about. */
export function takeFact({ name, value }: Fact, hop: Hop): void {
  if (name === "Status Code" || name === "Status") {
    const status = /\d{3}/.exec(value);
    if (status) hop.response = { headers: [], body: "", ...hop.response, status: Number(status[0]) };
    return;
  }
  hop.request ??= { method: "", url: null, headers: [] };
  const { request } = hop;
  if (name === "Request URL" || name === "URL") request.url = value;
  if (name === "Request Method" || name === "Method") request.method = value;
  // Firefox gives a URL in three parts.
  if (name === "Scheme") request.url = `${value}://`;
  if (name === "Host" && request.url?.endsWith("://")) request.url += value;
  if (name === "Filename" && request.url && !/\/\/.+\//.test(request.url)) request.url += value;
}
