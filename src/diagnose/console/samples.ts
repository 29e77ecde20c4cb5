/**
 * Messages as people paste them, with what has to be named first: a cause, or what it is instead.
 * Of each kind one: what engines print today and printed since 2013, in four languages, whole and
 * cut off; what servers log; what people make of it. The engines' words are from their sources
 * (see `src/rules/messages/`) or were found in public issues and notes, with other hosts.
 */
export const samples: readonly (readonly [text: string, first: string])[] = [
  // What the network line alone tells: an answer came in, and which.
  ["net::ERR_FAILED 200 (OK)", "allow-origin-missing"],
  [
    "請問後端 log 有看到請求，前端卻是 GET https://api.example.com/items net::ERR_FAILED 200 (OK)",
    "allow-origin-missing",
  ],
  ["PUT https://api.example.com/items net::ERR_FAILED 200", "response-lacks-headers"],
  ["GET https://api.example.com/items net::ERR_FAILED 502 (Bad Gateway)", "error-without-cors-headers"],
  ["GET https://api.example.com/items net::ERR_FAILED 302 (Found)", "redirected-elsewhere"],
  // What loads without a script: the element's own line, alone and below that of CORS.
  [
    "Access to font at 'https://cdn.example.com/inter.woff2' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    "allow-origin-missing",
  ],
  [
    "Access to CSS stylesheet at 'https://cdn.example.com/site.css' from origin 'https://app.example.com' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'https://www.example.com' that is not equal to the supplied origin.",
    "allow-origin-mismatch",
  ],
  [
    "Access to script at 'https://cdn.example.com/app.mjs' from origin 'https://app.example.com' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    "wildcard-with-credentials",
  ],
  [
    'downloadable font: download failed (font-family: "Inter" style:normal weight:400 stretch:100 src index:0): bad URI or cross-site access not allowed source: https://cdn.example.com/inter.woff2',
    "allow-origin-missing",
  ],
  [
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://cdn.example.com/inter.woff2. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://www.example.com’).\ndownloadable font: download failed (font-family: "Inter" style:normal weight:400 stretch:100 src index:0): bad URI or cross-site access not allowed source: https://cdn.example.com/inter.woff2',
    "allow-origin-mismatch",
  ],
  ["Module source URI is not allowed in this document: “https://cdn.example.com/app.mjs”.", "allow-origin-missing"],
  // The end of a line alone, as people search for it.
  ["must not be the wildcard '*' when the request's credentials mode is 'include'", "wildcard-with-credentials"],
  ["which must be 'true' when the request's credentials mode is 'include'", "allow-credentials-missing"],
  ["that is not equal to the supplied origin", "allow-origin-mismatch"],
  ["contains multiple values '*, *', but only one is allowed", "headers-added-twice"],
  ["is not allowed by Access-Control-Allow-Headers in preflight response", "header-not-allowed"],
  ["is not allowed by Access-Control-Allow-Methods in preflight response", "method-not-allowed"],
  // The address that an answer led to leads on: to a login.
  [
    "Access to XMLHttpRequest at 'http://localhost:8001/oauth2/authorization/demo' (redirected from 'http://localhost:9080/auth/user-info') from origin 'http://localhost:9080' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.",
    "redirected-elsewhere",
  ],
  [
    "Redirect at origin 'https://a.tiles.example.com' has been blocked from loading by Cross-Origin Resource Sharing policy: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'null' is therefore not allowed access.",
    "redirected-elsewhere",
  ],
  // As Chromium once said it.
  [
    "XMLHttpRequest cannot load http://api.example.com/x. Redirect from 'http://api.example.com/x' has been blocked by CORS policy: Redirect location 'my-app://done' has a disallowed scheme for cross-origin requests.",
    "redirected-elsewhere",
  ],
  [
    "XMLHttpRequest cannot load http://api.example.com/track. Redirect from 'http://api.example.com/track' has been blocked by CORS policy: Redirect location 'about:blank' has a disallowed scheme for cross-origin requests.",
    "extension",
  ],
  [
    "[Deprecation] Authorization will not be covered by the wildcard symbol (*) in CORS `Access-Control-Allow-Headers` handling.",
    "authorization-under-wildcard",
  ],
  [
    "[Uppy] [10:21:33] Failed to upload big.mp4\nError: Could not read the ETag header. This likely means CORS is not configured correctly on the S3 Bucket. See https://uppy.io/docs/aws-s3/#setting-up-your-s3-bucket",
    "header-not-exposed",
  ],
  [
    "Error: Part 1 is missing ETag in UploadPart response. Missing Bucket CORS configuration for ETag header?",
    "header-not-exposed",
  ],
  // What is refused without CORS having a say.
  [
    "Uncaught SecurityError: Failed to execute 'toDataURL' on 'HTMLCanvasElement': Tainted canvases may not be exported.",
    "tainted-canvas",
  ],
  [
    "Uncaught SecurityError: Failed to execute 'getImageData' on 'CanvasRenderingContext2D': The canvas has been tainted by cross-origin data.",
    "tainted-canvas",
  ],
  [
    "Uncaught SecurityError: Failed to construct 'Worker': Script at 'https://cdn.example.com/worker.js' cannot be accessed from origin 'https://app.example.com'.",
    "worker-origin",
  ],
  [
    "Uncaught SecurityError: Failed to read a named property 'document' from 'Window': Blocked a frame with origin \"https://app.example.com\" from accessing a cross-origin frame.",
    "cross-origin-frame",
  ],
  [
    'SecurityError: Blocked a frame with origin "https://app.example.com" from accessing a cross-origin frame. Protocols, domains, and ports must match.',
    "cross-origin-frame",
  ],
  ['Permission denied to access property "document" on cross-origin object', "cross-origin-frame"],
  [
    "Uncaught (in promise) ReferenceError: SharedArrayBuffer is not defined\n    at game.js:549:38",
    "cross-origin-isolation",
  ],
  ["ReferenceError: Can't find variable: SharedArrayBuffer", "cross-origin-isolation"],
  [
    "DataCloneError: Failed to execute 'postMessage' on 'Worker': SharedArrayBuffer transfer requires self.crossOriginIsolated.",
    "cross-origin-isolation",
  ],
  [
    "DataCloneError: The SharedArrayBuffer object cannot be serialized. The Cross-Origin-Opener-Policy and Cross-Origin-Embedder-Policy HTTP headers can be used to enable this.",
    "cross-origin-isolation",
  ],
  [
    "Error\nThe following features required to run Godot projects on the Web are missing:\nCross Origin Isolation - Check web server configuration (send correct headers)\nSharedArrayBuffer - Check web server configuration (send correct headers)",
    "cross-origin-isolation",
  ],
  [
    "A cookie associated with a cross-site resource at http://api.example.com/ was set without the `SameSite` attribute. It has been blocked, as Chrome now only delivers cookies with cross-site requests if they are set with `SameSite=None` and `Secure`.",
    "cookie-not-kept",
  ],
  [
    "Because a cookie's SameSite attribute was not set or is invalid, it defaults to SameSite=Lax, which prevents the cookie from being sent in a cross-site request.",
    "cookie-not-kept",
  ],
  [
    "Cookie “sid” has been rejected because it is foreign and does not have the “Partitioned“ attribute.",
    "cookie-not-kept",
  ],
  [
    "Failed to execute 'postMessage' on 'DOMWindow': The target origin provided ('https://app.example.com') does not match the recipient window's origin ('https://pay.example.com').",
    "cross-origin-frame",
  ],
  [
    "SecurityError: Failed to read the 'cssRules' property from 'CSSStyleSheet': Cannot access rules",
    "stylesheet-rules",
  ],
  ["SecurityError: CSSStyleSheet.cssRules getter: Not allowed to access cross-origin stylesheet", "stylesheet-rules"],
  [
    'EventSource\'s response has a MIME type ("text/html") that is not "text/event-stream". Aborting the connection.',
    "event-stream-type",
  ],
  ["Response stream closed without gRPC status. This may indicate a misconfigured CORS policy", "header-not-exposed"],
  // Firefox's messages as people translate them back, and from memory.
  [
    "クロスオリジン要求をブロックしました：同一生成元ポリシーにより、https://api.example.com/items にあるリモートリソースの読み込みは拒否されます（理由：CORS ヘッダー 'Access-Control-Allow-Credentials' に 'true' が指定されていない）。",
    "allow-credentials-missing",
  ],
  [
    "(理由: CORS プリフライト応答の ‘Access-Control-Allow-Headers’ で、ヘッダー ‘authorization’ が許可されていません)",
    "header-not-allowed",
  ],
  ["Access-Control-Allow-Methods に DELETE が含まれていないと言われます", "method-not-allowed"],
  ["後端說 Access-Control-Allow-Headers 沒有 x-api-key", "header-not-allowed"],
  [
    "GEThttp://app.example.com/\n[HTTP/1.1 200 OK 50ms]\n\nCross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://api.example.com/. (Reason: CORS request did not succeed).\nGEThttps://cdn.example.com/key.png\n[HTTP/1.1 302 Found 25ms]",
    "server-not-reached",
  ],
  [
    "Cross-source (cross-origin) request blocked: The same-source rule prohibits reading the external resource at https://chat-ai.example.com/v1/models. (Reason: CORS preflight response failed). Status code: 401.",
    "auth-before-cors",
  ],
  [
    "已拦截跨源请求：同源策略禁止读取位于 https://10.93.133.45:28001/api/sta 的远程资源。（原因：CORS 预检通道未成功）(it means cors Preview channel falid)",
    "options-not-routed",
  ],
  [
    "`已拦截跨源请求：同源策略禁止读取位于 http://localhost:8000/api/chat/conversations 的远程资源。（原因：CORS 头缺少 'Access-Control-Allow-Origin'）。状态码：500。`",
    "error-without-cors-headers",
  ],
  [
    "已拦截跨源请求：同源策略禁止读取位于 ‘http://localhost:9000/cors/index’ 的远程资源。（原因：凭据不支持，如果 CORS 头 ‘Access-Control-Allow-Origin’ 为 ‘*’）。",
    "wildcard-with-credentials",
  ],
  [
    "已拦截跨源请求：同源策略禁止读取位于 [http://localhost:88/api/sys/login](http://localhost:88/api/sys/login) 的远程资源。\n\n（原因：不允许有多个 ‘Access-Control-Allow-Origin’ CORS 头）",
    "headers-added-twice",
  ],
  [
    "已拦截跨源请求：同源策略禁止读取位于 file:///XXXX/data.json 的远程资源。（原因：CORS 请求不是 http）。",
    "scheme-not-http",
  ],
  [
    "- 已拦截跨源请求：同源策略禁止读取位于 http://127.0.0.1:8000/artical/blog/ 的远程资源。（原因：CORS 预检响应的 'Access-Control-Allow-Headers'，不允许使用头 'content-type'）",
    "header-not-allowed",
  ],
  [
    "Firefox 錯誤訊息:\n\n```log\n已封鎖跨來源請求: 同源政策不允許讀取 http://localhost:8080/user 的遠端資源。（原因: 缺少 CORS 'Access-Control-Allow-Origin' 檔頭）。狀態代碼: 302。\n\n已封鎖跨來源請求: 同源政策不允許讀取 http://localhost:8080/user 的遠端資源。（原因: CORS 請求未成功）。狀態代碼: (null)。\n```",
    "redirected-elsewhere",
  ],
  [
    "// 已封鎖跨來源請求: 同源政策不允許讀取 http://localhost:3000/students 的遠端資源。（原因: CORS 請求未成功）。狀態代碼: (null)。",
    "server-not-reached",
  ],
  [
    "已封鎖跨來源請求: 同源政策不允許讀取 [https://google.com/](https://google.com/ \"https://google.com/\") 的遠端資源。（原因: 缺少 CORS 'Access-Control-Allow-Origin' 檔頭）。\n",
    "allow-origin-missing",
  ],
  [
    "CORSっぽい。クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://7.lambda-url.us-east-1.on.aws/ にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が ‘https://d.cloudfront.net, [https://d.cloudfront.net](https://d.cloudfront.net)’ と異なる)。",
    "headers-added-twice",
  ],
  [
    "* クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://static.example.com/beacon.min.js/v1 にあるリモートリソースの読み込みは拒否されます (理由: CORS 要求が成功しなかった)。ステータスコード: (null)\n* integrity 属性内の “sha512” ハッシュが “https://static.example.com/beacon.min.js” と一致しません",
    "server-not-reached",
  ],
  [
    "Origin https://www.myclassapp.example is not allowed by Access-Control-Allow-Origin. Status code: 500",
    "error-without-cors-headers",
  ],
  [
    "Origin http://localhost:3005 is not allowed by Access-Control-Allow-Origin. Status code: 200\nXMLHttpRequest cannot load http://localhost:5003/api/stock/AAPL due to access control checks.",
    "allow-origin-missing",
  ],
  ["Origin https://s.example.com is not allowed by Access-Control-Allow-Origin", "allow-origin-missing"],
  [
    '#### Error: "CORS policy: Request header field authorization is not allowed"\n**Solution:** Add it',
    "header-not-allowed",
  ],
  [
    "Access to XMLHttpRequest at 'http://localhost:5001/api/remessas?page=1&per_page=10' from origin 'http://localhost:5173' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.",
    "preflight-redirected",
  ],
  [
    "Access to fetch at 'http://localhost:5001/api/addUser' from origin 'http://localhost:3000' has been blocked by CORS policy: Method P0ST is not allowed by Access-Control-Allow-Methods in preflight response.",
    "method-not-allowed",
  ],
  [
    "      * Access to XMLHttpRequest at 'http://localhost:8000/api/language' from origin 'http://localhost:4200'\n      * has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.\n      */",
    "method-not-allowed",
  ],
  [
    "❌ \"...has been blocked by CORS policy: Request header field\n    'authorization' is not allowed by Access-Control-Allow-Headers\n    in preflight response.\"",
    "header-not-allowed",
  ],
  [
    "XMLHttpRequest cannot load 'http://gateway.example.com/v1/public/charactersts=1&hash=21&apikey=809'. Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'http://127.0.0.1:8080' is therefore not allowed access. The response had HTTP status code 404.</p>",
    "options-not-routed",
  ],
  [
    "Failed to load https://cors.example/?http://d.example/applications/api/x.php?location=1: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'http://localhost:8000' is therefore not allowed access. The response had HTTP status code 503.",
    "error-without-cors-headers",
  ],
  [
    "XMLHttpRequest cannot load https://api2.branch.example/v1/open. No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'null' is therefore not allowed access. The response had HTTP status code 400.",
    "error-without-cors-headers",
  ],
  [
    "// Failed to load http://localhost:5001/fir/us-central1/api: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'http://localhost:3000' is therefore not allowed access. The response had HTTP status code 405. If an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource with CORS disabled.\napp.use(cors());",
    "options-not-routed",
  ],
  [
    "XMLHttpRequest cannot load . No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin  is therefore not allowed access. The response had HTTP status code 500.",
    "error-without-cors-headers",
  ],
  [
    "Access to fetch at 'http://127.0.0.1:5000/generate_content' from origin 'http://127.0.0.1:5500' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource. If an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource with CORS disabled.\nmain.js:2     GET http://127.0.0.1:5000/generate_content net::ERR_FAILED 200 (OK)\nfetchAiContent @ main.js:2\nmain.js:14 Error fetching AI content: TypeError: Failed to fetch\n    at fetchAiContent (main.js:2:5)\n127.0.0.1/:1 Access to fetch at 'http://127.0.0.1:5000/generate_content' from origin 'http://127.0.0.1:5500' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    "allow-origin-missing",
  ],
  [
    "[cors] 2024/06/16 23:52:13 Handler: Preflight request\n[cors] 2024/06/16 23:52:13 Preflight aborted: origin 'http://other-domain.com' not allowed",
    "allow-origin-missing",
  ],
  [
    "info: Microsoft.AspNetCore.Cors.Infrastructure.CorsService[5]\n      CORS policy execution failed.\ninfo: Microsoft.AspNetCore.Cors.Infrastructure.CorsService[6]\n      Request origin http://localhost:4200 does not have permission to access the resource.",
    "allow-origin-missing",
  ],
  ['[GIN] 2020/12/01 - 11:10:09 | 404 |  447ns |  ::1 | OPTIONS  "/api/v1/messages/0"', "options-not-routed"],
  [
    "GET http://localhost:3000/uploads/groups/group_xxx.jpg \nnet::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 404 (Not Found)",
    "corp",
  ],
  [
    "`Credentials flag is 'true', but the 'Access-Control-Allow-Credentials' header is ''. It must be 'true' to allow credentials.`",
    "allow-credentials-missing",
  ],
  [
    "Access to fetch at 'https://api.example.com/x' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' hea...",
    "options-not-routed",
  ],
  [
    "Access to fetch at 'https://api.example.com/x' from origin 'https://app.example.com' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Cre",
    "allow-credentials-missing",
  ],
  [
    "Access to fetch at 'https://api.example.com/x' from origin 'https://app.example.com' has been blocked by CORS policy: Request header field x-foo is not allo",
    "header-not-allowed",
  ],
  [
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.example/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ mis",
    "allow-origin-missing",
  ],
  [
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.example/x. (Reason: CORS preflight channel did not succeed).",
    "options-not-routed",
  ],
  [
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.example/x. (Reason: missing token ‘authorization’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel).",
    "header-not-allowed",
  ],
  [
    "クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://a.example/x にあるリモートリソースの読み込みは拒否されます (理由: CORS プリフライトチャンネルが継承されていない)。",
    "options-not-routed",
  ],
  ["net::ERR_H2_OR_QUIC_REQUIRED", "http2-needed"],
  ["POST https://www.google-analytics.com/g/collect net::ERR_BLOCKED_BY_CLIENT", "extension"],
  [
    "Refused to connect to 'https://api.example.com/' because it violates the following Content Security Policy directive: \"connect-src 'self'\".",
    "csp",
  ],
  [
    "Connecting to 'https://api.example.com/' violates the following Content Security Policy directive: \"connect-src 'self'\". The action has been blocked.",
    "csp",
  ],
  [
    "Content Security Policy: The page’s settings blocked the loading of a resource at https://api.example.com (“connect-src”).",
    "csp",
  ],
  ["Cross-Origin-Opener-Policy policy would block the window.postMessage call.", "coop"],
  ["strict-origin-when-cross-origin", "says-nothing"],
  [
    "<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message></Error>",
    "storage-signature",
  ],
  [
    "This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). Please either specify a 'content-type' header",
    "csrf",
  ],
  [
    "Rack::Cors::Resource::CorsMisconfigurationError: Allowing credentials for wildcard origins is insecure. Please specify more restrictive origins or set 'credentials' to false in your CORS configuration.",
    "wildcard-with-credentials",
  ],
  ['{"code":2,"message":"Bad handshake method"}', "options-not-routed"],
  ["XMLHttpRequest cannot load https://api.example.com/x. Invalid HTTP status code 405", "options-not-routed"],
  [
    "XMLHttpRequest cannot load https://api.example.com/x. Response for preflight is invalid (redirect)",
    "preflight-redirected",
  ],
  ["Response for preflight has invalid HTTP status code 401", "auth-before-cors"],
  [
    "Failed to load https://api.example.com/x: Redirect from 'https://api.example.com/x' to 'https://login.example.com/' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'http://localhost:3000' is therefore not allowed access.",
    "redirected-elsewhere",
  ],
  [
    "OPTIONS https://api.example.com/x 405 (Method Not Allowed)\nXMLHttpRequest cannot load https://api.example.com/x. Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    "options-not-routed",
  ],
  [
    "Access to font at 'https://cdn.example.com/a.woff2' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\nGET https://cdn.example.com/a.woff2 net::ERR_FAILED 404 (Not Found)",
    "error-without-cors-headers",
  ],
  [
    "Access to XMLHttpRequest at 'http://api.example.com/x' (redirected from 'https://api.example.com/x') from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    "redirected-elsewhere",
  ],
  ["Method patch is not allowed by Access-Control-Allow-Methods in preflight response.", "lowercase-patch"],
  ["Error: Not allowed by CORS", "allow-origin-missing"],
  ["django.security.csrf: Forbidden (CSRF cookie not set.): /api/login", "csrf"],
  ["ERROR [Better Auth]: Invalid origin: http://localhost:5173", "csrf"],
  [
    'POST http://localhost:3000/api/auth/sign-in/email 403 (Forbidden)\n{"code":"INVALID_ORIGIN","message":"Invalid origin"}',
    "csrf",
  ],
  ["Request origin not allowed: https://app.example.com", "websocket-origin"],
  [
    "Mixed Content: The page at 'https://app.example.com/' was loaded over HTTPS, but requested an insecure XMLHttpRequest endpoint 'http://api.example.com/x'. This request has been blocked; the content must be served over HTTPS.",
    "mixed-content",
  ],
  ["混在アクティブコンテンツ “http://api.example.com/items” の読み込みをブロックしました", "mixed-content"],
  ["GET https://api.example.com/x net::ERR_CERT_AUTHORITY_INVALID", "certificate-untrusted"],
  ["net::ERR_SSL_PROTOCOL_ERROR https://localhost:3000/", "server-not-reached"],
  [
    "Access to fetch at 'https://api.example.com/me' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    "wildcard-with-credentials",
  ],
  [
    "[Error] Failed to load resource: A server with the specified hostname could not be found. (x, line 0)",
    "server-not-reached",
  ],
  ["Preflight response is not successful. Status code: 307", "preflight-redirected"],
  ["No 'Access-Control-Allow-Origin' header is present on the requested resource", "allow-origin-missing"],
  [
    '[GIN] 2025/05/23 - 10:00:46 | 403 |     396.741µs |   203.0.113.9 | OPTIONS  "/api/version"',
    "allow-origin-missing",
  ],
  [
    "2026-11-28 10:15:22 10.0.0.1 OPTIONS /api/items - 443 - 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) https://app.example.com/ 405 0 0 15",
    "options-not-routed",
  ],
  ["[Sat Nov 28 10:15:22 2026] [::1]:51234 [404]: OPTIONS /api/items", "options-not-routed"],
  ["\u001b[0mOPTIONS /api/items \u001b[33m404\u001b[0m 1.234 ms - 150", "options-not-routed"],
  ["Request finished HTTP/1.1 OPTIONS http://localhost:5000/api/items - - - 401 0 - 1.2ms", "auth-before-cors"],
  [
    'DEBUG o.s.web.servlet.DispatcherServlet - OPTIONS "/api/items", parameters={}\nDEBUG o.s.web.servlet.DispatcherServlet - Completed 403 FORBIDDEN',
    "auth-before-cors",
  ],
  ['{"level":"info","request":{"method":"OPTIONS","uri":"/items"},"status":502}', "preflight-server-error"],
  ['INFO:     127.0.0.1:53342 - "OPTIONS /api/items HTTP/1.1" 405 Method Not Allowed', "options-not-routed"],
];

