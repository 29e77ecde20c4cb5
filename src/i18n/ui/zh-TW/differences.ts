import type { DifferenceStrings } from "../../types.ts";

export const differences: DifferenceStrings = {
  "user-agent-dropped.title": "Chromium 會丟掉 User-Agent",
  "user-agent-dropped.text":
    "`User-Agent` 已經不是禁止的請求標頭，程式碼可以設定，設定了就會觸發預檢。Chromium 會丟掉程式碼設定的值，也就沒有預檢。",
  "client-hints-safelisted.title": "Chromium 把 client hints 列入安全列表",
  "client-hints-safelisted.text":
    "對標準來說，client hints 和其他標頭沒有兩樣。在 Chromium 裡，`Device-Memory`、`Downlink`、`DPR`、`ECT`、`Intervention`、`RTT`、`Save-Data`、`Viewport-Width` 和 `Width` 不論值是什麼都不會觸發預檢。",
  "lines-combined.title": "Chromium 和 WebKit 把重複的標頭合起來判斷",
  "lines-combined.text":
    "`fetch()` 把同一個標頭設定兩次時，標準會逐行判斷。Chromium 和 WebKit 則先用逗號接起來：兩行 `Content-Type: text/plain` 會觸發預檢，而安全的第一行也可能蓋過不安全的第二行。",
  "combined-value-stripped.title": "Chromium 會去掉 XMLHttpRequest 合併值結尾的空格",
  "combined-value-stripped.text":
    "用 `setRequestHeader()` 替標頭再加一個空值時，接起來的值會以逗號和空格結尾。Chromium 會去掉那個空格：原本 129 個位元組超過安全列表的上限，變成 128 個就沒超過。",
  "bytes-beyond-ascii-unsafe.title": "Firefox 把 ASCII 以外的字元當成不安全",
  "bytes-beyond-ascii-unsafe.text":
    "依標準，只有部分 ASCII 字元不安全，所以 `Accept: text/é` 這樣的值仍在安全列表內。在 Firefox 裡，ASCII 以外的位元組一律不安全，會觸發預檢。",
  "content-type-parsed-strictly.title": "Firefox 用嚴格的方式解析 Content-Type",
  "content-type-parsed-strictly.text":
    "標準只看第一個分號前的類型，後面無法解析的部分會略過。Firefox 遇到含有逗號的值，或參數以分號結尾的值，就不當成類型：`text/plain;charset=utf-8;` 會觸發預檢。",
  "range-unit-in-any-case.title": "WebKit 把 Bytes 當成 bytes",
  "range-unit-in-any-case.text":
    "像 `bytes=0-` 這樣單純的 `Range` 在安全列表內。依標準，單位必須是小寫，`Bytes=0-` 會觸發預檢；在 WebKit 裡則不會。",
  "names-repeated.title": "Firefox 會把重複的標頭名稱列兩次",
  "names-repeated.text":
    "`fetch()` 把不在安全列表內的標頭設定兩次時，依標準 `Access-Control-Request-Headers` 只會列出一次名稱。Firefox 則送出 `x-custom,x-custom`，把整個值當成字串比對的伺服器可能認不得。",
  "upload-listener-needs-body.title": "在 Chromium 裡，有 body 時上傳監聽器才算數",
  "upload-listener-needs-body.text":
    "`xhr.upload` 上只要有監聽器，不論送出什麼都一定要先預檢。在 Chromium 裡，請求有 body 時才需要。",
  "stream-sent-as-text.title": "Firefox 把串流當成文字送出",
  "stream-sent-as-text.text":
    "body 是 `ReadableStream` 時一定要先預檢。Firefox 不會以串流送出，而是送出字串 `[object ReadableStream]`，`Content-Type` 也是字串的，因此不需要預檢。",
  "total-length-ignored.title": "Firefox 不計算安全列表標頭的總長度",
  "total-length-ignored.text":
    "安全列表標頭的值合計超過 1,024 個位元組時，標準會把它們全部當成不安全。Firefox 只看每個標頭各自的長度。",
  "blob-type-strict.title": "Chromium 會略過格式錯誤的 Blob 類型",
  "blob-type-strict.text":
    "依標準，Blob 的類型會原樣送出，像 `text` 這樣的類型會觸發預檢。Chromium 的 XMLHttpRequest 和 `sendBeacon()` 遇到格式錯誤的類型就不送 `Content-Type`，也就沒有預檢。",
  "blob-type-strict-in-xhr.title": "WebKit 的 XMLHttpRequest 會略過格式錯誤的 Blob 類型",
  "blob-type-strict-in-xhr.text":
    "依標準，Blob 的類型會原樣送出，像 `text` 這樣的類型會觸發預檢。WebKit 的 XMLHttpRequest 遇到格式錯誤的類型就不送 `Content-Type`，也就沒有預檢。參數的格式它不檢查，所以 `text/plain;boundary=(x)` 會送出，也會觸發預檢。",
  "streams-refused.title": "WebKit 不接受串流 body",
  "streams-refused.text":
    "依標準，`fetch()` 可以用 `ReadableStream` 當 body，而且一定先送預檢請求。WebKit 會拒絕這個請求，什麼都不送。",
  "charset-in-place.title": "Chromium 只替換 XMLHttpRequest 類型裡的 charset",
  "charset-in-place.text":
    "你設定的 `Content-Type` 帶有 UTF-8 以外的 charset 時，標準會解析後重寫整個值。Chromium 只換掉 charset，其餘照原樣保留，拿來判斷的值因此不同。",
  "charset-of-parameters.title": "WebKit 也會改寫 URLSearchParams 的 charset",
  "charset-of-parameters.text":
    "依標準，只有 body 是文字時，XMLHttpRequest 才會改寫你設定的 `Content-Type` 裡的 charset。WebKit 在 body 是 `URLSearchParams` 時也會改寫，並以改寫後的值判斷：`text/plain; a= b; charset=koi8-r` 會變成帶引號的值，因而觸發預檢。",
  "user-info-refused.title": "網址帶使用者名稱時，Chromium 不會送出請求",
  "user-info-refused.text":
    "依標準，只有 `fetch()` 不接受帶使用者名稱或密碼的網址。在 Chromium 裡，沒有 `crossorigin` 的元素（影片和音訊除外）、EventSource 和 `sendBeacon()` 也不會送出這樣的請求。",
  "redirect-first.title": "Chromium 先回報重新導向",
  "redirect-first.text":
    "依標準會失敗的預檢回應，在這裡一樣會失敗，只是主控台說的原因可能不同。預檢被重新導向、又缺少 Allow-Origin 時，標準先查到缺少的標頭，Chromium 先查到重新導向。",
  "list-by-list.title": "Firefox 查完方法才讀 Allow-Headers",
  "list-by-list.text":
    "依標準會失敗的預檢回應，在這裡一樣會失敗，只是主控台說的原因可能不同。標準會先解析兩個清單再找方法；Firefox 先找方法，之後才讀 `Access-Control-Allow-Headers`，而且先看是不是重新導向，再看狀態碼。",
  "status-first.title": "WebKit 先回報狀態碼",
  "status-first.text":
    "依標準會失敗的預檢回應，在這裡一樣會失敗，只是主控台說的原因可能不同。預檢得到 404、又沒有 CORS 標頭時，標準先查到缺少 Allow-Origin，WebKit 先查到狀態碼。",
  "proxy-status-refused.title": "Chromium 把 407 當成網路錯誤",
  "proxy-status-refused.text":
    "對標準來說，407 和其他不在 200–299 的狀態碼沒有兩樣。在 Chromium 裡，還沒看回應的 CORS 標頭，請求就因為 407 失敗，主控台也不會提到 CORS。",
  "method-listed-under-flag.title": "就算只因為上傳監聽器或串流才預檢，引擎仍要求列出方法",
  "method-listed-under-flag.text":
    "預檢由上傳監聽器或串流引起、回應又沒有 `Access-Control-Allow-Methods` 時，標準把請求的方法當成允許。引擎仍要求列出 `PUT` 這類方法。",
  "empty-credentials-line-ignored.title": "Firefox 會略過空的 Allow-Credentials",
  "empty-credentials-line-ignored.text":
    "`Access-Control-Allow-Credentials` 出現兩行、一行是 `true`、一行是空的，依標準會用逗號接起來，就不再是 `true`。Firefox 會丟掉空的那一行，讓回應通過。",
  "wildcard-covers-authorization.title": "`*` 仍然涵蓋 Authorization",
  "wildcard-covers-authorization.text":
    "依標準，`Access-Control-Allow-Headers: *` 不涵蓋 `Authorization`，必須寫出名稱。三種引擎目前都還放行；還是要列出來。",
  "redirect-preflighted-again.title": "重新導向之後，Firefox 會再送一次預檢請求",
  "redirect-preflighted-again.text":
    "重新導向之後，標準會重新判斷：被 303 變成 GET 的 PUT 不需要預檢。只要先前送過預檢，不論請求還剩下什麼，Firefox 都會再送一次。",
  "redirect-asks-for-all.title": "重新導向之後，WebKit 會再送預檢請求，還會問已經拿掉的標頭",
  "redirect-asks-for-all.text":
    "重新導向之後，標準依請求還剩下的內容重新判斷。只要先前送過預檢，WebKit 就會再送一次，而且問的是最初請求的所有標頭，連重新導向時拿掉的也在內。",
  "worker-skips-preflight.title": "有 Service Worker 的網頁，WebKit 不送預檢請求",
  "worker-skips-preflight.text":
    "Service Worker 放行請求時，依標準照常預檢。只要網頁由 Service Worker 控制，WebKit 就不送預檢請求。",
  "redirect-preflight-origin.title": "重新導向之後，Firefox 的預檢請求仍帶網頁的來源",
  "redirect-preflight-origin.text":
    "從一個其他來源重新導向到另一個來源，請求的來源會變成 `null`，預檢請求也跟著是 `null`。在 Firefox 裡，預檢請求仍帶網頁的來源，請求本身則是 `null`。",
  "opaque-json-blocked.title": "元素拿不到其他來源的 JSON",
  "opaque-json-blocked.text":
    "依標準條文，元素在 `no-cors` 模式可以載入其他來源的任何回應。Chromium 和 Firefox 不讓 `<script>` 或 `<img>` 拿到 JSON；這是提案中的 ORB（opaque response blocking）的做法。",
  "fonts-without-cors.title": "WebKit 載入字型不走 CORS",
  "fonts-without-cors.text":
    "依 CSS 標準，其他來源的字型需要 CORS，請求也不帶憑證。WebKitGTK 像載入圖片一樣載入字型：用 `no-cors` 模式、帶 Cookie，不管回應的標頭寫什麼都會使用。",
  "address-spaces-ignored.title": "存取區域網路時，WebKit 不會詢問",
  "address-spaces-ignored.text":
    "依區域網路存取（Local Network Access）的規則，公開網站的網頁要向區域網路或本機的位址送出請求，得先取得使用者允許。WebKit 不詢問就會送出。",
  "target-space-unchecked-in-preflights.title": "不管 targetAddressSpace 寫什麼，Chromium 都會送出預檢",
  "target-space-unchecked-in-preflights.text":
    "伺服器所在的位址空間和 `targetAddressSpace` 寫的不同，請求就會失敗。Chromium 在預檢前不看這個選項，要到實際請求前才看。",
  "target-space-ignored.title": "Firefox 忽略 targetAddressSpace",
  "target-space-ignored.text":
    "伺服器所在的位址空間和 `targetAddressSpace` 寫的不同，請求就會失敗。Firefox 不認得 `fetch()` 的這個選項，照樣送出請求。",
  "insecure-loopback-blocked.title": "https 網頁呼叫 http://localhost，WebKit 會封鎖",
  "insecure-loopback-blocked.text":
    "依標準，使用者自己電腦上的網址（`http://localhost`、`http://127.0.0.1`）不算混合內容。WebKit 在 `https` 網頁上照樣封鎖，和其他 `http` 網址沒有兩樣。",
  "cache-cap-chromium.title": "Chromium 最多把預檢結果留兩小時",
  "cache-cap-chromium.text": "標準允許瀏覽器替 `Access-Control-Max-Age` 自訂上限。Chromium 的上限是 7,200 秒。",
  "cache-cap-firefox.title": "Firefox 最多把預檢結果留一天",
  "cache-cap-firefox.text": "標準允許瀏覽器替 `Access-Control-Max-Age` 自訂上限。Firefox 的上限是 86,400 秒。",
  "cache-cap-webkit.title": "WebKit 最多把預檢結果留十分鐘",
  "cache-cap-webkit.text": "標準允許瀏覽器替 `Access-Control-Max-Age` 自訂上限。WebKit 的上限是 600 秒。",
  "max-age-signed.title": "Chromium 和 WebKit 接受 Max-Age 帶正負號",
  "max-age-signed.text":
    "對標準來說，`Access-Control-Max-Age` 是一串數字，其他寫法一律當成 5 秒。在 Chromium 和 WebKit 裡，`+60` 是 60 秒，`-1` 是 0 秒；64 位元裝不下的數字則算格式錯誤。",
  "max-age-malformed-not-cached.title": "Max-Age 格式錯誤時，Firefox 不會存進快取",
  "max-age-malformed-not-cached.text":
    "依標準，格式錯誤的 `Access-Control-Max-Age` 當成 5 秒。Firefox 當成 0 秒；而且 0 秒的回應不會動到快取，標準則會讓回應裡重複列出的項目到期。",
  "cache-answer-replaces.title": "在 Chromium 和 WebKit 裡，新的結果會取代舊的",
  "cache-answer-replaces.text":
    "標準把每個方法和標頭名稱各自存下，失敗之後才清除。Chromium 和 WebKit 只要遇到快取涵蓋不了的請求，就丟掉那個來源和網址的全部內容，之後只留新的結果。",
  "cache-refusals.title": "WebKit 會快取拒絕的回應",
  "cache-refusals.text":
    "依標準，只有通過的預檢回應才會存進快取。回應只因為沒列出請求的方法或標頭而失敗時，WebKit 也會存下來。",
  "cache-url-limit.title": "網址太長時，Chromium 不快取",
  "cache-url-limit.text": "標準不限制網址的長度。網址達到 1,024 個字元時，Chromium 不會存下預檢結果，每次都重新問。",
  "cache-no-opaque-origin.title": "來源是 null 時，Chromium 和 Firefox 不快取",
  "cache-no-opaque-origin.text":
    "標準的快取對 `null` 來源一視同仁。實測時，Chromium 和 Firefox 在沙箱 iframe 裡每次都重新問。",
  "cache-credentials-apart.title": "Firefox 把帶憑證的結果分開存放",
  "cache-credentials-apart.text": "依標準，替帶憑證的請求取得的預檢結果，也適用於不帶憑證的請求。在 Firefox 裡不適用。",
  "cache-wildcard-chromium.title": "在 Chromium 裡，替帶憑證的請求存下的 `*` 不涵蓋任何項目",
  "cache-wildcard-chromium.text":
    "依標準條文，快取裡的 `*` 涵蓋那筆結果適用的所有請求。在 Chromium 裡，替帶憑證的請求存下的 `*` 就不涵蓋。",
  "cache-wildcard-firefox.title": "在 Firefox 裡，快取的 `*` 不涵蓋任何項目",
  "cache-wildcard-firefox.text":
    "依標準條文，快取裡的 `*` 涵蓋那筆結果適用的所有請求。沒有列出名稱的，Firefox 都會重新問。",
  "cache-wildcard-webkit.title": "在 WebKit 裡，快取的 `*` 涵蓋 Authorization，但不適用帶憑證的請求",
  "cache-wildcard-webkit.text":
    "依標準條文，快取裡的 `*` 涵蓋那筆結果適用的所有請求，但不包括 `Authorization` 標頭。在 WebKit 裡也包括 `Authorization`，而且只適用不帶憑證的請求。",
  "cache-head-listed.title": "在 Firefox 裡，回應有列出 HEAD，快取才會涵蓋它",
  "cache-head-listed.text":
    "對標準來說，`HEAD` 是 CORS 安全列表方法，不必列出。Firefox 的快取只在存下的回應列出它時才涵蓋。",
  "cache-flag-live.title": "在 Chromium 和 WebKit 裡，還沒到期的結果都適用於上傳監聽器",
  "cache-flag-live.text":
    "預檢由上傳監聽器或串流引起時，標準要求存下的回應列出方法，或完全沒有清單。在 Chromium 和 WebKit 裡，只要是 `GET`、`HEAD` 或 `POST`，任何還沒到期的結果都可以。",
  "cache-flag-former.title": "在 Firefox 裡，到期的結果也適用於上傳監聽器",
  "cache-flag-former.text":
    "預檢由上傳監聽器或串流引起時，標準要求存下的回應列出方法，或完全沒有清單。在 Firefox 裡，只要是 `GET` 或 `POST`，先前的結果就算到期也可以。",
};
