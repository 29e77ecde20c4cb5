import { type CorsRequest, corsRefusals, findCauses, type MessageKey, messageTemplates } from "../../rules/index.ts";
import type { Says } from "./types.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** A wording, and what it says. */
export interface KnownLine {
  wording: Wording;
  says: Says;
  /** What must stand near it, where the words alone could be about something else. */
  near?: RegExp;
}

const line = (template: string, says: Says, first = false): KnownLine => ({
  wording: wordingOf(template, first),
  says,
});

const chromium = { kind: "console", engine: "chromium" } as const;
const firefox = { kind: "console", engine: "firefox" } as const;
const webkit = { kind: "console", engine: "webkit" } as const;
const anyConsole = { kind: "console" } as const;
const panel = { kind: "panel-words" } as const;
const server = { kind: "server-line" } as const;

/** What names the request, and not why it failed. */
const envelopes: readonly KnownLine[] = [
  line(
    "Access to {api} at {url} from origin {origin} has been blocked by CORS policy",
    { ...chromium, envelope: true },
    true,
  ),
  line("Redirect from {url} to {to} has been blocked by CORS policy", { ...chromium, envelope: true }, true),
  line("Origin {origin} is therefore not allowed access", { ...chromium, envelope: true }),
  line("Failed to load {url}", { ...anyConsole, envelope: true }),
  line("XMLHttpRequest cannot load {url}", { ...anyConsole, envelope: true }),
  line("Fetch API cannot load {url}", { ...anyConsole, envelope: true }),
  line("Response to preflight request doesn't pass access control check", {
    ...chromium,
    envelope: true,
    phase: "preflight",
  }),
  line(
    "The Same Origin Policy disallows reading the remote resource at {url} (Reason:",
    { ...firefox, language: "en", envelope: true },
    true,
  ),
  line(
    "The Same Origin Policy will disallow reading the remote resource at {url} soon",
    { ...firefox, language: "en", envelope: true },
    true,
  ),
  line(
    "同一生成元ポリシーにより、{url} にあるリモートリソースの読み込みは拒否され",
    { ...firefox, language: "ja", envelope: true },
    true,
  ),
  line("同源政策不允許讀取 {url} 的遠端資源", { ...firefox, language: "zh-TW", envelope: true }, true),
  line("同源政策即將不允許讀取位於 {url} 的遠端資源", { ...firefox, language: "zh-TW", envelope: true }, true),
  line("cannot load {url} due to access control checks", { ...webkit, envelope: true }),
  line("Cross-origin redirection to {to} denied by Cross-Origin Resource Sharing policy", {
    ...webkit,
    envelope: true,
  }),
  line("Cross-origin {api} load denied by Cross-Origin Resource Sharing policy", { ...webkit, envelope: true }),
];

/**
 * Firefox in simplified Chinese, which is no language of this site: people paste it all the same.
 * Its words changed often; the parts that stayed are enough.
 */
const simplifiedChinese: readonly KnownLine[] = [
  line("同源策略禁止读取位于 {url} 的远程资源", { ...firefox, envelope: true }, true),
  ...Object.entries({
    missing: ["CORS 头缺少 'Access-Control-Allow-Origin'", "缺少 CORS 头 'Access-Control-Allow-Origin'"],
    multiple: ["不允许有多个 'Access-Control-Allow-Origin' CORS 头"],
    mismatch: [
      "CORS 头 'Access-Control-Allow-Origin' 不匹配 '{value}'",
      "CORS 头 'Access-Control-Allow-Origin' 与 '{value}' 不匹配",
    ],
    wildcard: [
      "凭据不支持，如果 CORS 头 'Access-Control-Allow-Origin' 为 '*'",
      "CORS 头 'Access-Control-Allow-Origin' 为 '*' 时不支持凭据",
    ],
    credentials: [
      "CORS 头 'Access-Control-Allow-Credentials' 预期为 'true'",
      "CORS 头 'Access-Control-Allow-Credentials' 应为 'true'",
    ],
    status: ["CORS 预检通道未成功", "CORS 预检响应未能成功", "CORS 预检响应未成功"],
    redirect: ["不允许 CORS 请求外部重定向", "CORS 请求外部重定向不被允许"],
    method: [
      "CORS 头 'Access-Control-Allow-Methods' 中找不到方法",
      "在 CORS 头 'Access-Control-Allow-Methods' 中找不到方法",
    ],
    header: [
      "CORS 预检响应的 'Access-Control-Allow-Headers'，不允许使用头 '{header}'",
      "CORS 头 'Access-Control-Allow-Headers' 缺少令牌 '{header}'",
    ],
    "did-not-succeed": ["CORS 请求未能成功"],
    "not-http": ["CORS 请求不是 http"],
  } satisfies Partial<Record<MessageKey, string[]>>).flatMap(([key, texts]) =>
    texts.map((text) => line(text, { ...firefox, keys: [key as MessageKey] })),
  ),
  line("已拦截混合活动内容 {url}", { ...firefox, causes: ["mixed-content"] }),
];

