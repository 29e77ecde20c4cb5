import { isOkStatus, isResponseHeader } from "../../rules/index.ts";
import { askConsole, askWorkerConsole, question, questionIds } from "../questions.ts";
import type { Finding, Known, PartialExchange, Question } from "../types.ts";
import { unsafeValueOf } from "../unsafeValues.ts";
import { type Candidate, candidatesFor, impliedAnswer, without } from "./candidates.ts";
import type { Message } from "./types.ts";

/** What a message means: its causes by how often it means each, and the questions that tell them apart. */
export function findingOfMessage(message: Message, known: Known = {}): Omit<Finding, "pieces"> {
  const exchange = exchangeOf(message);
  const { causes, notCors, keys } = message;
  if (notCors) return { causes: [], notCors, asks: [], exchange };
  if (causes) {
    const asks = message.inWorker ? [askWorkerConsole] : [];
    return { causes: named(isOtherScheme(message) ? ["scheme-not-http"] : causes), asks, exchange };
  }
  const direct = directCauses(message);
  if (direct) return { causes: named(direct), asks: [], exchange };
  if (!keys && !(message.phase && message.status && !isOkStatus(message.status))) {
    return message.empty && message.status ? refused(message, known) : unspecific(message, exchange);
  }
  const mayBeExtension = keys?.includes("missing") && message.engine === "chromium" && message.phase !== "preflight";
  if (mayBeExtension && known.answers?.["asked-by"] === "extension") {
    return { causes: [], notCors: "extension", asks: [], exchange };
  }
  const all = firstNotEmpty([
    () => candidatesFor(message, known),
    () => candidatesFor(message, {}),
    // A value that lost its quotes on the way may be one that does not fail.
    () => candidatesFor(without(message, "value"), known),
  ]);
  const asks = asksOf(all);
  // An extension's content script asks as the page does: its permissions count for nothing there.
  if (mayBeExtension && asks.length > 0) asks.push(question("asked-by", new Set(["page", "extension"])));
  return { causes: ranked(all, Boolean(keys) && !message.loose), asks, exchange };
}

/** WebKit calls content of any scheme but `https` insecure. */
function isOtherScheme({ causes, url }: Message): boolean {
  return causes?.[0] === "mixed-content" && url !== undefined && !/^(?:https?|wss?):/i.test(url);
}

/** Messages that say what no exchange of the rules does. */
function directCauses({ engine, keys, value, url, redirectedFrom, redirectedTo, header }: Message): string[] | null {
  if (url?.startsWith("file:")) return ["scheme-not-http"];
  // Whatever the answer lists: it is the request that is wrong.
  if (keys?.includes("header") && header && isResponseHeader(header)) return ["response-headers-on-request"];
  // Several origins with spaces between them: by the standard one value that does not match.
  if (keys?.includes("multiple") && value && !value.includes(","))
    return ["allow-origin-multiple", "allow-origin-mismatch"];
  // An older wording of Chromium's says so of the answer that redirects.
  if (engine === "chromium" && redirectedTo && keys && !keys.includes("redirected")) return ["redirected-elsewhere"];
  // The address that an answer led to is asked first, too, and leads on: to a login, most often.
  if (redirectedFrom && keys?.includes("redirect")) return ["redirected-elsewhere", "preflight-redirected"];
  switch (keys?.length === 1 ? keys[0] : undefined) {
    case "authorization-warning":
      return ["authorization-under-wildcard"];
    case "redirected":
      return ["redirected-elsewhere", "preflight-redirected"];
    case "redirect-not-http":
    case "redirect-has-credentials":
      return ["redirected-elsewhere"];
    case "not-http":
      return redirectedFrom ? ["redirected-elsewhere"] : ["scheme-not-http"];
    case "local-network":
      return ["local-network-blocked"];
    default:
      return null;
  }
}

function named(causes: readonly string[]): Finding["causes"] {
  const [first, ...others] = causes;
  if (first === undefined) return [];
  if (others.length === 0) return [{ id: first, certainty: "certain" }];
  return [{ id: first, certainty: "likely" }, ...others.map((id) => ({ id, certainty: "possible" as const }))];
}

/** What most requests fail for of which no more is known than that they failed. */
const usual = [
  "server-not-reached",
  "allow-origin-missing",
  "options-not-routed",
  "auth-before-cors",
  "response-lacks-headers",
  "error-without-cors-headers",
  "certificate-untrusted",
  "mixed-content",
];

/** For these, no engine says that CORS blocked anything. */
const notInTheWordsOfCors = new Set(["server-not-reached", "certificate-untrusted", "mixed-content"]);

