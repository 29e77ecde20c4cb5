/** What an answer fails for, in a few words below its arrow. */
export const failures = {
  "exchange.hidden": "`{name}` is hidden from the script",
  "failure.status-not-ok": "status {value} is not 200–299",
  "failure.redirected": "a preflight may not be redirected",
  "failure.allow-origin-missing": "`Access-Control-Allow-Origin` is missing",
  "failure.allow-origin-mismatch": "`Access-Control-Allow-Origin` is not the page’s origin",
  "failure.allow-origin-multiple": "`Access-Control-Allow-Origin` holds more than one value",
  "failure.allow-origin-wildcard-with-credentials": "`*` is not enough for a request with credentials",
  "failure.allow-credentials-not-true": "`Access-Control-Allow-Credentials` is not `true`",
  "failure.method-not-allowed": "`{subject}` is not in `Access-Control-Allow-Methods`",
  "failure.header-not-allowed": "`{subject}` is not in `Access-Control-Allow-Headers`",
  "failure.authorization-not-listed": "`*` does not cover `Authorization`",
  "failure.malformed-list": "`{subject}` cannot be parsed",
} as const;
