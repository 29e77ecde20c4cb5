import type { FailureStrings } from "../../types.ts";

export const failures: FailureStrings = {
  "exchange.hidden": "JavaScript 看不到 `{name}`",
  "failure.status-not-ok": "狀態碼 {value} 不在 200–299",
  "failure.redirected": "預檢請求不能重新導向",
  "failure.allow-origin-missing": "缺少 `Access-Control-Allow-Origin`",
  "failure.allow-origin-mismatch": "`Access-Control-Allow-Origin` 不是網頁的來源",
  "failure.allow-origin-multiple": "`Access-Control-Allow-Origin` 不只一個值",
  "failure.allow-origin-wildcard-with-credentials": "帶憑證的請求不能用 `*`",
  "failure.allow-credentials-not-true": "`Access-Control-Allow-Credentials` 不是 `true`",
  "failure.method-not-allowed": "`Access-Control-Allow-Methods` 沒有列出 `{subject}`",
  "failure.header-not-allowed": "`Access-Control-Allow-Headers` 沒有列出 `{subject}`",
  "failure.authorization-not-listed": "`*` 不涵蓋 `Authorization`",
  "failure.malformed-list": "`{subject}` 不是合法的清單",
};
