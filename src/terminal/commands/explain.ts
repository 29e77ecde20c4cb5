import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { withAnswer } from "../../components/Diagnosis/asked.ts";
import { curlLine, drawnExchange } from "../../components/Diagnosis/exchange.ts";
import { nameOf, placeOf } from "../../components/Diagnosis/readWords.ts";
import {
  type Diagnosis,
  diagnose,
  type Finding,
  type Known,
  type Question,
  shownPieces,
} from "../../diagnose/index.ts";
import { shells } from "../../generator/shells.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import { causes as allCauses, judgeExchange } from "../../rules/index.ts";
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
import { openTerminal, readTextFile } from "../files.ts";
import { writeCause, writeNotCors } from "../mending.ts";
import { causePage, notCorsPage } from "../pages.ts";
import { type Sheet, wordsOf } from "../sheet.ts";
import { writeLamp } from "../verdicts.ts";
import type { Words } from "../words.ts";
import { WrongUse } from "../wrongUse.ts";

export interface ExplainCommandOptions extends CommonOptions {
  stack?: string;
  /** `question=answer`. */
  answer?: readonly string[];
}

/** How many findings are shown whole; a HAR may have hundreds. */
const SHOWN = 5;

/** `preflight-guide explain`: what the diagnosis of the site says. */
export async function runExplain(
  file: string | undefined,
  options: ExplainCommandOptions,
  context: Context,
): Promise<Result> {
  const { words, isInteractive } = context;
  const stack = await stackOf(options.stack, context);
  if (file === undefined && process.stdin.isTTY) process.stderr.write(`${words.terminal["explain.paste"]}\n`);
  const input = await readTextFile(file ?? "-", words.terminal);
  let known: Known = {};
  for (const answer of options.answer ?? []) known = withAnswer(known, readAnswer(answer, input, known, words));
  let diagnosis = diagnose(input, known);
  if (isInteractive && !options.json) {
    for await (const answered of answersAtTerminal(input, known, context)) diagnosis = diagnose(input, answered);
  }
  const status = statusOf(diagnosis);
  if (options.json) return jsonResult(explainJson(diagnosis, status, words), status);

  const sheet = sheetOf(context);
  const { diagnose: t, terminal } = words;
  if (diagnosis.findings.length === 0) {
    writeLamp(sheet, "quiet", t["answer.nothing"], t["answer.nothing.what"]);
    return { output: sheet.toString(), status };
  }
  for (const piece of shownPieces(input, diagnosis.read).slice(0, 12)) {
    sheet.line([
      [
        `${terminal["explain.read"]}${words.outcome["label.colon"]}${nameOf(piece, t)}${aside(placeOf(piece, t), words)}`,
        "quiet",
      ],
    ]);
  }
  for (const finding of diagnosis.findings.slice(0, SHOWN)) writeFinding(sheet, finding, context, stack);
  const more = diagnosis.findings.length - SHOWN;
  if (more > 0) sheet.gap().line([fillIn(t["answer.more"], { count: more })]);
  return { output: sheet.toString(), status };
}

/** It fails where a cause was found, or something else; it cannot be told where only something may be. */
function statusOf({ findings: [first] }: Diagnosis): Status {
  if (!first) return 2;
  if (first.passes) return 0;
  if (first.notCors) return first.notCors === "says-nothing" ? 2 : 1;
  const [best] = first.causes;
  return best && best.certainty !== "possible" ? 1 : 2;
}

function writeFinding(
  sheet: Sheet,
  finding: Finding,
  { words }: Context,
  stack: Awaited<ReturnType<typeof stackOf>>,
): void {
  const { diagnose: t, terminal } = words;
  const best = finding.passes ? undefined : finding.causes[0];
  const others = finding.causes.slice(best ? 1 : 0);
  const rule = allCauses.find(({ id }) => id === best?.id);
  sheet.gap();
  if (best && rule) {
    const isSure = best.certainty === "certain";
    const sure = isSure ? "" : aside(t[`answer.certainty.${best.certainty}`], words);
    writeLamp(sheet, "stop", words.causes[best.id]?.title ?? best.id, t[`answer.phase.${rule.phase}`] + sure);
  } else if (finding.notCors) {
    const light = finding.notCors === "says-nothing" ? "quiet" : "caution";
    writeLamp(sheet, light, words.notCors[finding.notCors]?.title ?? finding.notCors);
  } else if (finding.passes) writeLamp(sheet, "clear", t["answer.passes"], t["answer.passes.what"]);
  else writeLamp(sheet, "quiet", t["answer.open"], t["answer.open.what"]);
  const exchange = drawnExchange(finding);
  if (exchange) {
    sheet.gap();
    draw(sheet, exchange, shownArrows(exchange, judgeExchange(exchange), words), words);
  }
  const { request = {}, preflight = {}, response = {} } = finding.exchange ?? {};
  if (best) writeCause(sheet, best.id, words, { ...(stack && { stack }), request, answers: [preflight, response] });
  else if (finding.notCors) writeNotCors(sheet, finding.notCors, words);
  if (others.length > 0) sheet.gap().line([[t[finding.passes ? "answer.suspects" : "answer.others"], "strong"]]);
  for (const { id, certainty } of others.slice(0, 6)) {
    const title = words.causes[id]?.title ?? id;
    sheet.line(
      [...wordsOf(title), aside(t[`answer.certainty.${certainty}`], words), [`  ${causePage(words, id)}`, "quiet"]],
      2,
    );
  }
  if (finding.asks.length > 0) sheet.gap().line([[terminal["explain.ask"], "strong"]]);
  for (const question of finding.asks) writeQuestion(sheet, question, words);
  const curl = curlLine(finding, shells.bash);
  if (curl) {
    sheet.gap().line([[t["answer.check"], "strong"]]);
    sheet.block(curl, "code");
  }
}

