import type { DifferenceStrings } from "../../types.ts";

/** What engines do instead of what the standard says: `<id>.title` and `<id>.text`, in the rules' order. */
export const differences: DifferenceStrings = {
  "user-agent-dropped.title": "Chromium drops User-Agent",
  "user-agent-dropped.text":
    "`User-Agent` is no longer a forbidden request header: a script may set it, and that causes a preflight. Chromium leaves out what the script sets, so there is no preflight either.",
  "client-hints-safelisted.title": "Chromium safelists client hints",
  "client-hints-safelisted.text":
    "By the standard, client hints are headers like any other. In Chromium `Device-Memory`, `Downlink`, `DPR`, `ECT`, `Intervention`, `RTT`, `Save-Data`, `Viewport-Width` and `Width` cause no preflight, whatever their value.",
  "lines-combined.title": "Chromium and WebKit judge repeated headers by their joined value",
  "lines-combined.text":
    "Where `fetch()` sets a header twice, the standard judges each line on its own. Chromium and WebKit join them with a comma first: two lines of `Content-Type: text/plain` cause a preflight, and a safe first line can hide an unsafe second one.",
  "combined-value-stripped.title": "Chromium trims a value that XMLHttpRequest has joined",
  "combined-value-stripped.text":
    "Where `setRequestHeader()` adds an empty value to a header, the joined value ends in a comma and a space. Chromium takes the space away: 129 bytes, which are too long to be safelisted, become 128, which are not.",
  "bytes-beyond-ascii-unsafe.title": "Firefox counts letters beyond ASCII as unsafe",
  "bytes-beyond-ascii-unsafe.text":
    "By the standard a value such as `Accept: text/é` is safelisted, as only some ASCII characters are unsafe. In Firefox every byte beyond ASCII is, and causes a preflight.",
  "content-type-parsed-strictly.title": "Firefox parses Content-Type strictly",
  "content-type-parsed-strictly.text":
    "The standard looks at the type before the first semicolon, and forgives what it cannot parse behind it. Firefox does not accept a value as a type at all if it has a comma anywhere or if its parameters end in a semicolon: `text/plain;charset=utf-8;` causes a preflight.",
  "range-unit-in-any-case.title": "WebKit takes Bytes for bytes",
  "range-unit-in-any-case.text":
    "A simple `Range` such as `bytes=0-` is safelisted. By the standard the unit is in lower case, and `Bytes=0-` causes a preflight; in WebKit it causes none.",
  "names-repeated.title": "Firefox asks for a repeated header twice",
  "names-repeated.text":
    "Where `fetch()` sets a header twice that is not safelisted, `Access-Control-Request-Headers` names it once by the standard. In Firefox it says `x-custom,x-custom`, which a server that compares the list as a text may not recognize.",
  "upload-listener-needs-body.title": "In Chromium an upload listener counts only with a body",
  "upload-listener-needs-body.text":
    "A listener on `xhr.upload` forces a preflight, whatever is sent. In Chromium it does so only where the request has a body.",
  "stream-sent-as-text.title": "Firefox sends a stream as text",
  "stream-sent-as-text.text":
    "A `ReadableStream` as a body forces a preflight. Firefox does not stream it: it sends the string `[object ReadableStream]` with the Content-Type of a string, and that forces none.",
  "total-length-ignored.title": "Firefox does not add up the safelisted values",
  "total-length-ignored.text":
    "Where the values of the safelisted headers are longer than 1,024 bytes together, the standard counts all of these headers as unsafe. Firefox looks at each one’s length only.",
  "blob-type-strict.title": "Chromium leaves out a Blob’s malformed type",
  "blob-type-strict.text":
    "By the standard a Blob is sent with its type as it is, and one such as `text` causes a preflight. Chromium’s XMLHttpRequest and `sendBeacon()` send no Content-Type where the type does not parse, and so no preflight.",
  "blob-type-strict-in-xhr.title": "WebKit’s XMLHttpRequest leaves out a Blob’s malformed type",
  "blob-type-strict-in-xhr.text":
    "By the standard a Blob is sent with its type as it is, and one such as `text` causes a preflight. WebKit’s XMLHttpRequest sends no Content-Type where the type does not parse, and so no preflight. It does not look at the parameters: `text/plain;boundary=(x)` is sent, after a preflight.",
  "streams-refused.title": "WebKit does not accept a stream as a body",
  "streams-refused.text":
    "By the standard `fetch()` can send a `ReadableStream`, always after a preflight. WebKit refuses the request and sends nothing.",
  "charset-in-place.title": "Chromium replaces only the charset of XMLHttpRequest’s type",
  "charset-in-place.text":
    "Where the author’s Content-Type names a charset other than UTF-8, the standard parses it and writes the whole value anew. Chromium replaces the charset and leaves the rest as it is written, so it judges a different value.",
  "charset-of-parameters.title": "WebKit also rewrites the charset of URLSearchParams",
  "charset-of-parameters.text":
    "By the standard XMLHttpRequest rewrites the charset in the author’s Content-Type only where the body is text. WebKit does so for `URLSearchParams` too, and judges what it has written: `text/plain; a= b; charset=koi8-r` becomes a value with quotes, which causes a preflight.",
  "user-info-refused.title": "Chromium sends nothing to a URL with a user name",
  "user-info-refused.text":
    "By the standard only `fetch()` refuses a URL with a user name or a password in it. In Chromium, elements without `crossorigin` (but for video and audio), EventSource and `sendBeacon()` send nothing to such a URL either.",
  "redirect-first.title": "Chromium reports a redirect first",
  "redirect-first.text":
    "Every answer to a preflight that fails by the standard fails here too, but the console may name another reason. Where a preflight is redirected without Allow-Origin, the standard stops at the missing header, and Chromium at the redirect.",
  "list-by-list.title": "Firefox reads Allow-Headers only after the method",
  "list-by-list.text":
    "Every answer to a preflight that fails by the standard fails here too, but the console may name another reason. The standard parses both lists before it looks for the method; Firefox looks for the method before it reads `Access-Control-Allow-Headers`, and checks for a redirect before the status.",
  "status-first.title": "WebKit reports the status first",
  "status-first.text":
    "Every answer to a preflight that fails by the standard fails here too, but the console may name another reason. Where a preflight is answered with 404 and no CORS headers, the standard stops at the missing Allow-Origin, and WebKit at the status.",
  "proxy-status-refused.title": "Chromium treats 407 as a network error",
  "proxy-status-refused.text":
    "By the standard, 407 is a status like any other outside 200 to 299. In Chromium the request fails on it before the answer’s CORS headers are looked at, and the console says nothing about CORS.",
  "method-listed-under-flag.title":
    "Engines want the method listed even where a listener or a stream causes the preflight",
  "method-listed-under-flag.text":
    "Where an upload listener or a stream causes the preflight and the answer has no `Access-Control-Allow-Methods`, the standard counts the request’s method as allowed. The engines still want a method such as `PUT` listed.",
  "empty-credentials-line-ignored.title": "Firefox passes over an empty Allow-Credentials",
  "empty-credentials-line-ignored.text":
    "By the standard two lines `Access-Control-Allow-Credentials`, `true` and an empty one, are joined by a comma and no longer `true`. Firefox drops the empty one and lets the answer pass.",
  "wildcard-covers-authorization.title": "`*` still covers Authorization",
  "wildcard-covers-authorization.text":
    "By the standard `Access-Control-Allow-Headers: *` does not cover `Authorization`, which must be listed by name. All three engines still let it pass; list it all the same.",
  "redirect-preflighted-again.title": "Firefox preflights again after a redirect",
  "redirect-preflighted-again.text":
    "After a redirect the standard decides anew: a PUT that a 303 has turned into a GET needs no preflight. Firefox sends a preflight for whatever is left of a request that had one before.",
  "redirect-asks-for-all.title": "WebKit preflights again after a redirect, and asks for headers that are gone",
  "redirect-asks-for-all.text":
    "After a redirect the standard decides anew, by what is left of the request. WebKit sends a preflight again where the first request had one, and asks for all headers of the first request, even those that the redirect has taken away.",
  "worker-skips-preflight.title": "WebKit sends no preflight from a page with a service worker",
  "worker-skips-preflight.text":
    "Where a service worker lets a request pass, the standard preflights it as usual. WebKit sends no preflight for a page that a service worker controls.",
  "redirect-preflight-origin.title": "Firefox’s preflight keeps the page’s origin after a redirect",
  "redirect-preflight-origin.text":
    "A redirect from one other origin to the next turns the request’s origin into `null`, and the preflight’s with it. In Firefox the preflight still has the page’s origin, and the request itself has `null`.",
  "opaque-json-blocked.title": "Chromium and Firefox withhold JSON from elements",
  "opaque-json-blocked.text":
    "By the standard’s text an element may load any response from another origin in `no-cors` mode. Chromium and Firefox hand no JSON to a `<script>` or `<img>`. That is opaque response blocking, a change proposed to the standard.",
  "fonts-without-cors.title": "WebKit loads fonts without CORS",
  "fonts-without-cors.text":
    "By the CSS standard a font of another origin needs CORS, and is asked for without credentials. WebKitGTK loads it as it loads an image: in `no-cors` mode, with cookies, and whatever the answer says.",
  "address-spaces-ignored.title": "WebKit does not ask before a page reaches the local network",
  "address-spaces-ignored.text":
    "Local Network Access requires the user’s permission where a public page calls a local or a loopback address. WebKit sends such a request without asking.",
  "target-space-unchecked-in-preflights.title": "Chromium sends the preflight whatever targetAddressSpace says",
  "target-space-unchecked-in-preflights.text":
    "A request fails where the server is in another address space than `targetAddressSpace` says. Chromium does not look at the option before the preflight, only before the request itself.",
  "target-space-ignored.title": "Firefox ignores targetAddressSpace",
  "target-space-ignored.text":
    "A request fails where the server is in another address space than `targetAddressSpace` says. Firefox does not know the option of `fetch()` and sends the request.",
  "insecure-loopback-blocked.title": "WebKit blocks http://localhost on an https page",
  "insecure-loopback-blocked.text":
    "By the standard, a URL on the user’s own machine (`http://localhost`, `http://127.0.0.1`) is not mixed content. WebKit blocks it on an `https` page like any other `http` URL.",
  "cache-cap-chromium.title": "Chromium keeps a preflight’s answer for at most two hours",
  "cache-cap-chromium.text":
    "The standard lets a browser cap `Access-Control-Max-Age` at a limit of its own. Chromium’s is 7,200 seconds.",
  "cache-cap-firefox.title": "Firefox keeps a preflight’s answer for at most a day",
  "cache-cap-firefox.text":
    "The standard lets a browser cap `Access-Control-Max-Age` at a limit of its own. Firefox’s is 86,400 seconds.",
  "cache-cap-webkit.title": "WebKit keeps a preflight’s answer for at most ten minutes",
  "cache-cap-webkit.text":
    "The standard lets a browser cap `Access-Control-Max-Age` at a limit of its own. WebKit’s is 600 seconds.",
  "max-age-signed.title": "Chromium and WebKit accept a plus or minus sign in Max-Age",
  "max-age-signed.text":
    "By the standard, `Access-Control-Max-Age` is a string of digits, and anything else counts as 5 seconds. In Chromium and WebKit `+60` counts as 60 and `-1` as 0; a number too large for 64 bits is malformed.",
  "max-age-malformed-not-cached.title": "Firefox does not keep an answer with a malformed Max-Age",
  "max-age-malformed-not-cached.text":
    "By the standard a malformed `Access-Control-Max-Age` counts as 5 seconds. In Firefox it counts as 0. And an answer with 0 seconds leaves Firefox’s cache as it is, while by the standard it makes the entries that it repeats expire.",
  "cache-answer-replaces.title": "In Chromium and WebKit a new answer replaces the former one",
  "cache-answer-replaces.text":
    "The standard keeps each method and each header name as an entry of its own, and clears them after a failure. As soon as a request is not covered, Chromium and WebKit drop all that they hold for that origin and URL, and then keep the new answer only.",
  "cache-refusals.title": "WebKit caches refusals",
  "cache-refusals.text":
    "By the standard only an answer that passes goes into the cache. WebKit also stores one that fails only because it does not list the request’s method or headers.",
  "cache-url-limit.title": "Chromium caches nothing for long URLs",
  "cache-url-limit.text":
    "By the standard, a URL may be of any length. For one of 1,024 characters or more, Chromium does not store the answer to the preflight and asks each time.",
  "cache-no-opaque-origin.title": "Chromium and Firefox cache nothing for the origin null",
  "cache-no-opaque-origin.text":
    "The standard’s cache takes the origin `null` like any other. Chromium and Firefox were seen to ask again each time from a sandboxed frame.",
  "cache-credentials-apart.title": "Firefox keeps answers for credentials apart",
  "cache-credentials-apart.text":
    "By the standard an answer that was given for a request with credentials serves requests without them, too. In Firefox it does not.",
  "cache-wildcard-chromium.title": "In Chromium a cached `*` stored for credentials covers nothing",
  "cache-wildcard-chromium.text":
    "By the standard’s text a stored `*` covers every request that its entry serves. In Chromium it covers them only where it was not stored for a request with credentials.",
  "cache-wildcard-firefox.title": "In Firefox a cached `*` covers nothing",
  "cache-wildcard-firefox.text":
    "By the standard’s text a stored `*` covers every request that its entry serves. Firefox asks again for what was not listed by name.",
  "cache-wildcard-webkit.title": "In WebKit a cached `*` covers Authorization, but no credentials",
  "cache-wildcard-webkit.text":
    "By the standard’s text a stored `*` covers every request that its entry serves, but not the header `Authorization`. In WebKit it covers `Authorization` too, and only requests without credentials.",
  "cache-head-listed.title": "In Firefox the cache covers HEAD only where it was listed",
  "cache-head-listed.text":
    "By the standard, `HEAD` is a CORS-safelisted method and need not be listed. Firefox’s cache covers it only where the stored answer lists it.",
  "cache-flag-live.title": "In Chromium and WebKit any answer that has not expired covers an upload listener",
  "cache-flag-live.text":
    "Where an upload listener or a stream causes the preflight, the standard wants the method listed in a stored answer, or no list given at all. In Chromium and WebKit any answer that has not expired will do for `GET`, `HEAD` and `POST`.",
  "cache-flag-former.title": "In Firefox even an expired answer covers an upload listener",
  "cache-flag-former.text":
    "Where an upload listener or a stream causes the preflight, the standard wants the method listed in a stored answer, or no list given at all. In Firefox an earlier answer will do for `GET` and `POST`, even one that has expired.",
};
