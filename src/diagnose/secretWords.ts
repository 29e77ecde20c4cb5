/** Stands where a secret stood. It may stand in a URL and in a header's value alike. */
export const MASK = "***";

/** Headers whose values decide something about CORS, or say who answered, and hold no secret; names in lower case. */
const openHeaders = new Set([
  "accept",
  "accept-language",
  "age",
  "allow",
  "cache-control",
  "cache-status",
  "cf-cache-status",
  "content-language",
  "content-type",
  "cross-origin-embedder-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "host",
  "origin",
  "range",
  "server",
  "timing-allow-origin",
  "vary",
  "via",
  "x-amzn-errortype",
  "x-cache",
  "x-cache-status",
  "x-powered-by",
  "x-proxy-cache",
  "x-requested-with",
  "x-vercel-cache",
]);

/** Whether a header's value decides something about CORS, or says who answered, and holds no secret. */
export function isOpenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return openHeaders.has(lower) || lower.startsWith("access-control-");
}

/** Names of parameters, cookies and fields that hold secrets, or parts of such names. */
const SECRET_NAME =
  /auth(?!or)|token|secret|passw|pwd|cookie|signature|^sig(?:n)?$|credential|session|^s?sid$|jwt|csrf|xsrf|api-?_?key|access-?_?key|^key$|^code$|^state$|otp|saml|googleaccessid|key-pair-id|^policy$/i;
/** Values that are secrets whatever they are called: a JSON web token, keys of well-known services, long random words. */
const SECRET_VALUE =
  /^(?:eyJ[\w-]+\.|(?:sk|pk|rk|ghp|gho|ghs|xox[a-z]|glpat|AKIA|ASIA|AIza|ya29)[-_.\w]{8,})|^(?=[^/]*\d)(?=[^/]*[A-Za-z])[\w~.+=%-]{24,}$/;

const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/** Whether a word is such a value. A host's name is long and has figures; it is one only where a part of it is. */
function isSecret(word: string): boolean {
  if (!SECRET_VALUE.test(word)) return false;
  return !HOST.test(word) || word.split(/[.-]/).some((part) => SECRET_VALUE.test(part));
}

/** Whether a text is such a value, or has one between signs that stand in none: whatever a paste has glued to it. */
function hasSecret(text: string): boolean {
  return isSecret(text) || (text.match(/[\w~.+=%-]{8,}/g) ?? []).some(isSecret);
}

/** A header's value as it is, but for words that are secrets whatever they are called. */
export function withoutSecrets(value: string): string {
  return value.replace(/\S+/g, (word) => (isSecret(word) ? MASK : word));
}

/**
 * A URL without user name and password, and without the values of parameters that are or look like
 * secrets; segments of the path that look like secrets are left out, too.
 */
export function maskedUrl(text: string): string {
  // No URL goes on after a space or a line's end: where a quote was never closed, what follows is somebody's text.
  const url = text.trimStart().split(/\s/, 1)[0] ?? "";
  const [, beforeQuery = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(url) ?? [];
  const path = beforeQuery
    // Also within: what was taken for a URL may be more than one.
    .replace(/\/\/[^/@\s]{0,1000}@/g, "//")
    .split("/")
    .map((segment) => (hasSecret(segment) ? MASK : segment))
    .join("/");
  return path + (query && `?${query.slice(1).split("&").map(maskedParameter).join("&")}`) + (fragment && `#${MASK}`);
}

function maskedParameter(parameter: string): string {
  const end = parameter.indexOf("=");
  if (end < 0) return hasSecret(parameter) ? MASK : parameter;
  const name = parameter.slice(0, end);
  return SECRET_NAME.test(name) || hasSecret(parameter.slice(end + 1)) ? `${name}=${MASK}` : parameter;
}

/** A name and its value as configurations, logs and commands write them: `token: …`, `"password":"…"`, `api_key=…`. */
const NAMED_VALUE = /([\w-]{1,60})(["']?[ \t]{0,3}[:=][ \t]{0,3}["']?)((?:Bearer|Basic|Token)[ \t]+)?([^\s"'&;,]+)/gi;

/** Names of parameters that a sentence has before a colon, too: “blocked by CORS policy: …”, “Status code: 404”. */
const SENTENCE_NAME = /^(?:code|key|policy|sign?|state)$/i;

/**
 * A console's line to be shown or shared: its URLs masked, and whatever else is or looks like a secret: also what
 * stands behind a slash, such as that of a tag.
 */
export function maskedText(text: string): string {
  return text
    .replace(/[^\s"'‘’“”「」<>`]+/g, (word) => (/\?|:\/\//.test(word) ? maskedUrl(word) : word))
    .replace(NAMED_VALUE, (whole, name: string, sign: string, scheme = "") => {
      const isOpen = name.toLowerCase().startsWith("access-control-") || (/^: /.test(sign) && SENTENCE_NAME.test(name));
      return SECRET_NAME.test(name) && !isOpen ? name + sign + scheme + MASK : whole;
    })
    .replace(/[\w~.+=%-]{8,}/g, (word) => (isSecret(word) ? MASK : word));
}
