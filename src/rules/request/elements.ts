import type { Departures } from "../engines/departures.ts";
import type { CorsRequest, CredentialsMode, RequestMode } from "../types.ts";

/** What asks by itself, without a script's request: an element, a rule of a style sheet, a module's import. */
export type ElementKind = "img" | "video" | "script" | "module" | "stylesheet" | "font";

/** With which modes and credentials modes something asks; of two its page chooses by `crossorigin`. */
export interface ElementChoices {
  modes: readonly RequestMode[];
  credentials: readonly CredentialsMode[];
}

/**
 * Without `crossorigin` it asks in `no-cors` mode, and with credentials.
 * @see https://html.spec.whatwg.org/multipage/urls-and-fetching.html#create-a-potential-cors-request
 */
const byAttribute: ElementChoices = { modes: ["cors", "no-cors"], credentials: ["same-origin", "include"] };

/** None of them ever causes a preflight: they set no unsafe-request flag. */
export const elements: Readonly<Record<ElementKind, ElementChoices>> = {
  img: byAttribute,
  /** And `audio`. */
  video: byAttribute,
  script: byAttribute,
  /**
   * `<script type="module">`, and what it imports: always with CORS.
   * @see https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script
   */
  module: { ...byAttribute, modes: ["cors"] },
  stylesheet: byAttribute,
  /**
   * `@font-face`: always with CORS, and to another origin never with credentials.
   * @see https://drafts.csswg.org/css-fonts/#font-fetching-requirements
   */
  font: { modes: ["cors"], credentials: ["same-origin"] },
};

/** What an element gives its page no way to ask for; `null` where all can be asked for. */
export function whatElementCannotExpress(element: ElementKind, asked: CorsRequest): "mode" | "credentials" | null {
  const { modes, credentials } = elements[element];
  if (!modes.includes(asked.mode)) return "mode";
  return credentials.includes(asked.credentials) ? null : "credentials";
}

/** A profile's departures as they hold for what asks. */
export function departuresFor(element: ElementKind | undefined, departures: Departures): Departures {
  if (element !== "video" || !departures.mediaKeepUserInfo) return departures;
  const { refusesUserInfo: _, ...others } = departures;
  return others;
}
