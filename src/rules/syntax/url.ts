/** As much of the URL standard's class as the rules need; every JavaScript environment has it. */
export interface ParsedUrl {
  readonly protocol: string;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  readonly href: string;
}
declare const URL: { new (url: string, base?: string): ParsedUrl };

interface Parsed {
  readonly text: string;
  readonly url: ParsedUrl | null;
}

/** Request after request comes from one origin, and often goes to one URL: parsing would be half of a decision's time. */
let last: Parsed = { text: "", url: null };
let before = last;

/** Parses a URL, an absolute one where there is no base; `null` where the URL standard says failure. */
export function parseUrl(text: string, base?: string): ParsedUrl | null {
  if (base !== undefined) return parse(text, base);
  if (text !== last.text) {
    const parsed = text === before.text ? before : { text, url: parse(text) };
    before = last;
    last = parsed;
  }
  return last.url;
}

function parse(text: string, base?: string): ParsedUrl | null {
  try {
    const { protocol, origin, username, password, href } = new URL(text, base);
    return { protocol, origin, username, password, href };
  } catch {
    return null;
  }
}

/**
 * Whether a string is an origin as browsers serialise it: `scheme://host`, a port only where it is
 * not the scheme's own, no slash at the end; or `null` for an opaque origin.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function isSerializedOrigin(origin: string): boolean {
  if (origin === "null") return true;
  const url = parseUrl(origin);
  if (url === null) return false;
  if (url.origin !== "null") return url.origin === origin;
  // Extensions and app shells have origins of their own schemes, which the URL standard calls opaque; their hosts keep
  // their capitals: https://url.spec.whatwg.org/#concept-opaque-host-parser
  return url.protocol !== "file:" && /^[a-z][a-z0-9+.-]*:\/\/[A-Za-z0-9._-]+(:\d+)?$/.test(origin);
}

/** The host of an HTTP(S) origin, without its port. @param origin serialised */
export function hostOf(origin: string): string {
  return origin.slice(origin.indexOf("://") + 3).replace(/:\d+$/, "");
}

/** Whether a URL has an HTTP(S) scheme. @see https://fetch.spec.whatwg.org/#http-scheme */
export function isHttpScheme(url: ParsedUrl): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}

/** The URL as it goes over the wire: without its fragment. */
export function withoutFragment(url: ParsedUrl): string {
  const hash = url.href.indexOf("#");
  return hash === -1 ? url.href : url.href.slice(0, hash);
}