/** What Firefox says besides of what cannot be used: it was not allowed, by whichever header. */
const notAllowed: readonly KnownLine[] = [
  line("bad URI or cross-site access not allowed source: {url}", {
    ...firefox,
    keys: ["missing", "mismatch"],
    phase: "response",
    api: "font",
  }),
  line("Module source URI is not allowed in this document: {url}", {
    ...firefox,
    language: "en",
    keys: ["missing", "mismatch", "wildcard", "credentials"],
    phase: "response",
    api: "script",
  }),
];

/** Messages of the console that name their cause themselves, and no answer's headers. */
const named: readonly KnownLine[] = [
  // Without its first word, as people quote it.
  line("does not have HTTP ok status", { ...chromium, keys: ["status"], phase: "preflight" }),
  line("Fetch API cannot load {url}. URL scheme", { ...chromium, causes: ["scheme-not-http"] }),
  line('URL scheme must be "http" or "https" for CORS request', { ...chromium, causes: ["scheme-not-http"] }),
  line("Not allowed to load local resource", { ...chromium, causes: ["scheme-not-http"] }),
  line("FTP is not supported", { ...chromium, causes: ["scheme-not-http"] }),
  {
    ...line("can’t establish a connection to the server at", {
      ...firefox,
      language: "en",
      causes: ["scheme-not-http"],
    }),
    near: /the\W{1,4}server\W{1,4}at\W{1,4}(?!https?:|wss?:)[a-z][a-z0-9+.-]*:\/\//,
  },
  line("may not load or link to file:///", { ...firefox, language: "en", causes: ["scheme-not-http"] }),
  {
    ...line("Local Network Access detected", { ...firefox, language: "en", causes: ["local-network-blocked"] }),
    near: /prompt\W{1,4}action\W{1,4}\w*(?:deny|denied|block)/,
  },
  line("XMLHttpRequest cannot load file:///", { ...anyConsole, causes: ["scheme-not-http"] }),
  line("Fetch API cannot load file:///", { ...anyConsole, causes: ["scheme-not-http"] }),
  line("was loaded over HTTPS, but requested an insecure {url} This request has been blocked", {
    ...chromium,
    causes: ["mixed-content"],
  }),
  {
    ...line("was loaded over HTTPS, but requested an insecure", { ...chromium, causes: ["mixed-content"] }),
    // Images and the like are loaded all the same, or over https.
    near: /^(?![\s\S]*(?:automatically upgraded|should also be served))/,
  },
  line("requested insecure content from {url} This content was blocked", { ...webkit, causes: ["mixed-content"] }),
  {
    ...line("requested insecure content from", { ...webkit, causes: ["mixed-content"] }),
    near: /^(?![\s\S]*automatically upgraded)/,
  },
  line("Blocked loading mixed active content {url}", { ...firefox, language: "en", causes: ["mixed-content"] }),
  line("混在アクティブコンテンツ {url} の読み込みをブロックしました", {
    ...firefox,
    language: "ja",
    causes: ["mixed-content"],
  }),
  line("已封鎖載入混和的主動內容 {url}", { ...firefox, language: "zh-TW", causes: ["mixed-content"] }),
  line("Cross-Origin Read Blocking (CORB) blocked cross-origin response {url} with MIME type", {
    ...chromium,
    causes: ["cross-origin-json-in-element"],
  }),
  line("Response was blocked by ORB (Opaque Response Blocking)", {
    ...chromium,
    causes: ["cross-origin-json-in-element"],
  }),
  line("blocked by OpaqueResponseBlocking", { ...firefox, language: "en", causes: ["cross-origin-json-in-element"] }),
  line("OpaqueResponseBlocking によりブロックされました", {
    ...firefox,
    language: "ja",
    causes: ["cross-origin-json-in-element"],
  }),
  line("OpaqueResponseBlocking 封鎖", { ...firefox, language: "zh-TW", causes: ["cross-origin-json-in-element"] }),
  line('an "opaque" response was used for a request whose type is not no-cors', {
    ...chromium,
    causes: ["service-worker-answers"],
  }),
  line("A ServiceWorker passed an opaque Response to FetchEvent.respondWith() while handling a", {
    ...firefox,
    language: "en",
    causes: ["service-worker-answers"],
  }),
  line("FetchEvent.respondWith() に opaque Response", {
    ...firefox,
    language: "ja",
    causes: ["service-worker-answers"],
  }),
  line("Refused to get unsafe header", { ...chromium, causes: ["header-not-exposed"] }),
  line("invalid or missing Location header, originated from request", {
    ...anyConsole,
    causes: ["header-not-exposed"],
  }),
  line("Authorization will not be covered by the wildcard symbol (*) in CORS Access-Control-Allow-Headers handling", {
    ...chromium,
    causes: ["authorization-under-wildcard"],
  }),
  {
    ...line("has a disallowed scheme for cross-origin requests", { ...chromium, causes: ["redirected-elsewhere"] }),
    near: /^(?![\s\S]*about:blank)/,
  },
  // The ends of Chromium's lines, as people search for them.
  line("must not be the wildcard '*' when the request's credentials mode", { ...chromium, keys: ["wildcard"] }),
  line("which must be 'true' when the request's credentials mode", { ...chromium, keys: ["credentials"] }),
  line("that is not equal to the supplied origin", { ...chromium, keys: ["mismatch"] }),
  line("contains multiple values {value} but only one is allowed", { ...chromium, keys: ["multiple"] }),
  line("is not allowed by Access-Control-Allow-Headers in preflight response", { ...chromium, keys: ["header"] }),
  line("is not allowed by Access-Control-Allow-Methods in preflight response", { ...chromium, keys: ["method"] }),
  // As Chromium once said it.
  line("Redirect at origin {origin} has been blocked from loading by Cross-Origin Resource Sharing policy", {
    ...chromium,
    causes: ["redirected-elsewhere"],
  }),
  // Uppy, and the parts of AWS's own library.
  line("Could not read the ETag header. This likely means CORS is not configured correctly", {
    ...anyConsole,
    causes: ["header-not-exposed"],
  }),
  line("Missing Bucket CORS configuration for ETag header", { ...anyConsole, causes: ["header-not-exposed"] }),
  line('type: "opaque", url', { ...anyConsole, causes: ["no-cors-opaque"] }),
  line("[Log] opaque 0", { ...webkit, causes: ["no-cors-opaque"] }),
  line("Could not connect to the server", { ...webkit, causes: ["server-not-reached"] }),
  line("A server with the specified hostname could not be found", { ...webkit, causes: ["server-not-reached"] }),
  line("Could not connect to {host}: Connection refused", { ...webkit, causes: ["server-not-reached"] }),
  line("The network connection was lost", { ...webkit, causes: ["server-not-reached"] }),
  line("The request timed out", { ...webkit, causes: ["server-not-reached"] }),
  line("The certificate for this server is invalid", { ...webkit, causes: ["certificate-untrusted"] }),
  line("Unacceptable TLS certificate", { ...webkit, causes: ["certificate-untrusted"] }),
  line("An SSL error has occurred and a secure connection to the server cannot be made", {
    ...webkit,
    causes: ["certificate-untrusted"],
  }),
  // Firefox to 33 said no more.
  line("This can be fixed by moving the resource to the same domain or enabling CORS", {
    ...firefox,
    language: "en",
    causes: ["allow-origin-missing", "options-not-routed", "response-lacks-headers", "error-without-cors-headers"],
  }),
  line("FetchEvent.respondWith received an error", {
    ...webkit,
    causes: ["service-worker-answers", "server-not-reached", "allow-origin-missing", "options-not-routed"],
    inWorker: true,
  }),
];

