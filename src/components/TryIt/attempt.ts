import type { Engine, Exchange } from "../../rules/index.ts";
import { ABOUT, type Arrived, PREFIX, readArrived } from "./answers.ts";
import { engineOf, profileOf } from "./engine.ts";
import { type Obstacle, type Plan, type Predicted, planTry, type Result } from "./plan.ts";
import { type Sent, send } from "./send.ts";

/** What this browser was seen to do. */
export interface Seen {
  result: Result;
  /** Nothing where it could not be told. */
  isPreflighted?: boolean;
  status?: number;
  /** What the lab says that it got, where the script could read that. */
  arrived?: Arrived;
}

/** What came of trying an exchange. */
export type Attempt =
  | { kind: "obstacle"; obstacle: Obstacle }
  /** The lab did not answer, or something else answers in its place. */
  | { kind: "unreachable" | "late" }
  | {
      kind: "tried";
      /** Whose rules the prediction is made by; nothing stands for the standard's. */
      engine?: Engine;
      predicted: Predicted;
      seen: Seen;
      isSame: boolean;
      /** The page's origin, from which it was asked. */
      origin: string;
    };

/** What a reader is told before anything is sent. */
export interface Outset {
  needsPermission: boolean;
}

/**
 * Sends an exchange's request from this page to the lab, which answers as the exchange says, and compares what comes of
 * it with the rules of this browser's engine.
 * @param lab its origin
 * @param begin is told once it is known that something will be sent
 */
export async function attempt(exchange: Exchange, lab: string, begin: (outset: Outset) => void): Promise<Attempt> {
  const engine = engineOf(navigator);
  const { origin } = location;
  const isControlled = Boolean(navigator.serviceWorker?.controller);
  const plan = planTry(exchange, { origin, lab, profile: profileOf(engine), isControlled });
  if ("obstacle" in plan) return { kind: "obstacle", obstacle: plan.obstacle };
  begin(plan);
  if (!(await answers(lab))) return { kind: "unreachable" };
  const seen = await look(plan, lab);
  if (!seen) return { kind: "late" };
  const { predicted } = plan;
  const isSame = isAsPredicted(seen, predicted);
  // A lab that has gone in the meantime blocks nothing.
  if (!isSame && !(await answers(lab))) return { kind: "unreachable" };
  return { kind: "tried", ...(engine && { engine }), predicted, seen, isSame, origin };
}

/** Whether the lab is there, and is one. */
async function answers(lab: string): Promise<boolean> {
  try {
    const response = await fetch(`${lab}/`, {
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(60_000),
    });
    return (await response.text()) === ABOUT;
  } catch {
    return false;
  }
}

/** @returns nothing where no answer came in time */
async function look({ request, asked, refusing, permitting }: Plan, lab: string): Promise<Seen | undefined> {
  const ask = (wanted: string) => send(request, addressOf(lab, wanted));
  const sent = await ask(asked);
  const refused = await ask(refusing);
  if (sent.kind === "late" || refused.kind === "late") return undefined;
  const seen: Seen = { result: resultOf(sent), ...answerOf(sent) };
  if (refused.kind === "answered") return { ...seen, isPreflighted: false };
  // That it failed for its preflight is certain only where nothing else makes it fail.
  const permitted = await ask(permitting);
  return permitted.kind === "answered" ? { ...seen, isPreflighted: true } : seen;
}

/** One that no cache has seen: an answer to an earlier preflight would stand for this one's. */
function addressOf(lab: string, wanted: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${lab}${PREFIX}${Date.now().toString(36)}-${number.toString(36)}/${wanted}`;
}

function resultOf(sent: Sent): Result {
  if (sent.kind !== "answered") return "blocked";
  return sent.isOpaque ? "opaque" : "passed";
}

function answerOf(sent: Sent): Pick<Seen, "status" | "arrived"> {
  if (sent.kind !== "answered" || sent.isOpaque) return {};
  const arrived = readArrived(sent.text);
  return { status: sent.status, ...(arrived && { arrived }) };
}

function isAsPredicted({ result, isPreflighted, status }: Seen, predicted: Predicted): boolean {
  if (result !== predicted.result || status !== predicted.status) return false;
  return isPreflighted === undefined || isPreflighted === predicted.isPreflighted;
}
