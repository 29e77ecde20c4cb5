import { type CorsResponse, getHeader, isPreflight } from "../../src/rules/index.ts";
import type { Step } from "../../src/scenarios/types.ts";
import { bodyOf } from "./bodyOf.ts";
import type { Answer, Arrival } from "./rawServer.ts";

/** What the servers answer while a step is played. Knows which hops of a redirect were already answered. */
export type Plan = (url: string, arrival: Arrival) => Answer;

interface Hop {
  url: string;
  preflight: CorsResponse;
  response: CorsResponse;
  answered: boolean;
}

const notFound: CorsResponse = { status: 404, headers: [] };

/**
 * @param step with real URLs
 * @param before the step before it, whose answers stand where this one's is to come out of the browser's cache
 */
export function planStep(step: Step, before?: Step): Plan {
  const hops = hopsOf(step.stored && before ? { ...before, request: step.request } : step);
  return (url, arrival) => {
    const here = hops.filter((hop) => hop.url === url);
    // A redirect can lead to a URL that was asked before: the hops of a URL have their turns.
    const hop = here.find(({ answered }) => !answered) ?? here.at(-1);
    if (isPreflight(arrival)) return withBody(hop?.preflight ?? notFound);
    if (hop) hop.answered = true;
    return withBody(hop?.response ?? notFound);
  };
}

/** The URLs that a step leads to: the request's own, and one for each Location that has an answer planned. */
function hopsOf({ request, preflight, response, redirects = [] }: Step): Hop[] {
  const hops: Hop[] = [];
  let url = absolute(request.url);
  for (const answers of [{ preflight, response }, ...redirects]) {
    if (url === undefined) break;
    const hop = {
      url,
      preflight: answers.preflight ?? notFound,
      response: answers.response ?? notFound,
      answered: false,
    };
    hops.push(hop);
    const location = getHeader(hop.response.headers, "Location");
    url = location === null ? undefined : absolute(location, url);
  }
  return hops;
}

/** A URL as a server sees it: without what the browser keeps to itself. */
function absolute(text: string, base?: string): string | undefined {
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  url.hash = "";
  url.username = "";
  url.password = "";
  return url.href;
}

/** What an API takes for an answer of its type, where the scenario has no body. */
function withBody(response: CorsResponse): Answer {
  if (response.body !== undefined) return response;
  return { ...response, body: bodyOf(getHeader(response.headers, "Content-Type") ?? "") };
}