/** What is taken for CORS, and is not. */
const notCors: readonly KnownLine[] = [
  line("Cross origin requests are not allowed by request mode", { ...chromium, notCors: "same-origin-mode" }),
  line('Request mode is "same-origin" but the URL\'s origin is not same as the request origin', {
    ...chromium,
    notCors: "same-origin-mode",
  }),
  line("violates the following Content Security Policy directive", { ...chromium, notCors: "csp" }),
  line("violates the document's Content Security Policy", { ...chromium, notCors: "csp" }),
  line("Content-Security-Policy: The page’s settings blocked", { ...firefox, language: "en", notCors: "csp" }),
  line("Content-Security-Policy: ページの設定により", { ...firefox, language: "ja", notCors: "csp" }),
  line("Content-Security-Policy: 頁面設定", { ...firefox, language: "zh-TW", notCors: "csp" }),
  {
    ...line("Content-Security-Policy", { ...firefox, notCors: "csp" }),
    near: /[\u3040-\u30ff\u4e00-\u9fff][\s\S]*(?:connect|script|default|style|img|font|frame|worker)-src/,
  },
  line("because it does not appear in the {value} directive of the Content Security Policy", {
    ...webkit,
    notCors: "csp",
  }),
  line("Blocked by Content Security Policy", { ...webkit, notCors: "csp" }),
  line("Cross-Origin-Opener-Policy policy would block the", { ...chromium, notCors: "coop" }),
  line("Cross-Origin-Opener-Policy header has been ignored", { ...chromium, notCors: "coop" }),
  line("due to its Cross-Origin-Resource-Policy header", { ...firefox, notCors: "corp" }),
  line("Cancelled load to {url} because it violates the resource's Cross-Origin-Resource-Policy response header", {
    ...webkit,
    notCors: "corp",
  }),
  line("violates the resource's Cross-Origin-Resource-Policy", { ...webkit, notCors: "corp" }),
  line("Cross-Origin-Resource-Policy ヘッダー", { ...firefox, language: "ja", notCors: "corp" }),
  line("Cross-Origin-Resource-Policy 檔頭", { ...firefox, language: "zh-TW", notCors: "corp" }),
  line("Because of Cross-Origin-Embedder-Policy", { ...anyConsole, notCors: "coep" }),
  // What blocks advertisements leads a request to nowhere.
  {
    ...line("has a disallowed scheme for cross-origin requests", { ...chromium, notCors: "extension" }),
    near: /about:blank/,
  },
  ...[
    "SharedArrayBuffer is not defined",
    "Can't find variable: SharedArrayBuffer",
    "SharedArrayBuffer transfer requires self.crossOriginIsolated",
    "SharedArrayBuffer object cannot be serialized",
    // Godot, on the page of a game that was exported with threads.
    "Cross Origin Isolation - Check web server configuration",
  ].map((words) => line(words, { ...anyConsole, notCors: "cross-origin-isolation" })),
  line("WebSocket connection to {url} failed", { ...anyConsole, notCors: "websocket-origin" }),
  {
    ...line("can’t establish a connection to the server at {url}", { ...firefox, notCors: "websocket-origin" }),
    near: /the\W{1,4}server\W{1,4}at\W{1,4}wss?:/,
  },
  {
    // Of an EventSource. Where it failed for CORS or a server that was not reached, a line of CORS stands beside it.
    ...line("can’t establish a connection to the server at {url}", { ...firefox, notCors: "event-stream-type" }),
    near: /^(?![\s\S]*Same\W{1,4}Origin\W{1,4}Policy)[\s\S]*the\W{1,4}server\W{1,4}at\W{1,4}https?:/,
  },
  // Action Cable, in its log.
  line("Request origin not allowed: {origin}", { ...server, notCors: "websocket-origin" }),
  line("Origin checking failed", { ...server, notCors: "csrf" }),
  line("Forbidden (CSRF", { ...server, notCors: "csrf" }),
  line("CSRF verification failed", { ...server, notCors: "csrf" }),
  line("CSRF Failed", { ...server, notCors: "csrf" }),
  line("CSRF token mismatch", { ...server, notCors: "csrf" }),
  line("Can't verify CSRF token authenticity", { ...server, notCors: "csrf" }),
  line("This operation has been blocked as a potential Cross-Site Request Forgery", { ...server, notCors: "csrf" }),
  line("Cross-site POST form submissions are forbidden", { ...server, notCors: "csrf" }),
  // Better Auth, in its log and in its answer; Appwrite, which means CORS, says more.
  { ...line("Invalid origin: {origin}", { ...server, notCors: "csrf" }), near: /^(?![\s\S]*Register your new)/ },
  line("INVALID_ORIGIN", { ...server, notCors: "csrf" }),
  line("SignatureDoesNotMatch", { ...server, notCors: "storage-signature" }),
  line("The request signature we calculated does not match the signature you provided", {
    ...server,
    notCors: "storage-signature",
  }),
  line("Signature did not match. String to sign used was", { ...server, notCors: "storage-signature" }),
  line("because it is in a cross-site context and its SameSite is", { ...firefox, notCors: "cookie-not-kept" }),
  line("is foreign and does not have the Partitioned attribute", { ...firefox, notCors: "cookie-not-kept" }),
  line("Chrome now only delivers cookies with cross-site requests if they are set with", {
    ...chromium,
    notCors: "cookie-not-kept",
  }),
  line("Because a cookie's SameSite attribute was not set or is invalid", { ...chromium, notCors: "cookie-not-kept" }),
  line("This Set-Cookie was blocked", { ...chromium, notCors: "cookie-not-kept" }),
  line("This attempt to set a cookie via a Set-Cookie header was blocked", {
    ...chromium,
    notCors: "cookie-not-kept",
  }),
  line("Third-party cookie will be blocked", { ...chromium, notCors: "cookie-not-kept" }),
  line("Tainted canvases may not be exported", { ...chromium, notCors: "tainted-canvas" }),
  line("canvas has been tainted by cross-origin data", { ...anyConsole, notCors: "tainted-canvas" }),
  // Firefox and Safari say no more; most often it is a canvas.
  line("SecurityError: The operation is insecure", { ...anyConsole, notCors: "tainted-canvas" }),
  line("Failed to construct 'Worker': Script at {url} cannot be accessed from origin {origin}", {
    ...chromium,
    notCors: "worker-origin",
  }),
  line("Security Error: Content at {origin} may not load data from {url}", { ...firefox, notCors: "worker-origin" }),
  line("Failed to read the 'cssRules' property", { ...chromium, notCors: "stylesheet-rules" }),
  line("Not allowed to access cross-origin stylesheet", { ...firefox, notCors: "stylesheet-rules" }),
  line('that is not "text/event-stream"', { ...chromium, notCors: "event-stream-type" }),
  line("Blocked a frame with origin {origin} from accessing a cross-origin frame", {
    ...anyConsole,
    notCors: "cross-origin-frame",
  }),
  // Chromium until 2023, and Safari for a frame that it still knows the origin of.
  line("Blocked a frame with origin {origin} from accessing a frame with origin", {
    ...anyConsole,
    notCors: "cross-origin-frame",
  }),
  {
    ...line("Permission denied to access property", { ...firefox, notCors: "cross-origin-frame" }),
    near: /cross-origin object/,
  },
  line("does not match the recipient window's origin", { ...anyConsole, notCors: "cross-origin-frame" }),
  line("Fetch is aborted", { ...webkit, notCors: "cancelled" }),
  line("The user aborted a request", { ...chromium, notCors: "cancelled" }),
  line("signal is aborted without reason", { ...chromium, notCors: "cancelled" }),
  line("The operation was aborted", { ...firefox, notCors: "cancelled" }),
];