/** Texts in which nothing is wrong with CORS: no cause may be named. */
export const harmless: readonly string[] = [
  'app.js:12 Refused to set unsafe header "Origin"',
  "Uncaught TypeError: Cannot read properties of undefined (reading 'map')\n    at App (App.jsx:12:9)",
  "GET https://app.example.com/api/items 404 (Not Found)",
  "Uncaught (in promise) TypeError: Failed to fetch dynamically imported module: https://app.example.com/assets/Home-4f2a.js",
  "Failed to load resource: the server responded with a status of 500 (Internal Server Error)",
  "WebSocket connection to 'ws://localhost:3000/ws' failed: WebSocket is closed before the connection is established.",
  "Firefox can’t establish a connection to the server at wss://api.example.com/socket.",
  '"OPTIONS /api/items HTTP/1.1" 204 0 "https://app.example.com/" "Mozilla/5.0"',
  '"GET /api/items HTTP/1.1" 404 153 "https://app.example.com/" "Mozilla/5.0"',
  "DOMException: Failed to read a named property 'document' from 'Window': Blocked a frame with origin \"https://app.example.com\" from accessing a cross-origin frame.",
  "Refused to display 'https://other.example.com/' in a frame because it set 'X-Frame-Options' to 'sameorigin'.",
  "Refused to execute script from 'https://cdn.example.com/a.js' because its MIME type ('text/html') is not executable, and strict MIME type checking is enabled.",
  "Unsafe attempt to initiate navigation for frame with origin 'https://app.example.com' from frame with URL 'https://ads.example.com/'.",
  "A cookie associated with a cross-site resource at https://api.example.com/ was set without the `SameSite` attribute.",
  "app.use(cors({ origin: 'https://app.example.com', credentials: true, methods: ['GET', 'PUT'] }))",
  "Access-Control-Allow-Origin tells a browser which origins may read an answer.",
  "CORS とは何ですか？プリフライトはいつ送られますか？",
  "npm ERR! code ECONNREFUSED\nnpm ERR! errno ECONNREFUSED",
  "error: failed to fetch some objects from 'https://git.example.com/repo.git'",
  "E: Failed to fetch http://deb.example.com/debian/dists/stable/InRelease  Could not resolve 'deb.example.com'",
  "[HMR] Waiting for update signal from WDS...",
  "Blocked autofocusing on a <input> element in a cross-origin subframe.",
  "Permissions policy violation: geolocation is not allowed in this document.",
  "Third-party cookie will be blocked in future Chrome versions as part of Privacy Sandbox.",
  "已封鎖載入混和的顯示內容",
  "ソースマップエラー: Error: NetworkError when attempting to fetch resource.",
  "The Cross-Origin-Opener-Policy header has been ignored, because the URL's origin was untrustworthy.",
  "Error: Request failed with status code 401",
  "Uncaught Error: Minified React error #418; visit https://react.dev/errors/418 for the full message",
  "GET https://app.example.com/assets/old-4f2a.js net::ERR_ABORTED 404 (Not Found)",
  "Mixed Content: The page at 'https://app.example.com/' was loaded over HTTPS, but requested an insecure element 'http://cdn.example.com/a.png'. This request was automatically upgraded to HTTPS, For more information see https://blog.chromium.org/",
  "A preload for 'https://cdn.example.com/a.woff2' is found, but is not used because the request credentials mode does not match. Consider taking a look at crossorigin attribute.",
  "[vite] http proxy error: /api/items\nError: connect ECONNREFUSED 127.0.0.1:3000",
  "<e> [webpack-dev-server] [HPM] Error occurred while proxying request localhost:8080/api/items to http://127.0.0.1:3000/ [ECONNREFUSED] (https://nodejs.org/api/errors.html#errors_common_system_errors)",
  "Service worker registration failed: SecurityError: Failed to register a ServiceWorker: The origin of the provided scriptURL ('https://cdn.example.com') does not match the current origin ('https://app.example.com').",
  'Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded with a MIME type of "text/html".',
];