/** A line that says that something failed, and nothing of why. */
function unspecific(message: Message, exchange: PartialExchange): Omit<Finding, "pieces"> {
  const { readStatus, url, method } = message;
  if (readStatus === 403 && url && SIGNED.test(url)) {
    const notCors = method === "PUT" || method === "POST" ? "presigned-content-type" : "storage-signature";
    return { causes: [], notCors, asks: [], exchange };
  }
  if (readStatus) return { causes: [], passes: true, asks: [], exchange };
  const asks = [askConsole];
  if (message.nothing) return { causes: [], notCors: "says-nothing", asks, exchange };
  const among = message.cut ? usual.filter((id) => !notInTheWordsOfCors.has(id)) : usual;
  const isGeneral = message.cut || message.empty || message.engine === "webkit";
  return { causes: isGeneral ? among.map((id) => ({ id, certainty: "possible" })) : [], asks, exchange };
}

/**
 * An answer came in, and the page got none of it: `net::ERR_FAILED 502 (Bad Gateway)`. Most often it has no headers of
 * CORS; what it is, the line above says.
 */
function refused(message: Message, known: Known): Omit<Finding, "pieces"> {
  const { empty: _, url: __, ...says } = message;
  const { causes, asks } = findingOfMessage({ ...says, keys: ["missing"], phase: "response" }, known);
  return {
    causes: causes.map(({ id }) => ({ id, certainty: "possible" })),
    asks: [askConsole, ...asks],
    exchange: exchangeOf(message),
  };
}

/** A URL that a storage's key has signed, for one method and set of headers. */
const SIGNED = /[?&](?:X-Amz-Signature|X-Goog-Signature|Signature|sig|OSSAccessKeyId)=/i;

function firstNotEmpty<T>(lists: readonly (() => readonly T[])[]): readonly T[] {
  for (const list of lists) {
    const found = list();
    if (found.length > 0) return found;
  }
  return [];
}

/** Fewest weight, of the first's, with which a cause is named. */
const LEAST_SHARE = 0.07;
/** How many times as much the first weighs where it is as good as certain. */
const CERTAINLY = 10;

function ranked(candidates: readonly Candidate[], isWorded: boolean): Finding["causes"] {
  const weights = weightsOf(candidates);
  const sorted = [...weights].sort(([, a], [, b]) => b - a);
  const [first, second] = sorted;
  if (!first) return [];
  return sorted
    .filter(([, weight]) => weight >= first[1] * LEAST_SHARE)
    .map(([id, weight], index) => {
      const next = second?.[1] ?? 0;
      if (index > 0 || weight <= next * 1.2) return { id, certainty: "possible" };
      return { id, certainty: isWorded && weight >= next * CERTAINLY ? "certain" : "likely" };
    });
}

function weightsOf(candidates: readonly Candidate[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { causes, weight } of candidates) {
    for (const [index, id] of causes.entries()) {
      weights.set(id, Math.max(weights.get(id) ?? 0, weight - index / 10));
    }
  }
  return weights;
}

/** The questions that leave less doubt, whichever the answer; the one that is expected to leave least first. */
function asksOf(candidates: readonly Candidate[]): Question[] {
  const doubt = doubtOf(candidates);
  if (doubt === 0) return [];
  return questionIds
    .flatMap((id) => {
      const byAnswer = new Map<string, Candidate[]>();
      for (const candidate of candidates) {
        const answer = candidate.answers[id] ?? impliedAnswer(id);
        if (answer === undefined) continue;
        byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), candidate]);
      }
      if (byAnswer.size < 2) return [];
      const left = [...byAnswer.values()].reduce((sum, each) => sum + doubtOf(each), 0);
      return left < doubt ? [{ left, asked: question(id, new Set(byAnswer.keys())) }] : [];
    })
    .sort((a, b) => a.left - b.left)
    .map(({ asked }) => asked);
}

/** How much weighs what is not the likeliest cause. */
function doubtOf(candidates: readonly Candidate[]): number {
  const weights = [...weightsOf(candidates).values()];
  return weights.reduce((sum, weight) => sum + weight, 0) - Math.max(...weights);
}

/** What a message says of its exchange. */
function exchangeOf({ url, origin, method, api, header, phase, status }: Message): PartialExchange {
  const answer =
    status === undefined
      ? {}
      : phase === "preflight"
        ? { preflight: { status } }
        : phase === "response"
          ? { response: { status } }
          : {};
  return {
    request: {
      ...(origin && { origin }),
      ...(url && { url }),
      ...(method && { method }),
      ...(header && { headers: [[header, unsafeValueOf(header)]] }),
      ...(api && { api: api === "XMLHttpRequest" ? "xhr" : api === "fetch" ? "fetch" : "element" }),
    },
    ...answer,
  };
}