/** What panels show where a request failed. */
const panelWords: readonly KnownLine[] = [
  line("Failed to load resource: the server responded with a status of", { kind: "network-line" }),
  line("Load cannot follow more than 20 redirections", { ...webkit, empty: true, nothing: true }),
  ...["Source map error", "ソースマップエラー", "failed to load source map", "Failed to fetch RSC payload"].map(
    (words) => line(words, { ...panel, empty: true, nothing: true }),
  ),
  line("(blocked:mixed-content)", { ...panel, engine: "chromium", causes: ["mixed-content"] }),
  line("(blocked:csp)", { ...panel, engine: "chromium", notCors: "csp" }),
  line("(blocked:other)", { ...panel, engine: "chromium", notCors: "extension" }),
  line("(blocked:orb)", { ...panel, engine: "chromium", causes: ["cross-origin-json-in-element"] }),
  line("(blocked:NotSameOrigin", { ...panel, engine: "chromium", notCors: "corp" }),
  line("(blocked:CoepFrameResourceNeedsCoepHeader)", { ...panel, engine: "chromium", notCors: "coep" }),
  line("CORS Missing Allow Origin", { ...panel, engine: "firefox", keys: ["missing"] }),
  line("CORS Preflight Did Not Succeed", { ...panel, engine: "firefox", keys: ["status"], phase: "preflight" }),
  line("CORS Method Not Found", { ...panel, engine: "firefox", keys: ["method"], phase: "preflight" }),
  line("CORS Missing Allow Header", { ...panel, engine: "firefox", keys: ["header"], phase: "preflight" }),
  line("CORS Missing Allow Credentials", { ...panel, engine: "firefox", keys: ["credentials"] }),
  line("CORS Allow Origin Not Matching Origin", { ...panel, engine: "firefox", keys: ["mismatch"] }),
  line("CORS Multiple Allow Origin Not Allowed", { ...panel, engine: "firefox", keys: ["multiple"] }),
  line("strict-origin-when-cross-origin", { ...panel, empty: true, nothing: true }),
  line("Provisional headers are shown", { ...panel, empty: true, nothing: true }),
  line("Failed to fetch dynamically imported module", { ...panel, engine: "chromium", empty: true, nothing: true }),
  line("TypeError: Failed to fetch", { ...panel, engine: "chromium", empty: true }),
  line("NetworkError when attempting", { ...panel, engine: "firefox", empty: true }),
  line("NetworkError when attempting to fetch resource", { ...panel, engine: "firefox", empty: true }),
  line("TypeError: Load failed", { ...panel, engine: "webkit", empty: true }),
  line("Error: Network Error", { ...panel, empty: true }),
  line("AxiosError: Network Error", { ...panel, empty: true }),
  line("ERR_NETWORK", { ...panel, empty: true }),
  line("CORS error", { ...panel, engine: "chromium", empty: true, cut: true }),
];

