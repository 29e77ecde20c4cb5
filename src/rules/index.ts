/**
 * The rules of CORS: does a request cause a preflight, does an answer pass, which cause explains
 * a failing exchange. Pure: no DOM, no Node, no imports from outside this folder.
 *
 * This is the door. Nothing outside imports a file behind it, but `examples/`, which has a door of its own.
 */

export { allowedBy, type Cause, causes, exampleDespiteCorsHeaders, findCauses, type Phase } from "./causes/index.ts";
export { isGatewaysOwn } from "./causes/layerCauses.ts";
export { isResponseHeader } from "./causes/listCauses.ts";
export { corsRefusals, isAuthenticationStatus, type Listed, type Refusal, tellingBody } from "./causes/refusals.ts";
export { isTellingHeader } from "./causes/tellingHeaders.ts";
export { mixedContent as mixedContentClause } from "./clauses.ts";
export {
  type CacheDepartures,
  type Departures,
  type Difference,
  type PreflightCheckStep,
  type Profile,
  standard,
} from "./engines/departures.ts";
export {
  chromium,
  type DifferenceId,
  departuresIn,
  differences,
  engines,
  firefox,
  profiles,
  webkit,
} from "./engines/differences.ts";
export { maxAgeCaps } from "./engines/maxAgeCaps.ts";
export { addressSpaceOf } from "./exchange/addressSpaces.ts";
export { preflightMaxAge } from "./exchange/cache.ts";
export type {
  AddressSpace,
  EarlierExchange,
  Exchange,
  RedirectAnswer,
} from "./exchange/exchange.ts";
export { judgeExchange } from "./exchange/judge.ts";
export { namesOrigin } from "./exchange/originHeader.ts";
export { foresee, type Outlook } from "./exchange/outlook.ts";
export type { RedirectStop } from "./exchange/redirect.ts";
export {
  type Actual,
  type DiscardCode,
  type End,
  isAnswered,
  type Preflight,
  type Step,
  type StopCode,
  type Tainting,
  type Trace,
} from "./exchange/trace.ts";
export {
  type FirefoxLanguage,
  furtherMessages,
  type MessageKey,
  type MessageTemplate,
  messageTemplates,
  type PrintedMessage,
  possibleLines,
  printedMessages,
} from "./messages/index.ts";
export { type ApiChoices, apis } from "./request/apis.ts";
export { departuresFor, type ElementChoices, type ElementKind, elements } from "./request/elements.ts";
export { isCorsSafelistedMethod, isForbiddenMethod, normalizeMethod } from "./request/methods.ts";
export { plainRequest } from "./request/plainRequest.ts";
export { decidePreflight, isPreflight } from "./request/preflight.ts";
export { preflightRequest } from "./request/preflightRequest.ts";
export { type FlagCode, isRefusal, type ReadRequest, readRequest } from "./request/readRequest.ts";
export { leastResponses } from "./response/leastResponses.ts";
export {
  checkPreflightResponse,
  checkResponse,
  isOkStatus,
  isRedirectStatus,
} from "./response/responses.ts";
export { isToken } from "./syntax/bytes.ts";
export { getHeader, headerLines } from "./syntax/headerLines.ts";
export { isJson } from "./syntax/mimeType.ts";
export { isSerializedOrigin, type ParsedUrl } from "./syntax/url.ts";
export type * from "./types.ts";
