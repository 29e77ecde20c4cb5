/**
 * The rules of CORS: does a request cause a preflight, does an answer pass, which cause explains
 * a failing exchange. Pure: no DOM, no Node, no imports from outside this folder.
 */

export {
  type Cause,
  causes,
  type Engine,
  exampleDespiteCorsHeaders,
  type FirefoxLanguage,
  findCauses,
  type Hop,
  type PrintedMessage,
  printedMessages,
} from "./causes/index.ts";
export { type Exchange, type JudgedExchange, judgeExchange } from "./exchange.ts";
export { normalizeMethod } from "./methods.ts";
export { decidePreflight } from "./preflight.ts";
export { checkPreflightResponse, checkResponse, isOkStatus, leastResponses } from "./responses.ts";
export type * from "./types.ts";
