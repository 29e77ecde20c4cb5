import type { FailureStrings } from "../../types.ts";

export const failures: FailureStrings = {
  "exchange.hidden": "JavaScriptから`{name}`が見えない",
  "failure.status-not-ok": "ステータス{value}は200〜299の範囲外",
  "failure.redirected": "プリフライトはリダイレクト不可",
  "failure.allow-origin-missing": "`Access-Control-Allow-Origin`がない",
  "failure.allow-origin-mismatch": "`Access-Control-Allow-Origin`がページのオリジンと違う",
  "failure.allow-origin-multiple": "`Access-Control-Allow-Origin`の値が複数ある",
  "failure.allow-origin-wildcard-with-credentials": "認証情報付きのリクエストに`*`は使えない",
  "failure.allow-credentials-not-true": "`Access-Control-Allow-Credentials`が`true`でない",
  "failure.method-not-allowed": "`{subject}`が`Access-Control-Allow-Methods`にない",
  "failure.header-not-allowed": "`{subject}`が`Access-Control-Allow-Headers`にない",
  "failure.authorization-not-listed": "`Authorization`は`*`に含まれない",
  "failure.malformed-list": "`{subject}`のリストの書式が不正",
};
