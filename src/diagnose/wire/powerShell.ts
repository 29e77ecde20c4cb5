import type { HeaderLine } from "../../rules/index.ts";
import { engineOf } from "./curl.ts";
import type { TextLine } from "./lines.ts";
import type { Command } from "./message.ts";

const START =
  /^(?:PS [^>]{0,200}>\s*)?(?:\$session\s*=\s*New-Object|\$(?:r|res|response|headers)\s*=\s*(?:Invoke-|@\{)|Invoke-(?:WebRequest|RestMethod)\b|iwr\b|irm\b)/i;

/** Headers in DevTools' copy that are HTTP/2's own, without their colon. */
const PSEUDO = new Set(["authority", "method", "path", "scheme"]);

/** Reads PowerShell's requests: as DevTools copies them, or typed. */
export function readPowerShell(text: string, line: TextLine, trimmed: string): Command | null {
  if (!START.test(trimmed)) return null;
  const tokens = tokensOf(text, line.from);
  const headers: HeaderLine[] = [];
  let url: string | null = null;
  let method = "GET";
  let hasBody = false;
  let to = line.to;
  let isCookie = false;
  let inHeaders = false;
  let isSeen = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const next = tokens[i + 1];
    if (token.kind === "end") {
      if (isSeen) break;
      continue;
    }
    to = token.to;
    const word = token.kind === "word" ? token.value.toLowerCase() : "";
    if (/^(?:invoke-webrequest|invoke-restmethod|iwr|irm)$/.test(word)) isSeen = true;
    else if (word === "-uri" && next) url = next.value;
    else if (word === "-method" && next) method = next.value;
    else if (word === "-contenttype" && next) headers.push(["Content-Type", next.value]);
    else if (word === "-body" || word === "-infile") hasBody = true;
    else if (/\.useragent$/.test(word) && tokens[i + 2]) headers.push(["User-Agent", tokens[i + 2]?.value ?? ""]);
    else if (/\.cookies\.add/.test(word)) isCookie = true;
    else if (word === "@{") inHeaders = true;
    else if (word === "}") inHeaders = false;
    else if (inHeaders && next?.value === "=" && tokens[i + 2]) {
      const name = token.value;
      if (!PSEUDO.has(name)) headers.push([name, tokens[i + 2]?.value ?? ""]);
      i += 2;
      to = tokens[i]?.to ?? to;
    } else if (isSeen && url === null && token.kind === "string" && /^https?:/.test(token.value)) url = token.value;
  }
  if (url === null) return { requests: [], form: "", to };
  if (isCookie) headers.push(["Cookie", "…"]);
  const engine = engineOf(headers.find(([name]) => name === "User-Agent")?.[1] ?? "");
  return {
    requests: [{ method, url, headers, body: hasBody ? "text" : "none" }],
    form: "Copy as PowerShell",
    ...(engine && { engine }),
    copy: "menu",
    to,
  };
}

interface Token {
  kind: "string" | "word" | "end";
  value: string;
  to: number;
}

/** A command of DevTools' stands in a few lines; what is longer is no command. */
const TOKENS = 2000;

function tokensOf(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let depth = 0;
  while (at < text.length && tokens.length < TOKENS) {
    const char = text[at] ?? "";
    if (char === '"' || char === "'") {
      const [value, to] = quoted(text, at + 1, char);
      tokens.push({ kind: "string", value, to });
      at = to;
    } else if (char === "`" && /^\r?\n/.test(text.slice(at + 1, at + 3))) at = text.indexOf("\n", at) + 1;
    else if (char === "\n") {
      at++;
      if (depth === 0) tokens.push({ kind: "end", value: "", to: at - 1 });
    } else if (/[\s;]/.test(char)) at++;
    else if (char === "@" && text[at + 1] === "{") {
      depth++;
      tokens.push({ kind: "word", value: "@{", to: at + 2 });
      at += 2;
    } else if (char === "}") {
      depth--;
      tokens.push({ kind: "word", value: "}", to: at + 1 });
      at++;
    } else if ("(),=[]{".includes(char)) {
      if (char === "=") tokens.push({ kind: "word", value: "=", to: at + 1 });
      at++;
    } else {
      const word = /^[^\s"'`(),=[\]{};]+/.exec(text.slice(at, at + 400))?.[0] ?? char;
      tokens.push({ kind: "word", value: word, to: at + word.length });
      at += word.length;
    }
  }
  return tokens;
}

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

function quoted(text: string, from: number, quote: string): [string, number] {
  const parts: string[] = [];
  let at = from;
  let start = from;
  while (at < text.length) {
    const char = text[at];
    if (char === quote && text[at + 1] !== quote) break;
    if (char === quote || (char === "`" && quote === '"')) {
      const next = text[at + 1] ?? "";
      parts.push(text.slice(start, at), char === quote ? quote : (ESCAPED[next] ?? next));
      at += 2;
      start = at;
    } else at++;
  }
  parts.push(text.slice(start, at));
  return [parts.join(""), at + 1];
}
