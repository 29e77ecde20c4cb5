import type { DifferenceStrings } from "../../types.ts";

export const differences: DifferenceStrings = {
  "user-agent-dropped.title": "ChromiumはUser-Agentを捨てる",
  "user-agent-dropped.text":
    "`User-Agent`はもう禁止リクエストヘッダーではなく、スクリプトから設定でき、設定すればプリフライトが発生します。Chromiumは設定された値を捨てるので、プリフライトも発生しません。",
  "client-hints-safelisted.title": "ChromiumはClient Hintsをセーフリストに入れる",
  "client-hints-safelisted.text":
    "標準では、Client Hintsもほかのヘッダーと同じ扱いです。Chromiumでは`Device-Memory`、`Downlink`、`DPR`、`ECT`、`Intervention`、`RTT`、`Save-Data`、`Viewport-Width`、`Width`は、値が何であってもプリフライトを発生させません。",
  "lines-combined.title": "ChromiumとWebKitは重複したヘッダーをつなげた値で判定する",
  "lines-combined.text":
    "`fetch()`で同じヘッダーを2回設定した場合、標準では1行ずつ判定します。ChromiumとWebKitは先にカンマでつなげるので、`Content-Type: text/plain`が2行あるとプリフライトが発生し、逆に安全な1行目が安全でない2行目を隠すこともあります。",
  "combined-value-stripped.title": "Chromiumは、XMLHttpRequestがつなげた値の末尾の空白を削る",
  "combined-value-stripped.text":
    "`setRequestHeader()`でヘッダーに空の値を足すと、つながった値はカンマと空白で終わります。Chromiumはこの空白を取るので、セーフリストには長すぎる129バイトが、収まる128バイトになります。",
  "bytes-beyond-ascii-unsafe.title": "FirefoxはASCII以外の文字を安全でないとみなす",
  "bytes-beyond-ascii-unsafe.text":
    "標準で安全でないのはASCIIの一部の文字だけなので、`Accept: text/é`のような値はセーフリストに入ります。Firefoxでは、ASCII以外のバイトはどれも安全でないとみなされ、プリフライトが発生します。",
  "content-type-parsed-strictly.title": "FirefoxはContent-Typeを厳密に解析する",
  "content-type-parsed-strictly.text":
    "標準では、最初のセミコロンより前のタイプで判定し、その後ろに解析できない部分があっても無視します。Firefoxは、カンマを含む値や、パラメーターの最後がセミコロンで終わる値をタイプとして認めません。`text/plain;charset=utf-8;`ならプリフライトが発生します。",
  "range-unit-in-any-case.title": "WebKitはBytesもbytesとして扱う",
  "range-unit-in-any-case.text":
    "`bytes=0-`のような単純な`Range`はセーフリストに入ります。標準では単位は小文字に限られ、`Bytes=0-`ならプリフライトが発生しますが、WebKitでは発生しません。",
  "names-repeated.title": "Firefoxは重複したヘッダーの名前を2回書く",
  "names-repeated.text":
    "`fetch()`でセーフリストにないヘッダーを2回設定しても、標準では`Access-Control-Request-Headers`に名前が1回だけ入ります。Firefoxでは`x-custom,x-custom`となり、この値を文字列のまま比べるサーバーは対応できないことがあります。",
  "upload-listener-needs-body.title": "Chromiumでアップロードリスナーが影響するのは、ボディがあるときだけ",
  "upload-listener-needs-body.text":
    "`xhr.upload`にリスナーがあれば、何を送る場合でもプリフライトが必ず発生します。Chromiumで発生するのは、リクエストにボディがあるときだけです。",
  "stream-sent-as-text.title": "Firefoxはストリームを文字列として送る",
  "stream-sent-as-text.text":
    "ボディが`ReadableStream`なら、プリフライトが必ず発生します。Firefoxはストリームとして送らず、`[object ReadableStream]`という文字列を文字列用の`Content-Type`で送るので、それではプリフライトは発生しません。",
  "total-length-ignored.title": "Firefoxはセーフリストのヘッダーの合計の長さを見ない",
  "total-length-ignored.text":
    "セーフリストのヘッダーの値が合わせて1,024バイトを超えると、標準はそのすべてを安全でないものとして扱います。Firefoxは1つずつの長さしか見ません。",
  "blob-type-strict.title": "Chromiumは書式に合わないBlobのタイプを送らない",
  "blob-type-strict.text":
    "標準では、Blobのタイプはそのまま送られ、`text`のようなタイプならプリフライトが発生します。ChromiumのXMLHttpRequestと`sendBeacon()`は、書式に合わないタイプなら`Content-Type`を送らないので、プリフライトも発生しません。",
  "blob-type-strict-in-xhr.title": "WebKitのXMLHttpRequestは書式に合わないBlobのタイプを送らない",
  "blob-type-strict-in-xhr.text":
    "標準では、Blobのタイプはそのまま送られ、`text`のようなタイプならプリフライトが発生します。WebKitのXMLHttpRequestは、書式に合わないタイプなら`Content-Type`を送らないので、プリフライトも発生しません。パラメーターの書式は見ないので、`text/plain;boundary=(x)`は送られ、プリフライトも発生します。",
  "streams-refused.title": "WebKitはストリームをボディとして受け付けない",
  "streams-refused.text":
    "標準では、`fetch()`で`ReadableStream`を送れ、その前に必ずプリフライトが発生します。WebKitはリクエストを拒否し、何も送りません。",
  "charset-in-place.title": "ChromiumはXMLHttpRequestのタイプのcharsetだけを置き換える",
  "charset-in-place.text":
    "設定した`Content-Type`のcharsetがUTF-8でない場合、標準は値を解析し、全体を書き直します。Chromiumはcharsetだけを置き換えて残りはそのままにするので、判定される値が変わります。",
  "charset-of-parameters.title": "WebKitはURLSearchParamsのcharsetも書き直す",
  "charset-of-parameters.text":
    "標準では、XMLHttpRequestが設定された`Content-Type`のcharsetを書き直すのは、ボディがテキストの場合だけです。WebKitは`URLSearchParams`の場合も書き直し、書き直した値で判定します。`text/plain; a= b; charset=koi8-r`は引用符を含む値になり、プリフライトが発生します。",
  "user-info-refused.title": "Chromiumはユーザー名を含むURLに何も送らない",
  "user-info-refused.text":
    "標準で、ユーザー名やパスワードを含むURLを使えないのは`fetch()`だけです。Chromiumでは、`crossorigin`のない要素（動画と音声を除く）、EventSource、`sendBeacon()`も送信しません。",
  "redirect-first.title": "Chromiumはリダイレクトを先に指摘する",
  "redirect-first.text":
    "標準で失敗するプリフライトのレスポンスはChromiumでも失敗しますが、コンソールに出る理由は違うことがあります。Allow-Originなしでリダイレクトされたプリフライトでは、標準の手順で先に見つかるのはヘッダーの欠落ですが、Chromiumではリダイレクトです。",
  "list-by-list.title": "Firefoxはメソッドを確かめてからAllow-Headersを読む",
  "list-by-list.text":
    "標準で失敗するプリフライトのレスポンスはFirefoxでも失敗しますが、コンソールに出る理由は違うことがあります。標準は2つのリストを解析してからメソッドを探します。Firefoxはメソッドを探してから`Access-Control-Allow-Headers`を読み、リダイレクトもステータスより先に見ます。",
  "status-first.title": "WebKitはステータスを先に指摘する",
  "status-first.text":
    "標準で失敗するプリフライトのレスポンスはWebKitでも失敗しますが、コンソールに出る理由は違うことがあります。CORSヘッダーのない404が返ったプリフライトでは、標準の手順で先に見つかるのはAllow-Originの欠落ですが、WebKitではステータスです。",
  "proxy-status-refused.title": "Chromiumは407をネットワークエラーとして扱う",
  "proxy-status-refused.text":
    "標準では、407も200〜299以外のステータスの1つにすぎません。Chromiumでは、レスポンスのCORSヘッダーを見る前にリクエストが失敗し、コンソールにもCORSのことは出ません。",
  "method-listed-under-flag.title": "アップロードリスナーやストリームだけが理由でも、エンジンはメソッドの記載を求める",
  "method-listed-under-flag.text":
    "アップロードリスナーやストリームのためにプリフライトが発生し、レスポンスに`Access-Control-Allow-Methods`がない場合、標準はリクエストのメソッドを許可されたものとみなします。エンジンは、それでも`PUT`のようなメソッドの記載を求めます。",
  "empty-credentials-line-ignored.title": "Firefoxは空のAllow-Credentialsを無視する",
  "empty-credentials-line-ignored.text":
    "`Access-Control-Allow-Credentials`が2行あり、片方が`true`、もう片方が空のとき、標準ではカンマでつながって`true`ではなくなります。Firefoxは空の行を捨てて、レスポンスを通します。",
  "wildcard-covers-authorization.title": "`*`は今もAuthorizationを含む",
  "wildcard-covers-authorization.text":
    "標準では、`Access-Control-Allow-Headers: *`に`Authorization`は含まれず、名前を挙げる必要があります。3つのエンジンはどれも今も通しますが、名前は挙げておいてください。",
  "redirect-preflighted-again.title": "Firefoxはリダイレクト後に再びプリフライトを送る",
  "redirect-preflighted-again.text":
    "リダイレクトのあと、標準は改めて判断します。303でGETになったPUTにプリフライトは要りません。Firefoxは、一度プリフライトを送ったリクエストなら、何が残っていてもまたプリフライトを送ります。",
  "redirect-asks-for-all.title": "WebKitはリダイレクト後に再びプリフライトを送り、なくなったヘッダーの許可まで求める",
  "redirect-asks-for-all.text":
    "リダイレクトのあと、標準はリクエストに残ったものから改めて判断します。WebKitは、一度プリフライトを送ったリクエストならまたプリフライトを送り、リダイレクトで外れたものも含めて、最初のリクエストのヘッダーすべての許可を求めます。",
  "worker-skips-preflight.title": "サービスワーカーのあるページでは、WebKitはプリフライトを送らない",
  "worker-skips-preflight.text":
    "サービスワーカーがリクエストをそのまま通した場合、標準はふだんどおりプリフライトを送ります。サービスワーカーが制御するページでは、WebKitはプリフライトを送りません。",
  "redirect-preflight-origin.title": "リダイレクト後も、Firefoxのプリフライトはページのオリジンを保つ",
  "redirect-preflight-origin.text":
    "別のオリジンからさらに別のオリジンへリダイレクトされると、リクエストのオリジンは`null`になり、プリフライトも同じになります。Firefoxでは、プリフライトはページのオリジンのままで、リクエスト自体は`null`になります。",
  "opaque-json-blocked.title": "ChromiumとFirefoxは、別のオリジンのJSONを要素に渡さない",
  "opaque-json-blocked.text":
    "標準の文面では、要素は`no-cors`モードで別のオリジンのどんなレスポンスでも読み込めます。ChromiumとFirefoxは`<script>`や`<img>`にJSONを渡しません。標準に提案されているOpaque Response Blockingの動作です。",
  "fonts-without-cors.title": "WebKitはフォントをCORSなしで読み込む",
  "fonts-without-cors.text":
    "CSSの標準では、別のオリジンのフォントにはCORSが必要で、認証情報は送られません。WebKitGTKは画像と同じように、`no-cors`モードでCookieを付けて読み込み、レスポンスのヘッダーにかかわらず使います。",
  "address-spaces-ignored.title": "WebKitはローカルネットワークへのアクセスの許可を求めない",
  "address-spaces-ignored.text":
    "ローカルネットワークアクセス（Local Network Access）では、公開サイトのページからローカルやループバックのアドレスに送るには、ユーザーの許可が必要です。WebKitは許可を求めずに送ります。",
  "target-space-unchecked-in-preflights.title": "ChromiumはtargetAddressSpaceにかかわらずプリフライトを送る",
  "target-space-unchecked-in-preflights.text":
    "サーバーのアドレス空間が`targetAddressSpace`の指定と違えば、リクエストは失敗します。Chromiumがこのオプションを見るのは本リクエストの前だけで、プリフライトは送られます。",
  "target-space-ignored.title": "FirefoxはtargetAddressSpaceを無視する",
  "target-space-ignored.text":
    "サーバーのアドレス空間が`targetAddressSpace`の指定と違えば、リクエストは失敗します。Firefoxは`fetch()`のこのオプションに対応しておらず、そのまま送ります。",
  "insecure-loopback-blocked.title": "WebKitはhttpsのページからhttp://localhostへのアクセスをブロックする",
  "insecure-loopback-blocked.text":
    "標準では、ユーザー自身のマシンのURL（`http://localhost`、`http://127.0.0.1`）は混在コンテンツになりません。WebKitは`https`のページで、ほかの`http`のURLと同じようにブロックします。",
  "cache-cap-chromium.title": "Chromiumがプリフライトの結果を保つのは最長2時間",
  "cache-cap-chromium.text":
    "標準は、ブラウザーが`Access-Control-Max-Age`に独自の上限を設けることを認めています。Chromiumの上限は7,200秒です。",
  "cache-cap-firefox.title": "Firefoxがプリフライトの結果を保つのは最長1日",
  "cache-cap-firefox.text":
    "標準は、ブラウザーが`Access-Control-Max-Age`に独自の上限を設けることを認めています。Firefoxの上限は86,400秒です。",
  "cache-cap-webkit.title": "WebKitがプリフライトの結果を保つのは最長10分",
  "cache-cap-webkit.text":
    "標準は、ブラウザーが`Access-Control-Max-Age`に独自の上限を設けることを認めています。WebKitの上限は600秒です。",
  "max-age-signed.title": "ChromiumとWebKitはMax-Ageの符号を読む",
  "max-age-signed.text":
    "標準では`Access-Control-Max-Age`は数字の並びで、それ以外は5秒とみなされます。ChromiumとWebKitでは`+60`は60秒、`-1`は0秒です。64ビットに収まらない数は不正な値になります。",
  "max-age-malformed-not-cached.title": "Max-Ageが不正だと、Firefoxは結果を保存しない",
  "max-age-malformed-not-cached.text":
    "標準では、不正な`Access-Control-Max-Age`は5秒とみなされます。Firefoxは0秒とみなします。さらに、標準では0秒のレスポンスがそこに挙がった項目を失効させますが、Firefoxではキャッシュに影響しません。",
  "cache-answer-replaces.title": "ChromiumとWebKitでは、新しい結果が前の結果を置き換える",
  "cache-answer-replaces.text":
    "標準は、メソッドとヘッダー名を1つずつ保存し、失敗したあとに消します。ChromiumとWebKitは、キャッシュで足りないリクエストがあると、そのオリジンとURLの内容をすべて捨て、新しい結果だけを保存します。",
  "cache-refusals.title": "WebKitは拒否したレスポンスもキャッシュする",
  "cache-refusals.text":
    "標準では、通ったレスポンスだけがキャッシュに入ります。WebKitは、リクエストのメソッドやヘッダーが挙がっていないだけで失敗したレスポンスも保存します。",
  "cache-url-limit.title": "ChromiumはURLが長いとキャッシュしない",
  "cache-url-limit.text":
    "標準では、URLの長さに制限はありません。1,024文字以上のURLでは、Chromiumはプリフライトの結果を保存せず、毎回プリフライトを送ります。",
  "cache-no-opaque-origin.title": "ChromiumとFirefoxはオリジンnullではキャッシュしない",
  "cache-no-opaque-origin.text":
    "標準のキャッシュは、オリジン`null`もほかと同じように扱います。ChromiumとFirefoxでは、サンドボックス化したiframeが毎回プリフライトを送ることが確認されています。",
  "cache-credentials-apart.title": "Firefoxは認証情報付きの結果を分けて保存する",
  "cache-credentials-apart.text":
    "標準では、認証情報付きのリクエストで得た結果は、認証情報なしのリクエストにも使えます。Firefoxでは使えません。",
  "cache-wildcard-chromium.title": "Chromiumでは、認証情報付きで保存した`*`は何にも当てはまらない",
  "cache-wildcard-chromium.text":
    "標準の文面では、保存された`*`は、その結果が使えるすべてのリクエストに当てはまります。Chromiumでは、認証情報付きのリクエストで保存した`*`は当てはまりません。",
  "cache-wildcard-firefox.title": "Firefoxでは、キャッシュの`*`は何にも当てはまらない",
  "cache-wildcard-firefox.text":
    "標準の文面では、保存された`*`は、その結果が使えるすべてのリクエストに当てはまります。Firefoxは、名前が挙がっていないものについては、プリフライトを送り直します。",
  "cache-wildcard-webkit.title": "WebKitでは、キャッシュの`*`はAuthorizationを含むが、認証情報付きには使えない",
  "cache-wildcard-webkit.text":
    "標準の文面では、保存された`*`は、その結果が使えるすべてのリクエストに当てはまりますが、`Authorization`ヘッダーは含みません。WebKitでは`Authorization`も含み、認証情報なしのリクエストだけに当てはまります。",
  "cache-head-listed.title": "Firefoxのキャッシュでは、HEADは挙がっているときだけ有効",
  "cache-head-listed.text":
    "標準では`HEAD`はCORSセーフリストのメソッドで、挙げる必要はありません。Firefoxのキャッシュでは、保存されたレスポンスに挙がっているときだけ有効です。",
  "cache-flag-live.title": "ChromiumとWebKitでは、期限内の結果ならアップロードリスナーにも使える",
  "cache-flag-live.text":
    "アップロードリスナーやストリームのためにプリフライトが発生する場合、標準は、保存されたレスポンスにメソッドが挙がっているか、リスト自体がないことを求めます。ChromiumとWebKitでは、`GET`、`HEAD`、`POST`なら期限内のどの結果でもかまいません。",
  "cache-flag-former.title": "Firefoxでは、期限切れの結果でもアップロードリスナーに使える",
  "cache-flag-former.text":
    "アップロードリスナーやストリームのためにプリフライトが発生する場合、標準は、保存されたレスポンスにメソッドが挙がっているか、リスト自体がないことを求めます。Firefoxでは、`GET`と`POST`なら以前の結果が期限切れでも使えます。",
};
