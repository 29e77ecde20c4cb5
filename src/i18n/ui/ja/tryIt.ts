import type { TryItStrings } from "../../types.ts";

export const tryIt: TryItStrings = {
  button: "このブラウザーで試す",
  note: "同じようなリクエストを{lab}に送ります。元のURLと、秘密情報らしい値は送りません。",
  asking: "テストサーバーに送信しています…",
  permission:
    "テストサーバーは自分のマシンかローカルネットワークにあるため、このページからの接続を許可するかどうかを、Chromeなどのブラウザーが先に確認することがあります。許可しなければ何も送られません。",
  same: "このブラウザーの動作はルールどおり",
  other: "このブラウザーの動作はルールと違う",
  "other.why":
    "ルールに誤りがあるか、ブラウザーのバージョンが記録時と違うか、拡張機能などがリクエストを書き換えた可能性があります。",
  "compared.rules": "{name}のルールでは",
  "compared.standard": "標準では（このブラウザーのエンジンは不明）",
  "compared.seen": "このブラウザーでは",
  arrived: "サーバーに届いた内容",
  "result.passed": "JavaScriptがレスポンスを受け取れる（{status}）",
  "result.opaque": "レスポンスは不透明（JavaScriptから読めない）",
  "result.blocked": "JavaScriptはレスポンスを受け取れない",
  "preflight.sent": "プリフライトあり",
  "preflight.none": "プリフライトなし",
  "preflight.unknown": "プリフライトの有無は不明",
  about:
    "{origin}から{lab}に送りました。それぞれページとサーバーの代わりです。入力のないレスポンスは、最低限通るもので補いました。",
  report: "この違いを報告する",
  obstacle: "ここでは試せない",
  "obstacle.scenario":
    "ページとサーバーが1つずつでは再現できません。キャッシュ、Service Worker、HTML要素、プライベートネットワーク、接続できないサーバーのどれかが関わります。",
  "obstacle.api": "リクエストの結果をJavaScriptから確かめられるのは、`fetch()`とXMLHttpRequestだけです。",
  "obstacle.stream": "ボディをストリームで送るにはHTTP/2が必要ですが、テストサーバーは対応していません。",
  "obstacle.not-http": "CORSの対象は`http:`と`https:`のURLだけです。",
  "obstacle.opaque-origin": "リクエストのオリジンは`null`ですが、このページのオリジンは`null`ではありません。",
  "obstacle.same-origin":
    "同じオリジンへのリクエストなので、CORSチェックは行われません。テストサーバーは別のオリジンです。",
  "obstacle.unsent": "ブラウザーはこのリクエストを送らないので、テストサーバーが応答することもありません。",
  "obstacle.lab-insecure":
    "このページはHTTPSで読み込まれているため、HTTPSではない{lab}への接続をブラウザーが許可しません。",
  "obstacle.redirect":
    "別のオリジンへのリダイレクトか、回数の多すぎるリダイレクトです。テストサーバーは自分自身にしかリダイレクトしません。",
  "obstacle.answer":
    "テストサーバーはこのレスポンスを返せません。ステータス、ヘッダー、全体の長さのどれかが、対応できる範囲を超えています。",
  unreachable: "テストサーバーが応答しない",
  "unreachable.why":
    "このページから{lab}に接続できないか、そこで別のサーバーが応答しています。テストサーバーが止まっているか、拡張機能に接続を妨げられているか、接続が許可されなかったのかもしれません。リクエストの結果はわかりません。",
  "unreachable.start": "起動するコマンド：`npm run lab -- --port {port}`",
  late: "時間内に応答がない",
  "late.why": "リクエストの結果はわかりません。もう一度試してください。",
  failed: "リクエストを試す部分を読み込めませんでした。もう一度試してください。",
  "list.separator": "、",
};
