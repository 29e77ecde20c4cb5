import { curlCommand, methodOption } from "../../generator/curlCommand.ts";
import { shells } from "../../generator/shells.ts";
import { type CorsRequest, decidePreflight, type HeaderLine, isJson, normalizeMethod } from "../../rules/index.ts";

/** The request in code: what sends it, or asks the server the same from a shell. */
export type Form = "fetch" | "axios" | "curl";

/** The forms in which a request can be said. */
export function formsOf({ api, mode, credentials, body, uploadListener }: CorsRequest): Form[] {
  if (api !== "fetch" && api !== "xhr") return ["curl"];
  const inAxios = mode === "cors" && credentials !== "omit" && body !== "stream";
  return [...(uploadListener ? [] : ["fetch" as const]), ...(inAxios ? ["axios" as const] : []), "curl"];
}

/** @returns the code of a request in one of its forms */
export function codeOf(form: Form, request: CorsRequest): string {
  return { fetch: fetchCode, axios: axiosCode, curl: curlCode }[form](request);
}

const contentTypeOf = ({ headers }: CorsRequest) => headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? null;
const quoted = (text: string) => JSON.stringify(text);

function fetchCode(request: CorsRequest): string {
  const { method, headers, body, credentials, mode } = request;
  const options = [
    ...(method === "GET" ? [] : [`method: ${quoted(method)}`]),
    ...(headers.length > 0 ? [`headers: ${headersCode(headers)}`] : []),
    ...(body === "none" ? [] : [`body: ${bodyCode(request)}`]),
    ...(body === "stream" ? ['duplex: "half"'] : []),
    ...(credentials === "same-origin" ? [] : [`credentials: ${quoted(credentials)}`]),
    ...(mode === "cors" ? [] : [`mode: ${quoted(mode)}`]),
  ];
  return `const response = await fetch(${quoted(request.url)}${options.length > 0 ? `, ${object(options)}` : ""});`;
}

function axiosCode(request: CorsRequest): string {
  const { url, method, body, credentials, uploadListener } = request;
  // axios takes a text for a form where nothing says what it is.
  const isBareText = body === "text" && contentTypeOf(request) === null;
  const headers: HeaderLine[] = [...request.headers, ...(isBareText ? [["Content-Type", "text/plain"] as const] : [])];
  const options = [
    `url: ${quoted(url)}`,
    `method: ${quoted(method)}`,
    ...(headers.length > 0 ? [`headers: ${headersCode(combined(headers))}`] : []),
    ...(body === "none" ? [] : [`data: ${bodyCode(request)}`]),
    ...(credentials === "include" ? ["withCredentials: true"] : []),
    ...(uploadListener ? ["onUploadProgress: console.log"] : []),
  ];
  return `const response = await axios(${object(options)});`;
}

function object(members: readonly string[]): string {
  return `{\n${members.map((member) => `  ${member.replaceAll("\n", "\n  ")},\n`).join("")}}`;
}

/** XMLHttpRequest makes one line of a name that repeats; axios takes each name once. */
function combined(headers: readonly HeaderLine[]): HeaderLine[] {
  const lines = new Map<string, HeaderLine>();
  for (const [name, value] of headers) {
    const former = lines.get(name.toLowerCase());
    lines.set(name.toLowerCase(), former ? [former[0], `${former[1]}, ${value}`] : [name, value]);
  }
  return [...lines.values()];
}

/** An object, or pairs where a name repeats. */
function headersCode(headers: readonly HeaderLine[]): string {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  if (names.size < headers.length) {
    return `[\n${headers.map(([name, value]) => `  [${quoted(name)}, ${quoted(value)}],\n`).join("")}]`;
  }
  return object(headers.map(([name, value]) => `${quoted(name)}: ${quoted(value)}`));
}

function bodyCode(request: CorsRequest): string {
  switch (request.body) {
    case "urlencoded":
      return 'new URLSearchParams({ name: "value" })';
    case "formdata":
      return "new FormData(document.forms[0])";
    case "blob":
      return `new Blob(["text"]${request.bodyType ? `, { type: ${quoted(request.bodyType)} }` : ""})`;
    case "bytes":
      return "new Uint8Array([1, 2, 3])";
    case "stream":
      return 'new Blob(["text"]).stream()';
    default:
      return isJson(contentTypeOf(request)) ? 'JSON.stringify({ name: "value" })' : '"text"';
  }
}

/** What the browser would ask, to be pasted into a shell: the preflight first, where it sends one. */
function curlCode(request: CorsRequest): string {
  const { origin, url, headers } = request;
  const method = normalizeMethod(request.method);
  const asks = decidePreflight(request).preflightRequest?.headers.filter(([name]) => /^access-control-/i.test(name));
  const own: HeaderLine[] = [["Origin", origin], ...headers];
  const { bash } = shells;
  const body = request.body === "none" ? [] : [`-d ${bash.quoted(curlBody(request))}`];
  // Brackets and braces in a URL mean something to curl.
  const how = (option: string) => [/[[\]{}]/.test(url) ? "-g" : "", option].filter(Boolean).join(" ");
  return [
    ...(asks ? [curlCommand(bash, how("-X OPTIONS"), url, [["Origin", origin], ...asks])] : []),
    curlCommand(bash, how(methodOption(bash, method)), url, own, body),
  ].join("\n");
}

function curlBody(request: CorsRequest): string {
  if (request.body === "urlencoded") return "name=value";
  return isJson(contentTypeOf(request)) ? '{"name":"value"}' : "text";
}
