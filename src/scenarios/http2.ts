import type { CorsResponse } from "../rules/index.ts";
import { actualAnswers } from "./actualAnswer.ts";
import { allowOrigins } from "./allowOrigin.ts";
import { credentials } from "./credentials.ts";
import { exposedHeaders } from "./exposedHeaders.ts";
import { hosts } from "./hosts.ts";
import { lists } from "./lists.ts";
import { nullOrigins } from "./nullOrigin.ts";
import { severalFaults } from "./severalFaults.ts";
import type { Scenario, Step } from "./types.ts";

/** A value, or a list of them, as servers write it. */
const USUAL = /^[^\s,;"[\]/]+(?:, [^\s,;"[\]/]+)*$|^https?:\/\/[^\s,;"]+$/;

/** What a server answers may come otherwise over HTTP/2, where names are in lower case and lines are kept apart. */
const played = [
  ...nullOrigins,
  ...allowOrigins,
  ...credentials,
  ...lists,
  ...severalFaults,
  ...actualAnswers,
  ...exposedHeaders,
];

/** Every scenario whose answer repeats a header or writes it oddly, played over HTTP/2. */
export const overHttp2: readonly Scenario[] = played.flatMap((scenario) => {
  const { steps } = scenario;
  if (!steps.every((step) => isToApi(step) && canBeSent(step)) || !steps.some(isOdd)) return [];
  const [first, ...rest] = steps.map(toHttp2);
  if (!first) return [];
  return [
    { ...scenario, id: `${scenario.id}-over-http2`, title: `Over HTTP/2: ${scenario.title}`, steps: [first, ...rest] },
  ];
});

function isToApi({ request, redirects }: Step): boolean {
  return request.url.startsWith(`${hosts.api}/`) && !redirects;
}

function toHttp2(step: Step): Step {
  const url = step.request.url.replace(hosts.api, hosts.http2);
  return { ...step, request: { ...step.request, url } };
}

function isOdd({ preflight, response }: Step): boolean {
  return [preflight, response].some((answer) => answer !== undefined && hasOddLines(answer));
}

function hasOddLines({ headers }: CorsResponse): boolean {
  const ofCors = headers.filter(([name]) => /^access-control-/i.test(name));
  const names = new Set(ofCors.map(([name]) => name.toLowerCase()));
  return names.size < ofCors.length || !ofCors.every(([, value]) => USUAL.test(value));
}

/**
 * Whether all values can be sent: spaces around one make the whole answer malformed.
 * @see https://www.rfc-editor.org/rfc/rfc9113#section-8.2.1
 */
function canBeSent({ preflight, response }: Step): boolean {
  const headers = [...(preflight?.headers ?? []), ...(response?.headers ?? [])];
  return headers.every(([, value]) => value === value.trim());
}
