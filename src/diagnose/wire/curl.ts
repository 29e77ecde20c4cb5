import type { HeaderLine } from "../../rules/index.ts";
import { readHeader } from "./headerNames.ts";
import type { TextLine } from "./lines.ts";
import type { Command, SeenRequest } from "./message.ts";
import { isRelative } from "./urls.ts";
import { cmdWords, shellWords } from "./words.ts";

/** The command, behind whatever prompt. */
const CURL =
  /^(?:.{0,80}?[$#%>❯➜»`"]\s{0,3}|\s*)(?:[A-Z_]{1,20}=\S{0,80} )?(?:sudo |time |! ?)?(curl(?:\.exe)?)\s+(?=\S)/;
const ARGUMENT = /^(?:['"‘’“”$-]|\^?"|https?:|[\w.-]+[.:/]|\{|\[)/;

/** Options that take a value which says nothing of the request. */
const VALUED = new Set(
  `--abstract-unix-socket --cacert --capath --cert --cert-type --ciphers --config --connect-timeout --connect-to
  --cookie-jar --crlfile --dns-servers --doh-url --dump-header --expect100-timeout --interface --keepalive-time --key
  --key-type --limit-rate --local-port --max-filesize --max-redirs --max-time --netrc-file --noproxy --output
  --output-dir --parallel-max --pass --pinnedpubkey --preproxy --proto --proto-default --proto-redir --proxy
  --proxy-header --proxy-user --rate --resolve --retry --retry-delay --retry-max-time --socks4 --socks4a --socks5
  --socks5-hostname --speed-limit --speed-time --stderr --tls-max --tls13-ciphers --trace --trace-ascii --unix-socket
  --write-out --aws-sigv4 --oauth2-bearer --hostpubmd5 --range --continue-at --time-cond --variable`.split(/\s+/),
);
const SHORT: Readonly<Record<string, string>> = {
  X: "--request",
  H: "--header",
  b: "--cookie",
  d: "--data",
  F: "--form",
  u: "--user",
  A: "--user-agent",
  e: "--referer",
  I: "--head",
  G: "--get",
  T: "--upload-file",
  x: "--proxy",
  U: "--proxy-user",
  o: "--output",
  w: "--write-out",
  m: "--max-time",
  c: "--cookie-jar",
  D: "--dump-header",
  E: "--cert",
  K: "--config",
  r: "--range",
  C: "--continue-at",
  y: "--speed-time",
  Y: "--speed-limit",
  z: "--time-cond",
};
const DATA = /^--(?:data(?:-raw|-binary|-ascii|-urlencode)?|json)$/;

/** Reads a curl command, typed or copied. */
export function readCurl(text: string, line: TextLine): Command | null {
  const match = CURL.exec(line.text.slice(0, 300));
  if (!match?.[1] || !ARGUMENT.test(line.text.slice(match[0].length))) return null;
  const from = line.from + match[0].length;
  const isCmd = isOfCmd(text, from);
  const { words, to } = isCmd ? cmdWords(text, from) : shellWords(text, from);
  const request = requestOf(words);
  if (!request) return { requests: [], form: "", to };
  const headers = request.headers;
  const isCopied = headers.some(([name]) => /^(?:user-agent|sec-fetch-mode|sec-ch-ua|referer)$/i.test(name));
  const agent = headers.find(([name]) => /^user-agent$/i.test(name))?.[1] ?? "";
  const engine = isCopied ? engineOf(agent) : undefined;
  return {
    requests: [request],
    form: isCopied ? `Copy as cURL (${isCmd ? "cmd" : "bash"})` : "curl",
    ...(engine && { engine }),
    ...(isCopied && { copy: "menu" as const }),
    to,
  };
}

/** Whether a command is cmd's: of its first argument or its line's end. */
function isOfCmd(text: string, from: number): boolean {
  const begin = text.slice(from, from + 4000);
  const firstLine = begin.split("\n", 1)[0] ?? "";
  return /\^["\r]?$|\^"/.test(firstLine.trimEnd());
}

/** Which engine a User-Agent names. */
export function engineOf(agent: string): "chromium" | "firefox" | "webkit" | undefined {
  if (/\bFirefox\//.test(agent)) return "firefox";
  if (/\b(?:Chrome|Chromium|HeadlessChrome)\//.test(agent)) return "chromium";
  return /\bVersion\/[\d.]+.* Safari\//.test(agent) ? "webkit" : undefined;
}

function requestOf(words: readonly string[]): SeenRequest | null {
  const headers: HeaderLine[] = [];
  let url: string | null = null;
  let method: string | null = null;
  let isHead = false;
  let isGet = false;
  let data: "urlencoded" | "formdata" | "text" | null = null;
  let isUpload = false;
  const queue = expand(words);
  for (let i = 0; i < queue.length; i++) {
    const word = queue[i] ?? "";
    const value = () => queue[++i] ?? "";
    if (word === "--header") {
      const header = readHeader(value().trim(), true);
      if (header && header[1] !== "") headers.push(header);
    } else if (word === "--request") method = value().trim();
    else if (word === "--url") url ??= value();
    else if (word === "--cookie") headers.push(["Cookie", value()]);
    else if (word === "--user") headers.push(["Authorization", `Basic ${value()}`]);
    else if (word === "--user-agent") headers.push(["User-Agent", value()]);
    else if (word === "--referer") headers.push(["Referer", value()]);
    else if (word === "--oauth2-bearer") headers.push(["Authorization", `Bearer ${value()}`]);
    else if (word === "--range") headers.push(["Range", `bytes=${value()}`]);
    else if (word === "--head") isHead = true;
    else if (word === "--get") isGet = true;
    else if (word === "--form" || word === "--form-string") {
      data = "formdata";
      i++;
    } else if (word === "--upload-file") {
      isUpload = true;
      i++;
    } else if (DATA.test(word)) {
      data = word === "--json" ? "text" : "urlencoded";
      i++;
      if (word === "--json") headers.push(["Content-Type", "application/json"]);
    } else if (VALUED.has(word)) i++;
    else if (!word.startsWith("-") && word !== "" && word !== "\\") url ??= word;
  }
  if (url === null || !/[.:/]|^localhost/.test(url)) return null;
  const body = data !== null && !isGet ? data : isUpload ? "bytes" : "none";
  const fallback = isHead ? "HEAD" : isUpload ? "PUT" : body === "none" ? "GET" : "POST";
  return { method: method || fallback, url: withScheme(url), headers, body };
}

/** Long options on their own, and their values after them. */
function expand(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (word.startsWith("--")) {
      const equals = word.indexOf("=");
      if (equals === -1) out.push(word);
      else out.push(word.slice(0, equals), word.slice(equals + 1));
    } else if (/^-[A-Za-z#:]/.test(word)) expandShort(word, out);
    else out.push(word);
  }
  return out;
}

/** `-sSiX OPTIONS`, `-XOPTIONS`: flags run together, the last of them with its value behind it. */
function expandShort(word: string, out: string[]): void {
  for (let i = 1; i < word.length; i++) {
    const long = SHORT[word[i] ?? ""];
    if (!long) continue;
    out.push(long);
    if (long === "--head" || long === "--get") continue;
    const rest = word.slice(i + 1);
    if (rest !== "") out.push(rest);
    return;
  }
}

/** curl takes a URL without a scheme for one of http. */
function withScheme(url: string): string {
  const bare = url.replace(/^[<(]|[>)]$/g, "");
  return isRelative(bare) || /^[\w.-]+:\d/.test(bare) ? `http://${bare}` : bare;
}
