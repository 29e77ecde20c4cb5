/**
 * The rules of CORS: does a request cause a preflight, does an answer pass, which cause explains
 * a failing exchange. Pure: no DOM, no Node, no imports from outside this folder.
 */
export { decidePreflight } from "./preflight.ts";
export { checkPreflightResponse, checkResponse, isOkStatus, leastResponses } from "./responses.ts";
export { normalizeMethod } from "./methods.ts";
export type * from "./types.ts";
export { type Exchange, type JudgedExchange, judgeExchange } from "./exchange.ts";
export { type Cause, causes, type Engine, exampleDespiteCorsHeaders, findCauses, type FirefoxLanguage, type Hop, type PrintedMessage, printedMessages } from "./causes/index.ts";
