import type { Known, Question } from "./types.ts";

/** The questions that settle what a paste leaves open. Their words stand in `src/i18n/ui/`, by their ids. */

/** Those with a choice of answers, in the order in which two that settle as much are asked. */
const choices: Readonly<Record<string, Readonly<Record<string, Known>>>> = {
  "preflight-status": {
    "not-found": { preflightStatus: 404 },
    auth: { preflightStatus: 403 },
    "server-error": { preflightStatus: 500 },
    redirect: { preflightStatus: 301 },
    ok: { preflightStatus: 204 },
  },
  which: plainAnswers("which", ["preflight", "response"]),
  preflighted: plainAnswers("preflighted", ["yes", "no"]),
  status: { ok: { status: 200 }, error: { status: 500 } },
  redirected: plainAnswers("redirected", ["yes", "no"]),
  cached: plainAnswers("cached", ["yes", "no"]),
  middleware: plainAnswers("middleware", ["yes", "no"]),
  "allow-origin": plainAnswers("allow-origin", ["missing", "other"]),
  "allow-origin-lines": plainAnswers("allow-origin-lines", ["one", "two"]),
  "allow-methods": plainAnswers("allow-methods", ["others", "lower-case", "upper-case", "wildcard"]),
  "allow-headers": plainAnswers("allow-headers", ["others", "wildcard", "as-written"]),
  "origin-kind": { null: { origin: "null" }, page: { answers: { "origin-kind": "page" } } },
  credentials: { include: { credentials: "include" }, omit: { credentials: "omit" } },
  "asked-by": plainAnswers("asked-by", ["page", "extension"]),
  opened: plainAnswers("opened", ["answers", "warning", "nothing"]),
};

function plainAnswers(question: string, answers: readonly string[]): Record<string, Known> {
  return Object.fromEntries(answers.map((answer) => [answer, { answers: { [question]: answer } }]));
}

/** Every id of those that tell apart what a message may mean. */
export const questionIds: readonly string[] = Object.keys(choices);

/** A question with those of its answers that are possible. */
export function question(id: string, answers: ReadonlySet<string>): Question {
  const all = Object.entries(choices[id] ?? {});
  return { id, answers: all.flatMap(([answer, known]) => (answers.has(answer) ? [{ id: answer, known }] : [])) };
}

/** A question with all its answers. */
function whole(id: string): Question {
  return question(id, new Set(Object.keys(choices[id] ?? {})));
}

/** Whether the request is made with credentials. */
export const askCredentials = whole("credentials");

/** What the server answers to OPTIONS. */
export const askPreflight = whole("preflight-status");

/** What the server answers to the request itself. */
export const askResponse = whole("status");

/** Which of an answer's headers the script wants to read. */
export function askWantedHeader(names: readonly string[]): Question {
  return {
    id: "wanted-header",
    answers: names.map((name) => ({ id: name, known: { answers: { "wanted-header": name } } })),
  };
}

/** From which page the request comes. */
export const askOrigin: Question = { id: "origin", answers: [] };

/** The same, asked again with an Origin: without one many servers leave the headers of CORS out. */
export const askWithOrigin: Question = { id: "ask-with-origin", answers: [] };

/** Which method the request has. */
export const askMethod: Question = {
  id: "method",
  answers: ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => ({ id: method, known: { method } })),
};

/** Which headers the request has. */
export const askHeaders: Question = {
  id: "request-headers",
  answers: [
    { id: "none", known: { answers: { "request-headers": "" } } },
    { id: "content-type", known: { answers: { "request-headers": "content-type" } } },
    { id: "authorization", known: { answers: { "request-headers": "authorization" } } },
    { id: "both", known: { answers: { "request-headers": "authorization, content-type" } } },
  ],
};

/** What the browser's console says. */
export const askConsole: Question = { id: "console", answers: [] };

/** What the console of the service worker says. */
export const askWorkerConsole: Question = { id: "worker-console", answers: [] };

/** Each whose words are its own, with all its answers. */
export const everyQuestion: readonly Question[] = [
  ...questionIds.map(whole),
  askOrigin,
  askWithOrigin,
  askHeaders,
  askConsole,
  askWorkerConsole,
];
