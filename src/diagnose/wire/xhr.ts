import type { TextLine } from "./lines.ts";
import { type Literal, Literals } from "./literals.ts";
import type { Command, SeenRequest } from "./message.ts";
import { isRelative } from "./urls.ts";

const OPEN = /(?<![\w$])([\w$]{1,40})\.open\(\s*(?=['"`])/;
/** What a script of one request writes below `open()`; further below begins another one. */
const LENGTH = 3000;

/** Reads an XMLHttpRequest in source code: what is done to it between `open()` and `send()`. */
export function readXhr(text: string, line: TextLine): Command | null {
  const match = OPEN.exec(line.text.slice(0, 2000));
  if (!match?.[1]) return null;
  const call = new Literals(text, line.from + match.index + match[0].length);
  const [method, url] = call.readArguments();
  if (typeof method !== "string" || typeof url !== "string" || !/^[A-Za-z]+$/.test(method)) return null;
  const name = match[1].replaceAll("$", "\\$");
  const begin = Math.max(0, line.from - LENGTH);
  const sends = new RegExp(`(?<![\\w$])${name}\\.send\\(`).exec(text.slice(call.at, call.at + LENGTH));
  const to = sends ? call.at + sends.index + sends[0].length : Math.min(call.at, text.length);
  const script = text.slice(begin, to);
  const [data] = sends ? new Literals(text, to).readArguments() : [];
  const request: SeenRequest = {
    method,
    url: isRelative(url) ? null : url,
    headers: headersIn(script, name),
    api: "xhr",
    credentials: new RegExp(`${name}\\.withCredentials\\s*=\\s*true`).test(script) ? "include" : "same-origin",
    body: sends && data !== null && !/^\s*\)/.test(text.slice(to, to + 20)) ? "text" : "none",
    uploadListener: new RegExp(`${name}\\.upload\\.(?:on|addEventListener)`).test(script),
  };
  return { requests: [request], form: "XMLHttpRequest", copy: "source", to };
}

function headersIn(script: string, name: string): SeenRequest["headers"] {
  const call = new RegExp(`(?<![\\w$])${name}\\.setRequestHeader\\(`, "g");
  return [...script.matchAll(call)].flatMap(({ index, 0: all }) => {
    const [header, value]: Literal[] = new Literals(script, index + all.length).readArguments();
    return typeof header === "string" ? [[header, typeof value === "string" ? value : "…"] as const] : [];
  });
}
