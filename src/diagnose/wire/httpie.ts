import type { HeaderLine } from "../../rules/index.ts";
import type { TextLine } from "./lines.ts";
import type { Command, SeenRequest } from "./message.ts";
import { shellWords } from "./words.ts";

const HTTPIE = /^(?:.{0,80}?[$#%>❯➜»`]\s{0,3}|\s*)(https?|xhs?)\s+(?=\S)/;
const METHOD = /^[A-Za-z]{3,10}$/;
const HOST = /^(?:https?:\/\/|:\d*\/?|localhost|[\w-]+(?:\.[\w-]+)+|\[)/i;
const ITEM = /^([^\s:=@]+)(:=@|:=|==|=@|=|@|:)(.*)$/s;
const VALUED =
  /^(?:-a|--auth|-A|--auth-type|-o|--output|-p|--print|-s|--style|--pretty|--session|--verify|--timeout|--proxy|--cert|--cert-key|--raw|--bearer)$/;

/** Reads a command of HTTPie or xh. */
export function readHttpie(text: string, line: TextLine): Command | null {
  const match = HTTPIE.exec(line.text.slice(0, 200));
  if (!match?.[1]) return null;
  const { words, to } = shellWords(text, line.from + match[0].length);
  const request = requestOf(words, match[1].endsWith("s") ? "https" : "http");
  return { requests: request ? [request] : [], form: "HTTPie", to };
}

function requestOf(words: readonly string[], scheme: string): SeenRequest | null {
  const headers: HeaderLine[] = [];
  const rest: string[] = [];
  let isForm = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "-f" || word === "--form" || word === "--multipart") isForm = true;
    if (/^(?:-a|--auth|--bearer)$/.test(word)) headers.push(["Authorization", "Basic"]);
    if (VALUED.test(word)) i++;
    else if (!word.startsWith("-")) rest.push(word);
    else if (/^(?:-a|--auth=)./.test(word)) headers.push(["Authorization", "Basic"]);
  }
  const [first = "", second = ""] = rest;
  const hasMethod = METHOD.test(first) && HOST.test(second);
  const target = hasMethod ? second : first;
  if (!HOST.test(target)) return null;
  let hasData = false;
  for (const item of rest.slice(hasMethod ? 2 : 1)) {
    const [, name = "", separator, value = ""] = ITEM.exec(item) ?? [];
    if (separator === ":") headers.push([name, value]);
    else if (separator !== undefined && separator !== "==") hasData = true;
  }
  if (hasData && !headers.some(([name]) => /^content-type$/i.test(name))) {
    headers.push(["Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json"]);
  }
  return {
    method: hasMethod ? first.toUpperCase() : hasData ? "POST" : "GET",
    url: urlOf(target, scheme),
    headers,
    body: hasData ? (isForm ? "urlencoded" : "text") : "none",
  };
}

/** `:3000/items` is the own machine's. */
function urlOf(target: string, scheme: string): string {
  if (/^https?:\/\//i.test(target)) return target;
  if (!target.startsWith(":")) return `${scheme}://${target}`;
  const path = target.slice(1);
  return /^\d/.test(path) ? `${scheme}://localhost:${path}` : `${scheme}://localhost${path}`;
}
