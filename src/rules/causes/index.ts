import { asciiLowercase } from "../bytes.ts";
import { type Exchange, judgeExchange } from "../exchange.ts";
import { normalizeMethod } from "../methods.ts";
import { checkPreflightResponse, checkResponse, corsCheck, leastResponses } from "../responses.ts";
import { checkCauses } from "./checkCauses.ts";
import { listCauses } from "./listCauses.ts";
import {
  chromiumMessage,
  type FirefoxLanguage,
  firefoxMessage,
  type MessageValues,
  webkitMessage,
} from "./messages.ts";
import { readingCauses } from "./readingCauses.ts";
import { statusCauses } from "./statusCauses.ts";
import type { Cause, Engine, Prints } from "./types.ts";

export type { FirefoxLanguage } from "./messages.ts";
export type { Cause, Engine, Hop } from "./types.ts";

/** Every cause that the site knows, in the order in which the table shows them: along the exchange. */
export const causes: readonly Cause[] = [...statusCauses, ...checkCauses, ...listCauses, ...readingCauses];

/** The causes that an exchange shows, in the table's order; none where nothing is wrong. */
export function findCauses(exchange: Exchange): Cause[] {
  const judged = judgeExchange(exchange);
  return causes.filter((cause) => cause.shows(judged));
}

/** A line that an engine's console prints. */
export interface PrintedMessage {
  engine: Engine;
  /** Firefox prints in its user's language; the others in English only. */
  language: FirefoxLanguage;
  text: string;
}

/**
 * What the engines print for an exchange that a cause explains.
 * @param exchange by default the cause's own example
 */
export function printedMessages(cause: Cause, exchange: Exchange = cause.example): PrintedMessage[] {
  const values = messageValues(exchange);
  const { chromium, firefox, webkit } = printsFor(cause, exchange);
  const languages: FirefoxLanguage[] = ["en", "zh-TW", "ja"];
  return [
    ...chromium.map((key) => ({
      engine: "chromium" as const,
      language: "en" as const,
      text: chromiumMessage(key, values),
    })),
    ...firefox.flatMap((key) =>
      languages.map((language) => ({
        engine: "firefox" as const,
        language,
        text: firefoxMessage(key, values, language),
      })),
    ),
    ...webkit.map((key) => ({ engine: "webkit" as const, language: "en" as const, text: webkitMessage(key, values) })),
  ];
}

/** An engine that looks at the CORS headers first names the status only where they are right. */
function printsFor({ prints, printsDespiteCorsHeaders }: Cause, { request, preflight }: Exchange): Prints {
  const despite = printsDespiteCorsHeaders && preflight && corsCheck(request, preflight) === null;
  return despite ? printsDespiteCorsHeaders : prints;
}

/**
 * A cause's example as it is where the failing answer carries the right CORS headers all the same;
 * `null` where that makes no difference to what the engines print.
 */
export function exampleDespiteCorsHeaders({ example, printsDespiteCorsHeaders }: Cause): Exchange | null {
  const { request, preflight } = example;
  if (!printsDespiteCorsHeaders || !preflight) return null;
  const { preflight: least } = leastResponses(request);
  return { ...example, preflight: { ...preflight, headers: [...preflight.headers, ...(least?.headers ?? [])] } };
}

/** Engines fill their messages from the first failure and from the answer that failed. */
function messageValues({ request, preflight, response }: Exchange): MessageValues {
  const check = preflight && checkPreflightResponse(request, preflight);
  const preflightFailed = check !== undefined && !check.ok;
  const failed = preflightFailed ? check : response && checkResponse(request, response);
  const failure = failed && !failed.ok ? failed.failures[0] : undefined;
  return {
    url: request.url,
    origin: request.origin,
    status: (preflightFailed ? preflight?.status : response?.status) ?? 0,
    method: normalizeMethod(request.method),
    header: failure?.subject ?? "",
    headerAsWritten:
      request.headers.find(([name]) => asciiLowercase(name) === failure?.subject)?.[0] ?? failure?.subject ?? "",
    value: failure?.value ?? "",
  };
}
