import { maskedHeader } from "../diagnose/secrets.ts";
import { maskedText, maskedUrl } from "../diagnose/secretWords.ts";
import type { ProbedEngine, Verdict } from "../probe/index.ts";
import type { CorsRequest, CorsResponse, Engine, Exchange, Failure, RedirectAnswer, Trace } from "../rules/index.ts";

/** What `--json` prints, without secrets. `schema.json` of the package describes it; a change there is a new version. */

export function requestJson({ headers, url, ...request }: CorsRequest) {
  return { ...request, url: maskedUrl(url), headers: headers.map(maskedHeader) };
}

/** No server means more. */
const MOST_HEADERS = 200;

export function responseJson({ status, headers }: CorsResponse) {
  return { status, headers: headers.slice(0, MOST_HEADERS).map(maskedHeader) };
}

export function failuresJson(failures: readonly Failure[]) {
  return failures.map(({ value, ...failure }) => ({
    ...failure,
    ...(value !== undefined && { value: maskedText(value) }),
  }));
}

function exchangeJson({ redirects, protocol, ...answers }: Exchange) {
  return {
    ...answersJson(answers),
    ...(redirects && { redirects: redirects.map(answersJson) }),
    ...(protocol && { protocol }),
  };
}

function answersJson({ preflight, response }: RedirectAnswer) {
  return {
    ...(preflight && { preflight: responseJson(preflight) }),
    ...(response && { response: responseJson(response) }),
  };
}

/** How an exchange went in an engine. */
export function engineJson({ engine, verdict, exchange, trace }: ProbedEngine): Record<string, unknown> {
  return { engine, verdict, end: endJson(trace), exchange: exchangeJson(exchange) };
}

export function verdictJson(engine: Engine, verdict: Verdict, trace: Trace) {
  return { engine, verdict, end: endJson(trace) };
}

function endJson({ end }: Trace) {
  return {
    kind: end.kind,
    url: maskedUrl(end.request.url),
    ...("at" in end && { at: end.at }),
    ...("code" in end && { code: end.code }),
    ...("failures" in end && { failures: failuresJson(end.failures) }),
    ...("reasons" in end && {
      reasons: end.reasons.map(({ code, clause, subject }) => ({
        code,
        clause,
        ...(subject !== undefined && { subject }),
      })),
    }),
    ...("exposedHeaders" in end && { exposedHeaders: end.exposedHeaders.slice(0, MOST_HEADERS) }),
  };
}
