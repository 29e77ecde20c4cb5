/**
 * The rules of CORS: does a request cause a preflight, does an answer pass, which cause explains
 * a failing exchange. Pure: no DOM, no Node, no imports from outside this folder.
 */

export { preflightMaxAge } from "./cache.ts";
export {
  allowedBy,
  type Cause,
  causes,
  exampleDespiteCorsHeaders,
  type FirefoxLanguage,
  findCauses,
  type Hop,
  type PrintedMessage,
  possibleLines,
  printedMessages,
} from "./causes/index.ts";
export { type Difference, type DifferenceId, departuresIn, differences } from "./differences.ts";
export type {
  AddressSpace,
  EarlierExchange,
  Exchange,
  JudgedExchange,
  RedirectAnswer,
  StopCode,
} from "./exchange.ts";
export { normalizeMethod } from "./methods.ts";
export { isPreflight } from "./preflight.ts";
export { checkPreflightResponse, checkResponse, decidePreflight, engines, judgeExchange } from "./profiles.ts";
export { isOkStatus, isRedirectStatus, leastResponses } from "./responses.ts";
export type * from "./types.ts";
