import { browsersWith } from "../../components/browsersWith.ts";
import { type Answers, readAnswers, type Side } from "../../components/Checker/answerText.ts";
import { LIGHT as OUTCOME_LIGHT, outcomeOf } from "../../components/Checker/judge.ts";
import { leastArrows } from "../../components/Checker/leastArrows.ts";
import { enginesThatDiffer } from "../../components/Checker/perEngine.ts";
import { clauseName, notes, reasonWords } from "../../components/Checker/reasonWords.ts";
import { defaultState, hasAnswer } from "../../components/Checker/state.ts";
import { isUnsent, LIGHT, verdictOf } from "../../components/Checker/verdict.ts";
import { maskedUrl } from "../../diagnose/secretWords.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import { type CorsRequest, foresee, leastResponses, mixedContentClause, normalizeMethod } from "../../rules/index.ts";
import { type RequestOptions, readAsked } from "../asked.ts";
import {
  type CommonOptions,
  type Context,
  jsonResult,
  type Result,
  type Status,
  sheetOf,
  stackOf,
  wordOf,
} from "../context.ts";
import { draw, maskedArrows, shownArrows } from "../draw.ts";
import { readTextFile } from "../files.ts";
import { requestJson, responseJson, verdictJson } from "../json.ts";
import { writeCauses } from "../mending.ts";
import { causePage } from "../pages.ts";
import { type Sheet, wordsOf } from "../sheet.ts";
import { writeDifferences, writeInEngines, writeLamp } from "../verdicts.ts";
import type { Words } from "../words.ts";
import { WrongUse } from "../wrongUse.ts";

export interface CheckCommandOptions extends CommonOptions, RequestOptions {
  stack?: string;
  /** Files with answers. */
  preflightAnswer?: string;
  responseAnswer?: string;
}

/** `preflight-guide check`: what the checker of the site says of a request, and of the answers to it. */
export async function runCheck(text: string, options: CheckCommandOptions, context: Context): Promise<Result> {
  const { words } = context;
  const stack = await stackOf(options.stack, context);
  const { request } = readAsked(text, options, words);
  const answers: Answers = {
    ...(await answersIn(options.preflightAnswer, "preflight", words)),
    ...(await answersIn(options.responseAnswer, "response", words)),
  };
  const state = { ...defaultState, preflight: answers.preflight ?? null, response: answers.response ?? null };
  const outcome = outcomeOf(request, state);
  const kind = hasAnswer(state) && outcome.kind !== "as-foreseen" ? outcome.kind : undefined;
  const isJudged = kind !== undefined;
  const status: Status = isJudged ? ofOutcome(outcome.inEngines.map(({ mark }) => mark)) : ofOutlook(request);
  if (options.json) return jsonResult(checkJson(request, state, outcome, isJudged, status, words), status);

  const sheet = sheetOf(context);
  const asked = { method: request.method, url: maskedUrl(request.url), origin: request.origin };
  sheet.line([[fillIn(words.terminal["probe.asked"], asked), "quiet"]]).gap();
  const method = normalizeMethod(request.method);
  if (!kind) {
    writeOutlook(sheet, request, words);
    return { output: sheet.toString(), status };
  }
  const { inEngines, exchange, causes } = outcome;
  writeLamp(
    sheet,
    OUTCOME_LIGHT[kind],
    words.outcome[`outcome.${kind}`],
    fillIn(words.outcome[`outcome.${kind}.detail`], { method }),
  );
  writeInEngines(
    sheet,
    inEngines.map(({ engine, mark }) => ({ engine, verdict: mark })),
    words,
  );
  const drawn = new Set<string>();
  for (const { trace } of inEngines) {
    const arrows = shownArrows(exchange, trace, words);
    if (drawn.has(JSON.stringify(arrows))) continue;
    drawn.add(JSON.stringify(arrows));
    sheet.gap();
    draw(sheet, exchange, arrows, words);
  }
  sheet.gap();
  writeDifferences(
    sheet,
    inEngines.map(({ engine }) => ({ engine, exchange })),
    words,
  );
  writeCauses(
    sheet,
    causes.map(({ id }) => id),
    words,
    { ...(stack && { stack }), request, answers: [answers.preflight ?? {}, answers.response ?? {}] },
  );
  return { output: sheet.toString(), status };
}

