import {
  type Engine,
  type Exchange,
  findCauses,
  isOkStatus,
  isRedirectStatus,
  judgeExchange,
  type MessageKey,
  possibleLines,
  profiles,
  type Trace,
} from "../../rules/index.ts";
import type { Known } from "../types.ts";
import { type Hypothesis, hypothesesFor } from "./hypotheses.ts";
import { readConsole } from "./readConsole.ts";
import type { Message } from "./types.ts";

/** A hypothesis that prints the message, with the causes that it shows. */
export interface Candidate extends Hypothesis {
  causes: readonly string[];
}

/** What was found for former messages: a page that fails once fails for many URLs in the same words. */
const found = new Map<string, readonly Candidate[]>();
const MOST_KEPT = 200;

/** Everything that can have led to a message and that the reader has not ruled out. */
export function candidatesFor(message: Message, known: Known): readonly Candidate[] {
  const { lines: _, url, ...says } = message;
  const key = JSON.stringify([says, url === undefined, known]);
  const kept = found.get(key);
  if (kept) return kept;
  const candidates = judged(message, known);
  if (found.size >= MOST_KEPT) found.clear();
  found.set(key, candidates);
  return candidates;
}

function judged(message: Message, known: Known): Candidate[] {
  const engine = message.engine ?? "chromium";
  const isListAfterRedirect =
    message.redirectedFrom && message.keys?.some((key) => key === "method" || key === "header");
  // What the headers are that are not listed counts for more than where they were sent.
  if (isListAfterRedirect) {
    const elsewhere = candidatesFor({ ...message, keys: ["missing"] }, known).map((each) => ({ ...each, weight: 20 }));
    return [...candidatesFor(without(message, "redirectedFrom"), known), ...elsewhere.slice(0, 1)];
  }
  return hypothesesFor(message, known)
    .filter((hypothesis) => agrees(hypothesis, known) && prints(hypothesis, message, engine))
    .map((hypothesis) => ({ ...hypothesis, causes: outcomeOf(hypothesis.exchange, engine).causes }))
    .filter(({ causes }) => causes.length > 0);
}

/** Without something of what a message says. */
export function without<K extends keyof Message>(message: Message, name: K): Message {
  const { [name]: _, ...rest } = message;
  return rest as Message;
}

/** Whether a hypothesis is still possible after what the reader answered. */
function agrees(
  { answers }: Hypothesis,
  { answers: given = {}, preflightStatus, status, credentials }: Known,
): boolean {
  if (preflightStatus !== undefined && !isOkStatus(preflightStatus) && answers.which !== "preflight") return false;
  if (preflightStatus !== undefined && answers.preflighted === "no") return false;
  if (status !== undefined && answers.which === "preflight") return false;
  if (credentials !== undefined && answers.credentials !== undefined) {
    if ((answers.credentials === "include") !== (credentials === "include")) return false;
  }
  return Object.entries(given).every(([id, answer]) => (answers[id] ?? impliedAnswer(id) ?? answer) === answer);
}

/** What holds of hypotheses that do not say it. */
export function impliedAnswer(id: string): string | undefined {
  if (id === "origin-kind") return "page";
  return ["redirected", "cached", "middleware"].includes(id) ? "no" : undefined;
}

/** What the rules say of a hypothesis: the same ones come again and again. */
interface Outcome {
  end: Trace["end"];
  isAtOnce: boolean;
  lines: readonly Message[];
  causes: readonly string[];
}

const outcomes = new WeakMap<Exchange, Partial<Record<Engine, Outcome>>>();

function outcomeOf(exchange: Exchange, engine: Engine): Outcome {
  const byEngine = outcomes.get(exchange) ?? {};
  outcomes.set(exchange, byEngine);
  byEngine[engine] ??= judgedIn(exchange, engine);
  return byEngine[engine];
}

function judgedIn(exchange: Exchange, engine: Engine): Outcome {
  const trace = judgeExchange(exchange, profiles[engine]);
  return {
    end: trace.end,
    isAtOnce: trace.steps.length === 0,
    lines: possibleLines(exchange, engine, trace).flatMap(readLine),
    causes: findCauses(exchange).map(({ id }) => id),
  };
}

const readLines = new Map<string, readonly Message[]>();
const MOST_LINES = 2000;

/** Hypotheses differ in more than their lines do: each line is read once. */
function readLine(line: string): readonly Message[] {
  const kept = readLines.get(line);
  if (kept) return kept;
  if (readLines.size >= MOST_LINES) readLines.clear();
  const messages = readConsole(line).messages.slice(0, 1);
  readLines.set(line, messages);
  return messages;
}

/** Whether an engine prints the message for a hypothesis. */
function prints({ exchange }: Hypothesis, message: Message, engine: Engine): boolean {
  const { end, isAtOnce, lines } = outcomeOf(exchange, engine);
  const isPreflight = end.kind === "blocked" && end.at === "preflight";
  // Of an answer to OPTIONS, its status alone is known.
  if (!message.keys) return isPreflight && isAtOnce;
  const failed = phaseThatFailed(message);
  if (failed && isPreflight !== (failed === "preflight")) return false;
  if (message.keys.includes("did-not-succeed")) return end.kind === "stopped" && end.code !== "mixed-content";
  return lines.some((line) => isSame(line, message));
}

/**
 * Firefox says once more that a request did not succeed where its preflight failed; of an answer that
 * redirects it says so once more in any case.
 */
function phaseThatFailed({ engine, keys, status = 0, again = 0 }: Message): "preflight" | "response" | undefined {
  if (engine !== "firefox" || again === 0 || keys?.includes("did-not-succeed")) return undefined;
  if (!isRedirectStatus(status) || !keys?.includes("missing")) return "preflight";
  return again > 1 ? "preflight" : "response";
}

/** Whether a printed line says what a message says, as far as that goes. */
function isSame(printed: Message, message: Message): boolean {
  if (!printed.keys) return false;
  const keys = keysOf(message);
  if (!keysOf(printed).some((key) => keys.includes(key))) return false;
  const isWhole = message.engine === "chromium" && message.url !== undefined;
  if (isWhole && printed.phase !== message.phase) return false;
  if (message.phase && printed.phase && printed.phase !== message.phase) return false;
  if (isWhole && Boolean(printed.redirectedFrom) !== Boolean(message.redirectedFrom)) return false;
  if (Boolean(printed.redirectedTo) !== Boolean(message.redirectedTo)) return false;
  if (message.header && printed.header && message.header !== printed.header) return false;
  if (message.method && printed.method && message.keys?.includes("method") && message.method !== printed.method)
    return false;
  return printed.status === undefined || message.status === undefined || printed.status === message.status;
}

/** Over HTTP/2, Firefox takes several lines Access-Control-Allow-Origin for one that does not match. */
function keysOf({ keys = [], value = "" }: Message): readonly MessageKey[] {
  return keys.includes("mismatch") && value.includes(",") ? [...keys, "multiple"] : keys;
}
