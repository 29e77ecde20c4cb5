import { isOpenHeader, withoutSecrets } from "../../diagnose/secretWords.ts";
import {
  type CorsRequest,
  type CorsResponse,
  type Exchange,
  foresee,
  getHeader,
  isRedirectStatus,
  judgeExchange,
  leastResponses,
  normalizeMethod,
  type Profile,
  type Trace,
} from "../../rules/index.ts";
import { MOST_HOPS, mayAnswerWith, PREFIX, type WantedAnswer, writeHops } from "./answers.ts";

/** Where something is tried. */
export interface Here {
  /** The page's origin, which stands in for the request's. */
  origin: string;
  /** The lab's, which stands in for that of the request's URL. */
  lab: string;
  /** The rules of this browser's engine. */
  profile: Profile;
  /** Whether a service worker controls the page; the site's own lets such requests pass. */
  isControlled: boolean;
}

/** Why an exchange cannot be tried. */
export type Obstacle =
  /** It needs more than a page, a server and what they say. */
  | "scenario"
  /** The script of another API never learns what came of it, or wants an answer that the lab does not give. */
  | "api"
  | "stream"
  | "not-http"
  | "opaque-origin"
  | "same-origin"
  /** The browser sends nothing. */
  | "unsent"
  /** The page came over TLS, and the lab does not speak it. */
  | "lab-insecure"
  /** It leads to another origin than the request's URL has, or too often to the same. */
  | "redirect"
  /** It is too long, or no server can send it. */
  | "answer";

/** What came of a request, as its script has it. */
export type Result = "passed" | "opaque" | "blocked";

/** What the rules say that this browser does. */
export interface Predicted {
  result: Result;
  isPreflighted: boolean;
  /** That of the answer which the script reads. */
  status?: number;
}

/** All that it takes to try an exchange. */
export interface Plan {
  /** As this page makes it; its URL is still to be made of one of the three answers. */
  request: CorsRequest;
  predicted: Predicted;
  /** What the lab is asked to answer, as a part of its address. */
  asked: string;
  /** The same request, refused to a preflight and else permitted: what comes of it tells whether there is one. */
  refusing: string;
  /** Permitted throughout: what comes of it tells whether the other failed for its preflight. */
  permitting: string;
  /** Whether this browser may ask its user first, as the lab is nearer than the page. */
  needsPermission: boolean;
}

/** What was learned of the hops so far; what is missing is filled in with the least that passes. */
type Known = Pick<Exchange, "preflight" | "response">;

/**
 * Plans how an exchange is tried from a page: its origin and its server become the page's own and the lab's, in the
 * request and in the answers alike. What no answer is known for is answered with the least that passes.
 */
export function planTry(exchange: Exchange, here: Here): Plan | { obstacle: Obstacle } {
  const obstacle = obstacleOf(exchange, here.profile);
  if (obstacle) return { obstacle };
  const rename = renaming(exchange.request, here);
  const hops = hopsOf(exchange, here, rename);
  if (!hops) return { obstacle: "redirect" };
  const request = requestFrom(exchange.request, here);
  const { needsPermissionFor, trace: before } = foresee(request, here.profile);
  if (before.end.kind === "stopped") return { obstacle: "lab-insecure" };

  const completed = complete(request, hops, here);
  if (!completed) return { obstacle: "redirect" };
  const response: WantedAnswer = { status: 200, headers: leastResponses(request, here.profile).response };
  const refused: WantedAnswer = { status: 403, headers: [] };
  const asked = writeHops(
    completed.hops.map((hop) => ({
      preflight: hop.preflight ? wanted(hop.preflight) : refused,
      response: hop.response ? wanted(hop.response) : response,
    })),
  );
  const refusing = writeHops([{ preflight: refused, response }]);
  const permitting = writeHops([{ preflight: permission(request), response }]);
  if (asked === undefined || refusing === undefined || permitting === undefined) return { obstacle: "answer" };
  return {
    request,
    predicted: predictedOf(completed.trace),
    asked,
    refusing,
    permitting,
    needsPermission: needsPermissionFor !== null && !here.profile.ignoresAddressSpaces,
  };
}

/** What keeps it from being tried, whatever is answered. */
function obstacleOf(exchange: Exchange, profile: Profile): Obstacle | undefined {
  const { request, element, wantedHeader, unreachable, earlier, stored, addressSpaces, serviceWorker } = exchange;
  const around = [element, wantedHeader, unreachable, earlier, stored, addressSpaces, serviceWorker];
  if (around.some((each) => each !== undefined)) return "scenario";
  if (request.api !== "fetch" && request.api !== "xhr") return "api";
  if (request.body === "stream") return "stream";
  if (!/^https?:/i.test(request.url)) return "not-http";
  if (request.origin === "null") return "opaque-origin";
  const { decision, trace } = foresee(request, profile);
  if (decision.outcome === "same-origin") return "same-origin";
  return trace.end.kind === "unanswered" ? undefined : "unsent";
}