function ofOutcome(marks: readonly ("passes" | "blocked" | "unknown")[]): Status {
  if (marks.includes("blocked")) return 1;
  return marks.every((mark) => mark === "passes") ? 0 : 2;
}

/** Before any server has answered, a request fails where no browser sends it. */
function ofOutlook(request: CorsRequest): Status {
  const verdict = verdictOf(foresee(request));
  return verdict === "refused" || isUnsent(verdict) ? 1 : 0;
}

/** The verdict, its reasons, and the exchange as it goes where the server answers the least that it must. */
function writeOutlook(sheet: Sheet, request: CorsRequest, words: Words): void {
  const { checker, outcome } = words;
  const outlook = foresee(request);
  const verdict = verdictOf(outlook);
  const method = normalizeMethod(request.method);
  writeLamp(
    sheet,
    LIGHT[verdict],
    checker[`verdict.${verdict}`],
    fillIn(checker[`verdict.${verdict}.detail`], { method }),
  );
  sheet.gap();
  const stop = outlook.trace.end.kind === "stopped" ? outlook.trace.end.code : undefined;
  if (stop === "http2-needed") sheet.line(["• ", ...wordsOf(checker["blocked.http2-needed"])]);
  else if (stop) {
    sheet.line(["• ", ...wordsOf(checker["blocked.mixed-content"]), [`  ${clauseName(mixedContentClause)}`, "quiet"]]);
  } else {
    for (const reason of outlook.decision.reasons) {
      sheet.line(["• ", ...wordsOf(reasonWords(reason, checker)), [`  ${clauseName(reason.clause)}`, "quiet"]]);
    }
  }
  for (const note of notes(request, outlook, checker)) sheet.line(["• ", ...wordsOf(note)]);
  for (const { engine, verdict: own } of enginesThatDiffer(request)) {
    sheet.line(["• ", `${browsersWith[engine][0]}${outcome["label.colon"]}`, ...wordsOf(checker[`verdict.${own}`])]);
  }
  sheet.gap();
  draw(sheet, { request }, maskedArrows(leastArrows(request, outlook, leastResponses(request), checker)), words);
}

async function answersIn(file: string | undefined, side: Side, { terminal }: Words): Promise<Answers> {
  if (file === undefined) return {};
  const answers = readAnswers(await readTextFile(file, terminal), side);
  if (answers[side]) return answers;
  throw new WrongUse(fillIn(terminal["wrong.answer-file"], { file }));
}

function checkJson(
  request: CorsRequest,
  { preflight, response }: typeof defaultState,
  { causes, inEngines }: ReturnType<typeof outcomeOf>,
  isJudged: boolean,
  status: Status,
  words: Words,
): Record<string, unknown> {
  const { decision } = foresee(request);
  return {
    version: 1,
    command: "check",
    verdict: wordOf(status),
    request: requestJson(request),
    preflight: {
      outcome: decision.outcome,
      reasons: decision.reasons.map(({ code, clause, subject }) => ({
        code,
        clause,
        ...(subject !== undefined && { subject }),
      })),
      droppedHeaders: decision.droppedHeaders,
      ...(decision.preflightRequest && {
        asks: { ...decision.preflightRequest, url: maskedUrl(decision.preflightRequest.url) },
      }),
    },
    ...(isJudged && {
      engines: inEngines.map(({ engine, mark, trace }) => verdictJson(engine, mark, trace)),
      causes: causes.map(({ id }) => ({ id, title: words.causes[id]?.title ?? id, page: causePage(words, id) })),
    }),
    ...((preflight || response) && {
      answers: {
        ...(preflight && { preflight: responseJson(preflight) }),
        ...(response && { response: responseJson(response) }),
      },
    }),
  };
}
