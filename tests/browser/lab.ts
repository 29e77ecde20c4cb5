import type { CDPSession, Page } from "playwright-core";
import { type Answer, type Arrival, sentHeaders, startRawServer } from "../../scripts/lab/rawServer.ts";
import { runnerAnswer, runnerPath } from "../../scripts/lab/runner/pages.ts";
import type { PageStep } from "../../scripts/lab/runner/playInPage.ts";
import type { PlayStep } from "../../scripts/lab/runner/setUpRunner.ts";
import {
  type CorsResponse,
  chromium,
  decidePreflight,
  type HeaderLine,
  isPreflight,
  leastResponses,
} from "../../src/rules/index.ts";
import type { RecordedResult } from "../../src/scenarios/recorded.ts";
import { launchChromium } from "../support/chromium.ts";
import type { Observed } from "./disagreements.ts";

/** A request for the browser to make, and what the server answers. */
export interface LabCase extends PageStep {
  /** The answer to OPTIONS; by default the least that passes. */
  preflight?: CorsResponse;
  /** The answer to the actual request; by default the least that passes, and `X-Extra: 1`. */
  response?: CorsResponse;
  /** What the default answer to the actual request has besides. */
  responseHeaders?: readonly HeaderLine[];
}

/** A real browser, and two real servers whose origins differ by their port. */
export interface Lab {
  /** The page's origin. It also serves cases, for same-origin requests. */
  page: string;
  /** The other origin. */
  api: string;
  /**
   * Makes requests, some at a time, each at a path of its own, so that no cache can answer it.
   * @param cases `/CASE` in a URL or in a header of an answer is replaced by the path. A request
   *   whose origin is `null` is made by a frame that has an opaque origin
   * @returns what was seen of each, in their order, when all that was expected has arrived
   */
  play(cases: readonly LabCase[]): Promise<Observed[]>;
  /** What the page's console has printed, each line once. */
  printed: string[];
  /** URLs of the page's requests that failed, and why: `net::ERR_BLOCKED_BY_ORB`. */
  failures: Map<string, string>;
  close(): Promise<void>;
}

/** What the servers of the examples answer; to Chromium it must look like JSON to be taken for it. */
const json = '{"items":[]}';

interface Plan {
  preflight: Answer;
  response: Answer;
  arrivals: Arrival[];
}

/**
 * Starts the servers and the browser.
 * @throws with one line that says how to get a browser, where there is none
 */
export async function startLab(): Promise<Lab> {
  const browser = await launchChromium();
  const plans = new Map<string, Plan>();
  const answer = (arrival: Arrival): Answer => {
    const plan = plans.get(/^\/case\/\d+/.exec(arrival.path)?.[0] ?? "");
    if (!plan) return runnerAnswer(arrival.path) ?? { status: 404, headers: [] };
    plan.arrivals.push(arrival);
    return isPreflight(arrival) ? plan.preflight : plan.response;
  };
  const pageServer = await startRawServer(answer);
  const apiServer = await startRawServer(answer);

  const tab = await browser.newPage();
  const printed: string[] = [];
  tab.on("console", (message) => printed.push(message.text()));
  const failures = await watchFailures(await tab.context().newCDPSession(tab));
  await tab.goto(`${pageServer.origin}${runnerPath(undefined)}`);

  const plan = (original: LabCase): Observed => {
    const path = `/case/${plans.size}`;
    const each = replaceCase(original, path);
    const least = leastResponses(each.request, chromium);
    const [type, body] = contentFor(each);
    const headers: HeaderLine[] = [
      ["Content-Type", type],
      ["X-Extra", "1"],
      ...least.response,
      ...(each.responseHeaders ?? []),
    ];
    const response = each.response ? { ...each.response, body: json } : { status: 200, headers, body };
    const arrivals: Arrival[] = [];
    plans.set(path, {
      preflight: each.preflight ?? least.preflight ?? { status: 404, headers: [] },
      response,
      arrivals,
    });
    return {
      case: each,
      decision: decidePreflight(each.request, chromium),
      response: { status: response.status, headers: sentHeaders(response) },
      arrivals,
      played: { result: "failed", error: "not played" },
    };
  };

  return {
    page: pageServer.origin,
    api: apiServer.origin,
    printed,
    failures,
    async play(cases) {
      const all = cases.map(plan);
      await playIn(tab, all);
      await settle(all);
      return all;
    },
    async close() {
      await browser.close();
      await Promise.all([pageServer.close(), apiServer.close()]);
    },
  };
}

async function watchFailures(session: CDPSession): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  const urls = new Map<string, string>();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
  session.on("Network.loadingFailed", ({ requestId, errorText }) => failures.set(urls.get(requestId) ?? "", errorText));
  await session.send("Network.enable");
  return failures;
}

function replaceCase(each: LabCase, path: string): LabCase {
  return JSON.parse(JSON.stringify(each).replaceAll("/CASE", path)) as LabCase;
}

/** What an API takes for an answer: an element must be able to use it. */
function contentFor({ request, element }: LabCase): [type: string, body: string] {
  if (request.api === "eventsource") return ["text/event-stream", ":\n\n"];
  if (request.api !== "element") return ["text/plain", "text"];
  if (element === "img") return ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'];
  return ["text/javascript", ""];
}

/** Plays some at a time: as many as a browser sends to one origin. */
async function playIn(tab: Page, all: readonly Observed[]): Promise<void> {
  const played = await tab.evaluate(
    async (cases) => {
      const { play } = self as unknown as { play: PlayStep };
      const results: RecordedResult[] = new Array(cases.length);
      const left = cases.entries();
      const worker = async () => {
        for (const [index, each] of left) results[index] = await play(each);
      };
      await Promise.all(Array.from({ length: 6 }, worker));
      return results;
    },
    all.map(({ case: { request, element } }): PageStep => ({ request, ...(element && { element }) })),
  );
  for (const [index, each] of all.entries()) each.played = played[index] ?? each.played;
}

/** A beacon says nothing when it has arrived; and what should not arrive gets a moment to do so. */
async function settle(all: readonly Observed[]): Promise<void> {
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const waiting = () => all.some(({ played, arrivals }) => played.result === "queued" && arrivals.every(isPreflight));
  for (let left = 600; left > 0 && waiting(); left--) await pause(50);
  await pause(250);
}

/** Makes very many requests: a thousand at a time, so that no page holds them all. */
export async function playInTurns(lab: Lab, cases: readonly LabCase[]): Promise<Observed[]> {
  const observed: Observed[] = [];
  for (let start = 0; start < cases.length; start += 1000) {
    observed.push(...(await lab.play(cases.slice(start, start + 1000))));
  }
  return observed;
}