/** What the rules say of an answer to OPTIONS with this body; that a gateway gave it says more than what it lacks. */
function causesOfBody(body: string): readonly string[] {
  const request: CorsRequest = {
    origin: "https://app.example.com",
    url: "https://api.example.com/items",
    method: "PUT",
    headers: [["Content-Type", "application/json"]],
    credentials: "same-origin",
    mode: "cors",
    api: "fetch",
    body: "text",
    uploadListener: false,
  };
  const ids = findCauses({ request, preflight: { status: 403, headers: [], body } }).map(({ id }) => id);
  return ids.includes("gateway-answers-options") ? ["gateway-answers-options"] : ids;
}

/** What servers and their frameworks print. */
const serverLines: readonly KnownLine[] = [
  {
    ...line("Missing parameter name at", { ...server, causes: ["server-not-reached", "options-not-routed"] }),
    near: /\boptions\b/,
  },
  line("Cannot combine `Access-Control-Allow-Credentials: true` with `Access-Control-Allow-Origin: *`", {
    ...server,
    causes: ["wildcard-with-credentials"],
  }),
  line("Cannot combine `Access-Control-Allow-Credentials: true` with `Access-Control-", {
    ...server,
    causes: ["wildcard-literal-with-credentials"],
  }),
  line("When allowCredentials is true, allowedOrigins cannot contain the special value", {
    ...server,
    causes: ["wildcard-with-credentials"],
  }),
  line("Insecure setup, 'AllowCredentials' is set to true, and 'AllowOrigins' is set to a wildcard", {
    ...server,
    causes: ["wildcard-with-credentials"],
  }),
  line("When 'AllowCredentials' is set to true, 'AllowOrigins' cannot contain a wildcard origin", {
    ...server,
    causes: ["wildcard-with-credentials"],
  }),
  line("The CORS protocol does not allow specifying a wildcard (any) origin and credentials at the same time", {
    ...server,
    causes: ["wildcard-with-credentials"],
  }),
  // rack-cors, which then does not start.
  line("Allowing credentials for wildcard origins is insecure", { ...server, causes: ["wildcard-with-credentials"] }),
  // gRPC-Web's own client, whose status is in a header or a trailer that the page may not read.
  line("Response closed without grpc-status", { ...server, causes: ["header-not-exposed"] }),
  line("Response stream closed without gRPC status", { ...server, causes: ["header-not-exposed"] }),
  // python-socketio, in its log; Rocket, which makes no routes for OPTIONS.
  line("is not an accepted origin", { ...server, causes: ["allow-origin-missing"] }),
  line("No matching routes for OPTIONS", { ...server, causes: ["options-not-routed"] }),
  // Socket.IO without its cors option, to any OPTIONS.
  line("Bad handshake method", { ...server, causes: ["options-not-routed", "allow-origin-missing"] }),
  ...corsRefusals.map(({ says }) => line(says, { ...server, causes: causesOfBody(says) })),
  line("Missing Authentication Token", {
    ...server,
    causes: causesOfBody('{"message":"Missing Authentication Token"}'),
  }),
  line("Cannot OPTIONS /", { ...server, causes: ["options-not-routed"] }),
  line("No route matches [OPTIONS]", { ...server, causes: ["options-not-routed"] }),
  line("The OPTIONS method is not supported for", { ...server, causes: ["options-not-routed"] }),
  line("Request method 'OPTIONS' is not supported", { ...server, causes: ["options-not-routed"] }),
  line("Request method 'OPTIONS' not supported", { ...server, causes: ["options-not-routed"] }),
  line("Method Not Allowed (OPTIONS)", { ...server, causes: ["options-not-routed"] }),
  line("Unexpected endpoint or method. (OPTIONS", { ...server, causes: ["allow-origin-missing"] }),
  // ASP.NET Core, rs/cors, Spring, actix-cors and Vert.x say in their logs what they refuse.
  line("Request origin {origin} does not have permission to access the resource", {
    ...server,
    causes: ["allow-origin-missing"],
  }),
  line("CORS policy execution failed", { ...server, causes: ["allow-origin-missing"] }),
  line("Request method {method} not allowed in CORS policy", { ...server, causes: ["method-not-allowed"] }),
  line("Request header '{header}' not allowed in CORS policy", { ...server, causes: ["header-not-allowed"] }),
  line("Preflight aborted: origin", { ...server, causes: ["allow-origin-missing"] }),
  line("Actual request no headers added: origin", { ...server, causes: ["allow-origin-missing"] }),
  line("Preflight aborted: method", { ...server, causes: ["middleware-omits-headers", "method-not-allowed"] }),
  line("Preflight aborted: headers", { ...server, causes: ["middleware-omits-headers", "header-not-allowed"] }),
  line("Reject: {origin} origin is not allowed", { ...server, causes: ["allow-origin-missing"] }),
  line("Reject: HTTP {method} is not allowed", { ...server, causes: ["method-not-allowed"] }),
  line("Reject: headers {header} are not allowed", { ...server, causes: ["header-not-allowed"] }),
  line("no Route matched with those values", { ...server, causes: ["options-not-routed"] }),
  // CakePHP 5, and 4 with other quotes.
  line("A `OPTIONS` route matching", { ...server, causes: ["options-not-routed"] }),
  line('A "OPTIONS" route matching', { ...server, causes: ["options-not-routed"] }),
  // django-cors-headers, at the start.
  line("(corsheaders.E013) Origin {origin} in CORS_ALLOWED_ORIGINS", { ...server, causes: ["allow-origin-mismatch"] }),
  // Envoy under Istio: a preflight has nothing that an AuthorizationPolicy could ask for.
  line("RBAC: access denied", { ...server, causes: ["auth-before-cors"] }),
  // jsdom, which plays a browser in tests.
  line("Cross origin {origin} forbidden", { ...anyConsole, causes: ["allow-origin-missing", "allow-origin-mismatch"] }),
  // Phoenix, and ComfyUI, which compares the two on the own computer.
  line("no route found for OPTIONS", { ...server, causes: ["options-not-routed"] }),
  line("request with non matching host and origin", { ...server, causes: ["allow-origin-missing"] }),
  // Servers of the Model Context Protocol: a page cannot send back what it could not read.
  line("Missing Mcp-Session-Id header", { ...server, causes: ["header-not-exposed"] }),
  // Swagger UI, whatever the reason was; the console knows more.
  line(
    'Failed to fetch. Possible Reasons: CORS Network Failure URL scheme must be "http" or "https" for CORS request',
    { ...server, causes: ["allow-origin-missing", "mixed-content", "server-not-reached", "scheme-not-http"] },
  ),
  line("Jwt is missing", { ...server, causes: ["auth-before-cors"] }),
];

