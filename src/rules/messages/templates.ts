import type { Engine } from "../types.ts";
import {
  chromiumListTails,
  chromiumTails,
  type FirefoxLanguage,
  firefoxReasons,
  type MessageKey,
  type MessageTemplate,
  webkitReasons,
} from "./messages.ts";
import { olderWordings } from "./olderWordings.ts";

/** Lists that only a preflight's answer carries, and its status. */
const ofPreflight: ReadonlySet<MessageKey> = new Set<MessageKey>([
  "method",
  "header",
  "malformed-methods",
  "malformed-headers",
  "redirect",
  "status",
]);

function template(engine: Engine, language: FirefoxLanguage, key: MessageKey, text: string): MessageTemplate {
  return { engine, language, key, text, ...(ofPreflight.has(key) && { phase: "preflight" as const }) };
}

/** Without the sentences at their ends that some APIs have, and Firefox's status: what comes after is looked for apart. */
function reasonOf(text: string): string {
  return text.replace(/\{(?:fetchHint|xhrHint)\}$/, "").replace(/[.。]?[^.。)）]*(?:\{status\}|\(null\)).?$/, "");
}

/** Every wording that is known, today's first. */
export const messageTemplates: readonly MessageTemplate[] = [
  ...Object.entries({ ...chromiumTails, ...chromiumListTails }).map(([key, text]) =>
    template("chromium", "en", key as MessageKey, reasonOf(text)),
  ),
  ...Object.entries(firefoxReasons).flatMap(([key, languages]) =>
    Object.entries(languages).map(([language, text]) =>
      template("firefox", language as FirefoxLanguage, key as MessageKey, reasonOf(text)),
    ),
  ),
  ...Object.entries(webkitReasons).map(([key, text]) => template("webkit", "en", key as MessageKey, reasonOf(text))),
  ...otherEnds(),
  ...olderWordings,
];

/** Ends for which no answer's CORS headers are to blame. */
function otherEnds(): MessageTemplate[] {
  return [
    template("chromium", "en", "not-http", "Cross origin requests are only supported for protocol schemes"),
    template("webkit", "en", "not-http", "Cross origin requests are only supported for HTTP"),
    template(
      "chromium",
      "en",
      "local-network",
      "Permission was denied for this request to access the `{space}` address space",
    ),
    template(
      "chromium",
      "en",
      "local-network",
      "Request had a target IP address space of `{space}` yet the resource is in address space",
    ),
    template(
      "chromium",
      "en",
      "local-network",
      "The request client is not a secure context and the resource is in more-private address space",
    ),
    template(
      "chromium",
      "en",
      "redirect-has-credentials",
      "contains a username and password, which is disallowed for cross-origin requests",
    ),
    template(
      "webkit",
      "en",
      "redirect-has-credentials",
      "denied by Cross-Origin Resource Sharing policy: redirection URL {url} has credentials",
    ),
    template(
      "webkit",
      "en",
      "redirect-not-http",
      "not allowed to follow a cross-origin CORS redirection with non CORS scheme",
    ),
    template("webkit", "en", "worker-opaque", "Response served by service worker is opaque"),
  ];
}
