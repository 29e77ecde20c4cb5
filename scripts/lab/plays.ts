import { type CorsResponse, type HeaderLine, isPreflight } from "../../src/rules/index.ts";
import { type HostName, hosts } from "../../src/scenarios/hosts.ts";
import type { RecordedRequest } from "../../src/scenarios/recorded.ts";
import type { Playable, Step } from "../../src/scenarios/types.ts";
import type { Names, RealOrigins } from "./names.ts";
import { type Plan, planStep } from "./plan.ts";
import type { Answer, Arrival } from "./rawServer.ts";
import { runnerPath } from "./runner/pages.ts";

/** A scenario that is being played, on real servers. */
export interface Play {
  steps: readonly PlayedStep[];
  /** Lets the servers answer as a step says, and forgets what has arrived. */
  begin(index: number): void;
  /** What has arrived since the step began, with the scenarios' names. */
  arrivals(): RecordedRequest[];
  /** A text of the browser's as it would be if the servers had the scenarios' names. */
  toNamed(text: string): string;
}

export interface PlayedStep {
  /** The step with real URLs, apart from every other play's. */
  step: Step;
  /** The real URL of the page that plays it. */
  page: string;
}

/** The plays of one lab. */
export interface Plays {
  prepare(scenario: Playable): Play;
  /** What a host answers to a request; `undefined` where it belongs to no play. */
  answer(host: HostName, arrival: Arrival): Answer | undefined;
}

/** The headers of a request that are recorded, besides those that begin with `access-control-` and those that its page set. */
const recorded = ["origin", "content-type", "authorization", "cookie"];

export function startPlays(names: Names, real: RealOrigins): Plays {
  const receivers: ((host: HostName, arrival: Arrival) => Answer)[] = [];

  const prepare = (scenario: Playable): Play => {
    // The first segment of its paths: so no cache answers it with an earlier play's answer.
    const segment = `/~${receivers.length}`;
    let server = "127.0.0.1";
    const toNamed = (text: string) =>
      names
        .toNamed(text.replace(new RegExp(`${segment}(?!\\d)`, "g"), ""))
        // An address without a port could be any server's: it is that of the one that the step asks.
        .replace(/(?<![\w./@-])127\.0\.0\.1(?!:\d|[\w-]|\.\w)/g, server);
    const steps = scenario.steps.map((step) => ({
      step: realStep(step, names, real, segment),
      page: pageOf(step, real),
    }));
    let plan: Plan = () => ({ status: 404, headers: [] });
    let written: readonly string[] = [];
    let arrived: RecordedRequest[] = [];
    receivers.push((host, arrival) => {
      arrived.push(record(host, arrival, written, toNamed));
      return plan(`${real[host]}${arrival.path}`, arrival);
    });
    return {
      steps,
      begin: (index) => {
        const step = steps[index]?.step;
        const named = scenario.steps[index]?.request.url ?? "";
        if (!step) throw new Error(`${scenario.id} has no step ${index}. Count from 0.`);
        server = URL.canParse(named) ? new URL(named).hostname : "127.0.0.1";
        written = step.request.headers.map(([name]) => name.toLowerCase());
        plan = planStep(step, steps[index - 1]?.step);
        arrived = [];
      },
      arrivals: () => arrived,
      toNamed,
    };
  };

  return {
    prepare,
    answer: (host, arrival) => {
      const number = /^\/~(\d+)(?:[/?]|$)/.exec(arrival.path)?.[1];
      return number === undefined ? undefined : receivers[Number(number)]?.(host, arrival);
    },
  };
}

/** A step with real origins everywhere, and the play's segment in its URLs and its answers' Locations. */
function realStep(step: Step, names: Names, real: RealOrigins, segment: string): Step {
  const inPlay = (url: string) => {
    const there = names.toReal(url);
    // A path belongs to whichever host it is of.
    if (there.startsWith("/") && !there.startsWith("//")) return `${segment}${there}`;
    const [, origin = "", rest = ""] = /^(https?:\/\/[^/?#]*)(.*)$/s.exec(there) ?? [];
    const isOurs = Object.values(real).includes(origin.replace(/\/\/.*@/, "//"));
    return isOurs ? `${origin}${segment}${rest}` : there;
  };
  const line = ([name, value]: HeaderLine): HeaderLine => [
    name,
    name.toLowerCase() === "location" ? inPlay(value) : names.toReal(value),
  ];
  const answer = (response: CorsResponse): CorsResponse => ({ ...response, headers: response.headers.map(line) });
  const answers = ({ preflight, response }: Pick<Step, "preflight" | "response">) => ({
    ...(preflight && { preflight: answer(preflight) }),
    ...(response && { response: answer(response) }),
  });
  const { request, redirects } = step;
  return {
    ...step,
    ...answers(step),
    request: {
      ...request,
      origin: names.toReal(request.origin),
      url: inPlay(request.url),
      headers: request.headers.map(([name, value]) => [name, names.toReal(value)]),
    },
    ...(redirects && { redirects: redirects.map(answers) }),
  };
}

/**
 * The page that plays a step: of the request's origin. A request whose origin is opaque comes from a frame.
 * @throws where no host has the origin
 */
function pageOf({ request, serviceWorker, pagePolicy }: Step, real: RealOrigins): string {
  const opaque = request.url.startsWith("http://") ? hosts.plainPage : hosts.page;
  const origin = request.origin === "null" ? opaque : request.origin;
  const host = (Object.keys(hosts) as HostName[]).find((name) => hosts[name] === origin);
  if (!host) throw new Error(`No host of the lab has the origin ${origin}. Take one of src/scenarios/hosts.ts.`);
  return `${real[host]}${runnerPath(serviceWorker, pagePolicy)}`;
}

/** @param written names of the headers that the page set, in lower case */
function record(
  host: HostName,
  arrival: Arrival,
  written: readonly string[],
  toNamed: (text: string) => string,
): RecordedRequest {
  const names = new Set([...recorded, ...(isPreflight(arrival) ? ["accept"] : written)]);
  const headers = arrival.headers.flatMap(([name, value]): HeaderLine[] => {
    const lower = name.toLowerCase();
    if (!names.has(lower) && !lower.startsWith("access-control-")) return [];
    return [[lower, toNamed(stable(lower, value))]];
  });
  const path = toNamed(arrival.path);
  return { url: `${hosts[host]}${path.startsWith("/") ? path : `/${path}`}`, method: arrival.method, headers };
}

/** A value without what differs from one play to the next. */
function stable(name: string, value: string): string {
  if (name === "content-type") return value.replace(/(boundary=)[\w-]+/, "$1X");
  // Whoever plays it may have cookies of other programs on 127.0.0.1.
  if (name === "cookie") return /(?:^|; )lab=1(?:;|$)/.test(value) ? "lab=1" : "";
  return value;
}