const ofRules: readonly KnownLine[] = messageTemplates.map(({ engine, language, key, phase, text }) =>
  line(text.replace("{headerAsWritten}", "{header}").replace("{token}", "{value}"), {
    kind: "console",
    engine,
    language,
    keys: [key],
    ...(phase && { phase }),
  }),
);

/** CORS errors as Chromium's protocol for developer tools calls them, and some panels. */
const codes: Readonly<Record<string, MessageKey>> = {
  MissingAllowOriginHeader: "missing",
  WildcardOriginNotAllowed: "wildcard",
  MultipleAllowOriginValues: "multiple",
  InvalidAllowOriginValue: "invalid",
  AllowOriginMismatch: "mismatch",
  InvalidAllowCredentials: "credentials",
  PreflightInvalidStatus: "status",
  PreflightDisallowedRedirect: "redirect",
  InvalidAllowMethodsPreflightResponse: "malformed-methods",
  InvalidAllowHeadersPreflightResponse: "malformed-headers",
  MethodDisallowedByPreflightResponse: "method",
  HeaderDisallowedByPreflightResponse: "header",
};

/** Every line that is known. */
export const knownLines: readonly KnownLine[] = [
  ...envelopes,
  ...ofRules,
  ...simplifiedChinese,
  ...notAllowed,
  ...named,
  ...notCors,
  ...panelWords,
  ...serverLines,
  ...Object.entries(codes).map(([code, key]) => line(code, { ...panel, engine: "chromium", keys: [key] })),
  ...Object.entries(codes).map(([code, key]) =>
    line(`Preflight${code}`, { ...panel, engine: "chromium", keys: [key], phase: "preflight" }),
  ),
];
