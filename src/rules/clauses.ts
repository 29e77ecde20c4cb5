const fetchStandard = "https://fetch.spec.whatwg.org/#";
const xhrStandard = "https://xhr.spec.whatwg.org/#";

/** The clauses that the rules implement; import them all as `clause`. */
export const mainFetch = `${fetchStandard}main-fetch`;
export const httpFetch = `${fetchStandard}http-fetch`;
export const corsSafelistedMethod = `${fetchStandard}cors-safelisted-method`;
export const forbiddenMethod = `${fetchStandard}forbidden-method`;
export const method = `${fetchStandard}concept-method`;
export const corsSafelistedRequestHeader = `${fetchStandard}cors-safelisted-request-header`;
export const corsUnsafeRequestHeaderByte = `${fetchStandard}cors-unsafe-request-header-byte`;
export const corsUnsafeRequestHeaderNames = `${fetchStandard}cors-unsafe-request-header-names`;
export const headerName = `${fetchStandard}header-name`;
export const headerValue = `${fetchStandard}header-value`;
export const requestConstructor = `${fetchStandard}dom-request`;
export const origin = `${fetchStandard}concept-request-origin`;
export const requestMode = `${fetchStandard}concept-request-mode`;
export const unsafeRequestFlag = `${fetchStandard}unsafe-request-flag`;
export const corsPreflightFetch = `${fetchStandard}cors-preflight-fetch`;
export const corsCheck = `${fetchStandard}cors-check`;
export const okStatus = `${fetchStandard}ok-status`;
export const httpNewHeaderSyntax = `${fetchStandard}http-new-header-syntax`;
export const nonWildcardRequestHeaderName = `${fetchStandard}cors-non-wildcard-request-header-name`;
export const opaqueFilteredResponse = `${fetchStandard}concept-filtered-response-opaque`;
export const exposeHeaders = `${fetchStandard}http-access-control-expose-headers`;
export const corsAndCredentials = `${fetchStandard}cors-protocol-and-credentials`;
export const orb = "https://github.com/whatwg/fetch/pull/1442";
export const fontFetching = "https://drafts.csswg.org/css-fonts/#font-fetching-requirements";
export const uploadListener = `${xhrStandard}upload-listener-flag`;
export const forbiddenRequestHeader = `${fetchStandard}forbidden-request-header`;
export const corsPreflightCache = `${fetchStandard}concept-cache`;
export const bodyExtract = `${fetchStandard}concept-bodyinit-extract`;
export const xhrSend = `${xhrStandard}the-send()-method`;
export const localNetworkAccess = "https://wicg.github.io/local-network-access/#integration-with-fetch";
export const redirectFetch = `${fetchStandard}http-redirect-fetch`;
/** Which requests of a page over TLS are stopped because they go over none. */
export const mixedContent = "https://w3c.github.io/webappsec-mixed-content/#should-block-fetch";
export const connection = `${fetchStandard}concept-connection-obtain`;
