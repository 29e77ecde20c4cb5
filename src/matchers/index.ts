/**
 * Matchers for Vitest, Jest and Playwright: `expect.extend(matchers)`. Needs Node.
 * @module
 */
import { type AuditOptions, type AuditTarget, adviceLines, audit } from "../audit/index.ts";
import { browsersWith } from "../components/browsersWith.ts";
import { fillIn } from "../i18n/fillIn.ts";
import { type Language, languages } from "../i18n/languages.ts";
import {
  type CorsRequest,
  type CorsResponse,
  checkPreflightResponse,
  checkResponse,
  type Engine,
  type Exchange,
  engines,
  type Failure,
  findCauses,
  type HeaderLine,
  leastResponses,
  plainRequest,
  profiles,
} from "../rules/index.ts";
import { languageOf } from "../terminal/language.ts";
import { libraryIn } from "../terminal/library.ts";
import { writeCause } from "../terminal/mending.ts";
import { failureText, missText, titleOf } from "../terminal/reports/auditWords.ts";
import { Sheet, wordsOf } from "../terminal/sheet.ts";
import type { Words } from "../terminal/words.ts";

export type { Language };

/** An answer as tests have it: of `fetch()`, of Playwright's `request`, or as the rules have it. */
export type Answer =
  | CorsResponse
  | { status: number; headers: Iterable<readonly [string, string]> }
  | { status(): number; headersArray(): readonly { name: string; value: string }[] };

export interface PassCorsOptions {
  /** The request that was answered. What is left out is that of `fetch(url)`. */
  request: Pick<CorsRequest, "origin" | "url"> & Partial<CorsRequest>;
  /** Which engine is to let it pass. By default each of them. */
  engine?: Engine;
  /** Which of its answers this is: by default that to the request itself. */
  at?: "preflight" | "response";
  /** The language of the messages. By default that of the environment. */
  language?: Language;
}

/** What `toHoldCors` asks: what an audit asks, from one origin. */
export interface HoldCorsOptions extends Partial<Omit<AuditTarget, "urls" | "origins">>, AuditOptions {
  /** The origin that may read the answers. */
  origin: string;
  /** Further URLs of the server, which need a token, or fail. */
  also?: readonly string[];
  language?: Language;
}

/** What a matcher returns to whatever runs it. */
export interface Matched {
  pass: boolean;
  message(): string;
}

/** The matchers as `expect(…)` has them once it is extended: for the declarations of Vitest's and Jest's types. */
export interface CorsMatchers<Returned = unknown> {
  /** Whether a script gets the answer. */
  toPassCors(options: PassCorsOptions): Promise<Returned>;
  /** Whether a server holds the audit. */
  toHoldCors(options: HoldCorsOptions): Promise<Returned>;
}

/** For `expect.extend(matchers)`. */
export const matchers = { toPassCors, toHoldCors };

/** Whether browsers give an answer to the script that asked, by the rules of each engine. */
export async function toPassCors(received: Answer, options: PassCorsOptions): Promise<Matched> {
  const { at = "response", engine, request: asked } = options;
  const request = plainRequest(asked);
  const answer = answerOf(received);
  const check = at === "preflight" ? checkPreflightResponse : checkResponse;
  const wanted = engine === undefined ? engines : [engine];
  const failing = wanted.flatMap((each): { engine: Engine; failures: readonly Failure[] }[] => {
    const result = check(request, answer, profiles[each]);
    return result.ok ? [] : [{ engine: each, failures: result.failures }];
  });
  const words = await wordsIn(options.language);
  const [first] = failing;
  const nameOf = (each: readonly Engine[]) =>
    each.map((name) => browsersWith[name][0]).join(words.checker["list.separator"]);
  return {
    pass: first === undefined,
    message: () => {
      if (!first) return fillIn(words.terminal["matcher.passes"], { engine: nameOf(wanted) });
      const names = nameOf(failing.map((each) => each.engine));
      const sheet = new Sheet(false).line([fillIn(words.terminal["matcher.blocked"], { engine: names })]);
      for (const failure of first.failures) sheet.line(wordsOf(failureText(failure, words)), 2);
      const { preflight } = leastResponses(request);
      const exchange: Exchange =
        at === "preflight"
          ? { request, preflight: answer }
          : { request, response: answer, ...(preflight && { preflight }) };
      const [cause] = findCauses(exchange);
      if (cause) writeCause(sheet, cause.id, words);
      return sheet.toString();
    },
  };
}

/** Whether a server holds the audit, by all of its lines but those that are worth knowing only. */
export async function toHoldCors(url: string, options: HoldCorsOptions): Promise<Matched> {
  const { origin, also = [], language, timeout, rate, userAgent, ...target } = options;
  const report = await audit(
    {
      methods: ["POST"],
      headers: [["Content-Type"]],
      credentials: false,
      ...target,
      urls: [url, ...also],
      origins: [origin],
    },
    {
      ...(timeout !== undefined && { timeout }),
      ...(rate !== undefined && { rate }),
      ...(userAgent !== undefined && { userAgent }),
    },
  );
  const words = await wordsIn(language);
  const failing = report.lines.flatMap((line) => (line.state === "fails" && !adviceLines.has(line.line) ? [line] : []));
  return {
    pass: report.holds === true,
    message: () => {
      const values = { url, origin, count: failing.length };
      const text = report.holds === true ? "matcher.holds" : "matcher.misses";
      const sheet = new Sheet(false).line([fillIn(words.terminal[text], values)]);
      for (const { line, misses } of failing) {
        sheet.line(["✗ ", titleOf(line, words)]);
        const [miss] = misses;
        if (miss) sheet.line(wordsOf(missText(miss, words)), 4);
        for (const failure of miss?.failures.slice(0, 2) ?? []) sheet.line(wordsOf(failureText(failure, words)), 4);
      }
      // Of a server that does not answer no line fails, and none holds.
      const [untold] = report.holds === null ? report.lines.flatMap((line) => ("why" in line ? [line.why] : [])) : [];
      if (untold !== undefined) {
        const why = words.terminal[`audit.why-unknown.${untold}`];
        sheet.line([`○ ${words.terminal["audit.unknown"]}${words.outcome["label.colon"]}${why}`]);
      }
      const [cause] = failing.flatMap(({ misses }) => misses.flatMap(({ causes }) => causes));
      if (cause !== undefined) writeCause(sheet, cause, words);
      return sheet.toString();
    },
  };
}

function answerOf(received: Answer): CorsResponse {
  if (typeof received.status === "function") {
    const { headersArray, status } = received as Extract<Answer, { status(): number }>;
    return {
      status: status.call(received),
      headers: headersArray.call(received).map(({ name, value }): HeaderLine => [name, value]),
    };
  }
  const { status, headers } = received as { status: number; headers: Iterable<readonly [string, string]> };
  return { status, headers: [...headers] };
}

const library = libraryIn(new URL("./words/", import.meta.url));

function wordsIn(language: Language | undefined): Promise<Words> {
  const known = languages.find((each) => each === language);
  return library.words(known ?? languageOf([], process.env).language);
}
