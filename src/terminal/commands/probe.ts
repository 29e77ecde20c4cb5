import { defaultUserAgent } from "../../audit/asker.ts";
import { browsersWith } from "../../components/browsersWith.ts";
import { LIGHT, type OutcomeKind } from "../../components/Checker/judge.ts";
import { clauseName, notes, reasonWords } from "../../components/Checker/reasonWords.ts";
import { maskedUrl } from "../../diagnose/secretWords.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import { type Probed, type ProbedEngine, probe } from "../../probe/index.ts";
import { foresee } from "../../rules/index.ts";
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
import { draw, shownArrows } from "../draw.ts";
import { engineJson, requestJson } from "../json.ts";
import { writeCauses } from "../mending.ts";
import { causePage } from "../pages.ts";
import { type Sheet, wordsOf } from "../sheet.ts";
import { writeDifferences, writeInEngines, writeLamp } from "../verdicts.ts";
import type { Words } from "../words.ts";
import { WrongUse } from "../wrongUse.ts";

export interface ProbeCommandOptions extends CommonOptions, RequestOptions {
  stack?: string;
  preflightOnly?: boolean;
  /** In seconds. */
  timeout: number;
}

/** `preflight-guide probe`: asks a server what a browser would ask it, and says what each engine makes of it. */
export async function runProbe(text: string, options: ProbeCommandOptions, context: Context): Promise<Result> {
  const { words } = context;
  const stack = await stackOf(options.stack, context);
  const { request, cookie, data } = readAsked(text, options, words);
  if (!/^https?:/i.test(request.url)) {
    throw new WrongUse(fillIn(words.terminal["wrong.not-http"], { value: maskedUrl(request.url) }));
  }
  const probed = await probe(request, {
    timeout: options.timeout * 1000,
    userAgent: defaultUserAgent,
    ...(options.preflightOnly && { preflightOnly: true }),
    ...(cookie !== undefined && { cookie }),
    ...(data !== undefined && { body: data }),
  });
  const status = statusOf(probed);
  if (options.json) return jsonResult(probeJson(probed, words), status);

  const { terminal } = words;
  const sheet = sheetOf(context);
  const [method, url] = [request.method, maskedUrl(request.url)];
  sheet.line([[fillIn(terminal["probe.asked"], { method, url, origin: request.origin }), "quiet"]]).gap();
  writeOutcome(sheet, probed, words);
  writeInEngines(sheet, probed.inEngines, words);
  writeExchanges(sheet, probed.inEngines, words);
  sheet.gap();
  writeDifferences(sheet, probed.inEngines, words);
  writeUnsent(sheet, probed, words);
  for (const { code, detail, url } of probed.failures) {
    sheet.gap().line(wordsOf(fillIn(terminal[`probe.failed.${code}`], { url: maskedUrl(url), detail })));
  }
  if (options.preflightOnly && status === 2) sheet.gap().line([terminal["probe.preflight-only"]]);
  const answers = probed.inEngines.flatMap(({ exchange }) => [exchange.preflight ?? {}, exchange.response ?? {}]);
  writeCauses(sheet, probed.causes, words, { ...(stack && { stack }), request, answers });
  const said = probed.sent > 0 ? notes(request, foresee(request), words.checker) : [];
  if (said.length > 0) sheet.gap();
  for (const note of said) sheet.line(["• ", ...wordsOf(note)]);
  sheet.gap().line([[fillIn(terminal["probe.sent"], { count: probed.sent }), "quiet"]]);
  return { output: sheet.toString(), status };
}

/** Why nothing was sent, where nothing was. */
function writeUnsent(sheet: Sheet, { inEngines, sent }: Probed, { terminal, checker }: Words): void {
  const end = inEngines[0]?.trace.end;
  if (end?.kind === "refused") {
    sheet.gap().line([terminal["probe.refused"]]);
    for (const reason of end.reasons) {
      sheet.line([...wordsOf(reasonWords(reason, checker)), [`  ${clauseName(reason.clause)}`, "quiet"]], 2);
    }
  } else if (sent === 0) sheet.gap().line([terminal["probe.stopped"]]);
}

/** It passes where it passes in every engine. */
function statusOf({ inEngines }: Probed): Status {
  if (inEngines.some(({ verdict }) => verdict === "blocked")) return 1;
  return inEngines.every(({ verdict }) => verdict === "passes") ? 0 : 2;
}

function writeOutcome(sheet: Sheet, { request, inEngines }: Probed, words: Words): void {
  const { outcome, terminal, checker } = words;
  const kind = kindOf(inEngines);
  if (kind === "unknown") writeLamp(sheet, "quiet", terminal["lamp.unknown"]);
  else if (kind === "refused") writeLamp(sheet, "stop", checker["verdict.refused"]);
  else if (kind === "stopped") writeLamp(sheet, "stop", terminal["lamp.blocked"]);
  else {
    const detail = fillIn(outcome[`outcome.${kind}.detail`], { method: request.method });
    writeLamp(sheet, LIGHT[kind], outcome[`outcome.${kind}`], detail);
  }
}

/** The kind of outcome that the lamp names; all engines have it, or they differ. */
function kindOf(
  inEngines: readonly ProbedEngine[],
): Exclude<OutcomeKind, "as-foreseen"> | "unknown" | "refused" | "stopped" {
  const [first] = inEngines;
  if (!first || inEngines.some(({ verdict }) => verdict !== first.verdict)) return "differs";
  const { end } = first.trace;
  if (first.verdict === "unknown") return "unknown";
  if (end.kind === "opaque") return "opaque";
  if (first.verdict === "passes") return "passes";
  if (end.kind === "blocked" || end.kind === "discarded") return `${end.at}-blocked`;
  return end.kind === "refused" ? "refused" : "stopped";
}

/** Draws each exchange that is not the same as one before it. */
function writeExchanges(sheet: Sheet, inEngines: readonly ProbedEngine[], words: Words): void {
  const drawn = new Map<string, { engines: string[]; of: ProbedEngine }>();
  for (const probed of inEngines) {
    const key = JSON.stringify(shownArrows(probed.exchange, probed.trace, words));
    const same = drawn.get(key);
    const browser = browsersWith[probed.engine][0];
    if (same) same.engines.push(browser);
    else drawn.set(key, { engines: [browser], of: probed });
  }
  for (const { engines, of } of drawn.values()) {
    sheet.gap();
    if (drawn.size > 1) sheet.line([[engines.join(words.checker["list.separator"]), "strong"]]);
    draw(sheet, of.exchange, shownArrows(of.exchange, of.trace, words), words);
  }
}

function probeJson(probed: Probed, words: Words): Record<string, unknown> {
  return {
    version: 1,
    command: "probe",
    verdict: wordOf(statusOf(probed)),
    request: requestJson(probed.request),
    engines: probed.inEngines.map(engineJson),
    causes: probed.causes.map((id) => ({ id, title: words.causes[id]?.title ?? id, page: causePage(words, id) })),
    failures: probed.failures.map(({ code, detail, url }) => ({ code, detail, url: maskedUrl(url) })),
    sent: probed.sent,
  };
}
