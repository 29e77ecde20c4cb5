import { asciiLowercase, isToken, normalizeHeaderValue, stripTrailingWhitespace } from "./bytes.ts";

export interface MimeType {
  /** `type/subtype`, lower-case. */
  essence: string;
  /** In the order written, names lower-case, the first of a repeated name. */
  parameters: Map<string, string>;
}

/**
 * Parses a MIME type. Only the essence can make it fail; a parameter that does not parse is dropped.
 * @returns the parsed type, or `null` for failure
 * @see https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function parseMimeType(input: string): MimeType | null {
  const text = normalizeHeaderValue(input);
  const slash = text.indexOf("/");
  if (slash === -1) return null;
  const semicolon = text.indexOf(";", slash);
  const type = text.slice(0, slash);
  const subtype = stripTrailingWhitespace(text.slice(slash + 1, semicolon === -1 ? undefined : semicolon));
  if (!isToken(type) || !isToken(subtype)) return null;
  const parameters = semicolon === -1 ? new Map<string, string>() : parseParameters(text, semicolon);
  return { essence: asciiLowercase(`${type}/${subtype}`), parameters };
}

/** Parses `;name=value` pairs from the first semicolon on. */
function parseParameters(text: string, firstSemicolon: number): Map<string, string> {
  const parameters = new Map<string, string>();
  let position = firstSemicolon;
  while (position < text.length) {
    position++; // the semicolon
    while (position < text.length && /[\t\n\r ]/.test(text[position] ?? "")) position++;
    const nameStart = position;
    while (position < text.length && text[position] !== ";" && text[position] !== "=") position++;
    const name = asciiLowercase(text.slice(nameStart, position));
    if (text[position] !== "=") continue;
    position++;
    let value: string;
    if (text[position] === '"') {
      const quoted = parseQuotedString(text, position);
      value = quoted.value;
      const next = text.indexOf(";", quoted.end);
      position = next === -1 ? text.length : next;
    } else {
      const next = text.indexOf(";", position);
      const end = next === -1 ? text.length : next;
      value = stripTrailingWhitespace(text.slice(position, end));
      position = end;
      if (value === "") continue;
    }
    const isValue = /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
    if (isToken(name) && isValue && !parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

/** Reads an HTTP quoted string that opens at `start`; an unclosed one ends with the text. */
function parseQuotedString(text: string, start: number): { value: string; end: number } {
  let value = "";
  let position = start + 1;
  while (position < text.length && text[position] !== '"') {
    if (text[position] === "\\" && position + 1 < text.length) position++;
    value += text[position];
    position++;
  }
  return { value, end: position + 1 };
}

/** Serialises a MIME type. @see https://mimesniff.spec.whatwg.org/#serialize-a-mime-type */
export function serializeMimeType({ essence, parameters }: MimeType): string {
  let text = essence;
  for (const [name, value] of parameters) {
    text += `;${name}=${isToken(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`}`;
  }
  return text;
}

/** Whether a Content-Type's value, or none, is a JSON MIME type. @see https://mimesniff.spec.whatwg.org/#json-mime-type */
export function isJson(contentType: string | null): boolean {
  const essence = parseMimeType(contentType ?? "")?.essence ?? "";
  return essence === "application/json" || essence === "text/json" || essence.endsWith("+json");
}

/**
 * A Content-Type with UTF-8 in the place of another charset, all of it written anew; what names no other is left as it
 * is. So XMLHttpRequest sends text.
 * @see https://xhr.spec.whatwg.org/#the-send()-method
 */
export function withCharsetUtf8(contentType: string): string {
  const type = parseMimeType(contentType);
  const charset = type?.parameters.get("charset");
  if (!type || charset === undefined || asciiLowercase(charset) === "utf-8") return contentType;
  type.parameters.set("charset", "UTF-8");
  return serializeMimeType(type);
}