/** A text in brackets, as a language writes them. */
function aside(text: string, { terminal }: Words): string {
  return fillIn(terminal["explain.aside"], { text });
}

function writeQuestion(sheet: Sheet, { id, answers }: Question, words: Words): void {
  sheet.line(["? ", ...wordsOf(textOf(`ask.${id}`, words))], 2);
  for (const answer of answers) {
    sheet.line([[`${id}=${answer.id}`, "code"], "  ", ...wordsOf(textOf(`ask.${id}.${answer.id}`, words))], 6);
  }
  const [first] = answers;
  if (first)
    sheet.line([[fillIn(words.terminal["explain.answer-with"], { example: `${id}=${first.id}` }), "quiet"]], 6);
}

/** The words of a question or an answer; an answer that is a name is its own. */
function textOf(key: string, { diagnose: t }: Words): string {
  return (t as Record<string, string>)[key] ?? key.split(".").at(-1) ?? key;
}

/**
 * @returns what the answer says
 * @throws `WrongUse` where none of the questions has it
 */
function readAnswer(text: string, input: string, known: Known, { terminal }: Words): Known {
  const [id, answer] = text.split(/=(.*)/s);
  const asks = diagnose(input, known).findings.flatMap((finding) => finding.asks);
  const found = asks
    .filter((ask) => ask.id === id)
    .flatMap(({ answers }) => answers)
    .find((each) => each.id === answer);
  if (!found) throw new WrongUse(fillIn(terminal["wrong.answer"], { value: text }));
  return found.known;
}

/** Asks what would settle the first finding, one question after the other, until nothing is open or nobody answers. */
async function* answersAtTerminal(input: string, first: Known, context: Context): AsyncGenerator<Known> {
  const { words } = context;
  const terminal = openTerminal();
  if (terminal === undefined) return;
  // The terminal edits the line itself, and ends the program where it is told to.
  const reader = createInterface({ input: terminal, output: process.stderr, terminal: false });
  const closed = once(reader, "close");
  const asked = new Set<string>();
  let known = first;
  try {
    for (;;) {
      const question = diagnose(input, known).findings[0]?.asks.find(
        ({ id, answers }) => answers.length > 0 && !asked.has(id),
      );
      if (!question) return;
      asked.add(question.id);
      const sheet = sheetOf({ ...context, isColoured: context.isColoured && process.stderr.isTTY === true });
      sheet.line([["? ", "strong"], ...wordsOf(textOf(`ask.${question.id}`, words))]);
      for (const [index, { id }] of question.answers.entries()) {
        sheet.line([[`${index + 1}`, "code"], "  ", ...wordsOf(textOf(`ask.${question.id}.${id}`, words))], 2);
      }
      const typed = await Promise.race([reader.question(`${sheet}${words.terminal["explain.choose"]}`), closed]);
      if (typeof typed !== "string") return;
      const chosen = question.answers[Number(typed.trim()) - 1];
      if (!chosen) continue;
      known = withAnswer(known, chosen.known);
      yield known;
    }
  } finally {
    reader.close();
    terminal.destroy();
  }
}

function explainJson({ findings }: Diagnosis, status: Status, words: Words): Record<string, unknown> {
  const ofCause = ({ id, certainty }: Finding["causes"][number]) => ({
    id,
    certainty,
    title: words.causes[id]?.title ?? id,
    page: causePage(words, id),
  });
  return {
    version: 1,
    command: "explain",
    verdict: wordOf(status),
    findings: findings.map(({ causes, notCors, passes, asks, exchange }) => ({
      causes: causes.map(ofCause),
      ...(passes && { passes }),
      ...(notCors && {
        notCors: { id: notCors, title: words.notCors[notCors]?.title ?? notCors, page: notCorsPage(words, notCors) },
      }),
      asks: asks.map(({ id, answers }) => ({
        id,
        text: textOf(`ask.${id}`, words),
        answers: answers.map((answer) => answer.id),
      })),
      ...(exchange && { exchange }),
    })),
  };
}
