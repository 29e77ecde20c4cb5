import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Cause,
  causes,
  type Exchange,
  exampleDespiteCorsHeaders,
  printedMessages,
} from "../../src/rules/index.ts";
import { launchTimeout } from "../support/chromium.ts";
import { isPreflight, type Observed } from "./disagreements.ts";
import { type Lab, startLab } from "./lab.ts";

/**
 * Every cause's example fails in a real Chromium, at the hop that the cause names and with the line
 * in the console that the site prints; and mended as the site says, it succeeds.
 */
let lab: Lab;
/** By what was asked to be played: all at once, which is quicker by far. */
const observations = new Map<Exchange, Observed>();
const putInLowerCase = withMethod("method-not-allowed", "put");

/** Failing answers to the preflight that carry the right headers all the same. */
const despite = new Map(
  causes.flatMap((cause) => {
    const exchange = exampleDespiteCorsHeaders(cause);
    return exchange ? [[cause, exchange] as const] : [];
  }),
);

beforeAll(async () => {
  lab = await startLab();
  const exchanges = [
    ...causes.flatMap(({ example, mended }) => [example, mended]),
    ...despite.values(),
    putInLowerCase,
  ];
  // An element is a script here: what a reader tries who wants JSON from one.
  const observed = await lab.play(exchanges.map((exchange) => ({ ...onRealServers(exchange), element: "script" })));
  for (const [index, exchange] of exchanges.entries()) observations.set(exchange, observed[index] as Observed);
}, launchTimeout);
afterAll(() => lab?.close());

/** Puts the real servers in an exchange: in URLs, in the request's origin and in headers' values. */
function onRealServers(exchange: Exchange): Exchange {
  const text = JSON.stringify(exchange)
    .replaceAll("https://app.example.com", lab.page)
    .replaceAll("https://api.example.com", `${lab.api}/CASE`);
  return JSON.parse(text) as Exchange;
}

/** A cause's example with another method. */
function withMethod(id: string, method: string): Exchange {
  const { example } = causes.find((cause) => cause.id === id) as Cause;
  return { ...example, request: { ...example.request, method } };
}

function observationOf(exchange: Exchange): Observed {
  const observed = observations.get(exchange);
  if (!observed) throw new Error("The exchange was not played.");
  return observed;
}

/** What the rules say that Chromium prints for an exchange, as it was played. */
function expectedLines(cause: Cause, exchange: Exchange): string[] {
  const played = { ...onRealServers(exchange), request: observationOf(exchange).case.request };
  return printedMessages(cause, played).flatMap(({ engine, text }) => (engine === "chromium" ? [text] : []));
}

/** Whether the script got what it wanted. */
function succeeds({ played }: Observed, { wantedHeader }: Exchange): boolean {
  if (played.result !== "answered" || played.type === "opaque") return false;
  return wantedHeader === undefined || played.headers.includes(wantedHeader.toLowerCase());
}

/** What the console printed about a request. Chromium prints a second, general line for each failure. */
function printedAbout(url: string): string[] {
  return lab.printed.filter((line) => line.includes(url) && line.includes("CORS policy"));
}

describe.for(causes)("$id", (cause) => {
  test("its example does in Chromium what the cause says", () => {
    const observed = observationOf(cause.example);
    const allowed = cause.allowedBy.includes("chromium");
    expect(succeeds(observed, cause.example)).toBe(allowed);
    if (!allowed) expect(whereItBroke(observed)).toBe(cause.hop);

    const { url, api } = observed.case.request;
    if (api === "element") expect(lab.failures.get(url)).toBe("net::ERR_BLOCKED_BY_ORB");
    expect(printedAbout(url)).toEqual(expectedLines(cause, cause.example));
  });

  test("its mended exchange succeeds in Chromium", () => {
    const observed = observationOf(cause.mended);
    expect(observed.played).toMatchObject({ result: "answered" });
    expect(succeeds(observed, cause.mended)).toBe(true);
    expect(printedAbout(observed.case.request.url)).toEqual([]);
  });
});

test.for([...despite.keys()])(
  "$id: with the right CORS headers on the failing answer Chromium prints what the cause says",
  (cause) => {
    const exchange = despite.get(cause) as Exchange;
    const observed = observationOf(exchange);
    expect(succeeds(observed, exchange)).toBe(false);
    expect(printedAbout(observed.case.request.url)).toEqual(expectedLines(cause, exchange));
    expect(expectedLines(cause, exchange).join()).toContain("It does not have HTTP ok status.");
  },
);

test("Chromium's line names the method as it is sent, not as it is written", () => {
  const cause = causes.find(({ id }) => id === "method-not-allowed") as Cause;
  const lines = printedAbout(observationOf(putInLowerCase).case.request.url);
  expect(lines).toEqual(expectedLines(cause, putInLowerCase));
  expect(lines.join()).toContain("Method PUT is not allowed");
});

/** The hop at which a failed exchange ended, from what went over the wire. */
function whereItBroke({ arrivals, played, case: { request } }: Observed): Cause["hop"] {
  if (arrivals.length === 0) return "request";
  if (arrivals.every(isPreflight)) return "preflight";
  return played.result === "answered" || request.api === "element" ? "reading" : "response";
}