/** The request as this page makes it. Secrets stay where they are: no value of such a header decides anything. */
function requestFrom(request: CorsRequest, { origin, lab }: Here): CorsRequest {
  const headers = request.headers.map(
    ([name, value]) => [name, isOpenHeader(name) ? value : withoutSecrets(value)] as const,
  );
  return { ...request, origin, url: lab + PREFIX, headers };
}

/**
 * Puts the page's origin and the lab's in place of the request's and its server's wherever a whole one stands, and the
 * other way round, so that what is not equal there is not equal here. One with a capital letter stays one that is not
 * as browsers write it.
 */
function renaming({ origin, url }: CorsRequest, here: Here): (text: string) => string {
  const pairs = [
    [here.lab, new URL(url).origin],
    [here.origin, origin],
    [new URL(url).origin, here.lab],
    [origin, here.origin],
  ] as const;
  const names = new Map<string, string>(pairs);
  const any = [...names.keys()].map((name) => name.replace(/[^\w]/g, "\\$&")).join("|");
  const origins = new RegExp(`(?:${any})(?![\\w:-]|\\.\\w)`, "gi");
  return (text) =>
    text.replace(origins, (found) => {
      const name = names.get(found.toLowerCase());
      if (name === undefined) return found;
      return found === found.toLowerCase() ? name : name.toUpperCase();
    });
}

/** @returns what is known of each URL's answers, as this page gets them; nothing where one leads to elsewhere */
function hopsOf(exchange: Exchange, { lab }: Here, rename: (text: string) => string): Known[] | undefined {
  const hops: Known[] = [];
  const { origin } = new URL(exchange.request.url);
  let { url } = exchange.request;
  for (const { preflight, response } of [exchange, ...(exchange.redirects ?? [])]) {
    const location = response && isRedirectStatus(response.status) ? getHeader(response.headers, "location") : null;
    if (location !== null) {
      if (!URL.canParse(location, url) || new URL(location, url).origin !== origin) return undefined;
      url = new URL(location, url).href;
    }
    const here = (answer: CorsResponse): CorsResponse => ({
      status: answer.status,
      headers: answer.headers
        .filter(([name]) => mayAnswerWith(name))
        .map(([name, value]) => [name, rename(value)] as const),
    });
    hops.push({
      ...(preflight && { preflight: here(preflight) }),
      ...(response && { response: location === null ? here(response) : leadingOn(here(response), lab) }),
    });
    if (location === null) break;
  }
  return hops;
}

/** A redirect as the lab answers it: to itself. */
function leadingOn({ status, headers }: CorsResponse, lab: string): CorsResponse {
  return { status, headers: [...headers, ["Location", lab + PREFIX]] };
}

/** The same without what the lab adds by itself. */
function wanted({ status, headers }: CorsResponse): WantedAnswer {
  return { status, headers: headers.filter(([name]) => name !== "Location") };
}

/** Fills in the least that passes, as far as this browser comes by its rules. @returns nothing where it goes on for too long */
function complete(
  request: CorsRequest,
  known: readonly Known[],
  here: Here,
): { hops: Known[]; trace: Trace } | undefined {
  const hops = [...known];
  // Each turn fills in one answer; a hop has two.
  for (let turn = 0; turn <= 2 * MOST_HOPS; turn++) {
    const [first, ...redirects] = hops;
    const exchange = { request, ...first, redirects, ...(here.isControlled && { serviceWorker: "passes" as const }) };
    const trace = judgeExchange(exchange, here.profile);
    const { end, steps } = trace;
    if (end.kind !== "unanswered") return hops.length <= MOST_HOPS ? { hops, trace } : undefined;
    const least = leastResponses(end.request, here.profile);
    const index = steps.filter(({ kind }) => kind === "redirected").length;
    const response = { status: 200, headers: least.response };
    const { preflight = { ...response, status: 204 } } = least;
    hops[index] = { ...hops[index], ...(end.at === "preflight" ? { preflight } : { response }) };
  }
  return undefined;
}

/** What permits a request to whoever preflights it. */
function permission({ origin, method, headers }: CorsRequest): WantedAnswer {
  return {
    status: 204,
    headers: [
      ["Access-Control-Allow-Origin", origin],
      ["Access-Control-Allow-Credentials", "true"],
      ["Access-Control-Allow-Methods", normalizeMethod(method)],
      ["Access-Control-Allow-Headers", ["content-type", ...headers.map(([name]) => name)].join(", ")],
    ],
  };
}

function predictedOf({ steps: [first], end }: Trace): Predicted {
  const isPreflighted = first ? first.kind === "preflighted" : "at" in end && end.at === "preflight";
  if (end.kind === "readable") return { result: "passed", isPreflighted, status: end.response.status };
  return { result: end.kind === "opaque" ? "opaque" : "blocked", isPreflighted };
}
