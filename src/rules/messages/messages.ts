import type { Engine } from "../types.ts";

/**
 * What the engines print, as templates: `{url}`, `{origin}`, `{status}`, `{method}`, `{header}` and
 * `{value}` are filled in. From the engines' sources:
 * Chromium `third_party/blink/renderer/platform/loader/cors/cors_error_string.cc`,
 * Firefox `dom/locales/en-US/chrome/security/security.properties` and its localisations,
 * WebKit `Source/WebCore/loader/CrossOriginAccessControl.cpp` and `CrossOriginPreflightResultCache.cpp`.
 */

const CHROMIUM_HEAD =
  "Access to {kind} at '{url}'{redirected} from origin '{origin}' has been blocked by CORS policy: ";
const CHROMIUM_PREFLIGHT = "Response to preflight request doesn't pass access control check: ";

export const chromiumTails = {
  missing: "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  mismatch:
    "The 'Access-Control-Allow-Origin' header has a value '{value}' that is not equal to the supplied origin.{fetchHint}",
  multiple:
    "The 'Access-Control-Allow-Origin' header contains multiple values '{value}', but only one is allowed.{fetchHint}",
  invalid: "The 'Access-Control-Allow-Origin' header contains the invalid value '{value}'.{fetchHint}",
  wildcard:
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.{xhrHint}",
  credentials:
    "The value of the 'Access-Control-Allow-Credentials' header in the response is '{value}' which must be 'true' when the request's credentials mode is 'include'.{xhrHint}",
  redirect: "Redirect is not allowed for a preflight request.",
  status: "It does not have HTTP ok status.",
} as const;

export const chromiumListTails = {
  method: "Method {method} is not allowed by Access-Control-Allow-Methods in preflight response.",
  header: "Request header field {header} is not allowed by Access-Control-Allow-Headers in preflight response.",
  "malformed-methods": "Cannot parse Access-Control-Allow-Methods response header field in preflight response.",
  "malformed-headers": "Cannot parse Access-Control-Allow-Headers response header field in preflight response.",
} as const;

export type ChromiumMessage =
  | keyof typeof chromiumTails
  | `preflight-${keyof typeof chromiumTails}`
  | keyof typeof chromiumListTails;

function chromium(key: ChromiumMessage): string {
  if (key in chromiumListTails) return CHROMIUM_HEAD + chromiumListTails[key as keyof typeof chromiumListTails];
  if (key.startsWith("preflight-")) {
    return (
      CHROMIUM_HEAD + CHROMIUM_PREFLIGHT + chromiumTails[key.slice("preflight-".length) as keyof typeof chromiumTails]
    );
  }
  return CHROMIUM_HEAD + chromiumTails[key as keyof typeof chromiumTails];
}

/** Firefox speaks its user's language; these are the three that this site is in. */
const firefoxHeads = {
  en: "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {url}. ",
  ja: "クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、{url} にあるリモートリソースの読み込みは拒否されます ",
  "zh-TW": "已封鎖跨來源請求: 同源政策不允許讀取 {url} 的遠端資源。",
} as const;
/**
 * A language that Firefox prints its messages in, of those that this site is in.
 * @useDeclaredType
 */
export type FirefoxLanguage = keyof typeof firefoxHeads;

/** Heads that some of its messages have of their own, in its files too: a URL in quotes, another colon. */
const firefoxOwnHeads: Partial<Record<string, Partial<Record<FirefoxLanguage, string>>>> = {
  wildcard: {
    en: "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘{url}’. ",
  },
  "authorization-warning": {
    en: "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at {url} soon. ",
    ja: "クロスオリジン要求警告: 同一生成元ポリシーにより、間もなく {url} にあるリモートリソースの読み込みは拒否されるようになります。",
    "zh-TW": "跨來源請求警告：同源政策即將不允許讀取位於 {url} 的遠端資源。",
  },
  "malformed-methods": { "zh-TW": "已封鎖跨來源請求：同源政策不允許讀取 {url} 的遠端資源。" },
  "malformed-headers": { "zh-TW": "已封鎖跨來源請求：同源政策不允許讀取 {url} 的遠端資源。" },
};

export const firefoxReasons = {
  missing: {
    en: "(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: {status}.",
    ja: "(理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない)。ステータスコード: {status}",
    "zh-TW": "（原因: 缺少 CORS 'Access-Control-Allow-Origin' 檔頭）。狀態代碼: {status}。",
  },
  multiple: {
    en: "(Reason: Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).",
    ja: "(理由: 複数の CORS ヘッダー ‘Access-Control-Allow-Origin’ は許可されない)。",
    "zh-TW": "（原因: 不允許有多個「Access-Control-Allow-Origin」CORS 標頭）。",
  },
  mismatch: {
    en: "(Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘{value}’).",
    ja: "(理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が ‘{value}’ と異なる)。",
    "zh-TW": "（原因: CORS 'Access-Control-Allow-Origin' 檔頭不符合「{value}」）。",
  },
  wildcard: {
    en: "(Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).",
    ja: "(理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が ‘*’ である場合、認証情報はサポートされない)。",
    "zh-TW": "（原因: CORS 'Access-Control-Allow-Origin' 設定為「*」時不支援使用帳號密碼）。",
  },
  credentials: {
    en: "(Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).",
    ja: "(理由: CORS ヘッダー ‘Access-Control-Allow-Credentials’ は ‘true’ であるべき)。",
    "zh-TW": "（原因: CORS 'Access-Control-Allow-Credentials' 檔頭應為 'true'）。",
  },
  redirect: {
    en: "(Reason: CORS request external redirect not allowed).",
    ja: "(理由: CORS 要求の外部リダイレクトは許可されない)。",
    "zh-TW": "（原因: 不允許 CORS 請求被重導到外部）。",
  },
  status: {
    en: "(Reason: CORS preflight response did not succeed). Status code: {status}.",
    ja: "(理由: CORS プリフライト応答が継承されていない)。ステータスコード: {status}",
    "zh-TW": "（原因: CORS preflight 回應並未成功）。狀態代碼: {status}。",
  },
  method: {
    en: "(Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
    ja: "(理由: CORS ヘッダー ‘Access-Control-Allow-Methods’ にメソッドが見つからない)。",
    "zh-TW": "（原因: CORS 'Access-Control-Allow-Methods' 檔頭中找不到方法）。",
  },
  header: {
    en: "(Reason: header ‘{header}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).",
    ja: "(理由: CORS プリフライト応答からのヘッダー ‘Access-Control-Allow-Headers’ によりヘッダー ‘{header}’ が許可されていない)。",
    "zh-TW": "（原因: 根據 CORS preflight 回應的 'Access-Control-Allow-Headers' 內容，不允許使用檔頭「{header}」）。",
  },
  "malformed-methods": {
    en: "(Reason: invalid token ‘{token}’ in CORS header ‘Access-Control-Allow-Methods’).",
    ja: "(理由: CORS ヘッダー ‘Access-Control-Allow-Methods’ に不正なトークン ‘{token}’ が含まれる)。",
    "zh-TW": "（原因：CORS「Access-Control-Allow-Methods」檔頭中的 token「{token}」無效）。",
  },
  "malformed-headers": {
    en: "(Reason: invalid token ‘{token}’ in CORS header ‘Access-Control-Allow-Headers’).",
    ja: "(理由: CORS ヘッダー ‘Access-Control-Allow-Headers’ に不正なトークン ‘{token}’ が含まれる)。",
    "zh-TW": "（原因：CORS「Access-Control-Allow-Headers」檔頭中的 token「{token}」無效）。",
  },
  "not-http": {
    en: "(Reason: CORS request not http).",
    ja: "(理由: CORS 要求が http でない)。",
    "zh-TW": "（原因: CORS 請求未使用 http 通訊協定）。",
  },
  /** No answer, no status: it stands where nothing came back, and behind every preflight that failed. */
  "did-not-succeed": {
    en: "(Reason: CORS request did not succeed). Status code: (null).",
    ja: "(理由: CORS 要求が成功しなかった)。ステータスコード: (null)",
    "zh-TW": "（原因: CORS 請求未成功）。狀態代碼: (null)。",
  },
  "authorization-warning": {
    en: "(Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).",
    ja: "(理由: `Access-Control-Allow-Headers` が `*` の場合でも `Authorization` ヘッダーは対象にならない。`Authorization` ヘッダーを含めるには、CORS ヘッダー `Access-Control-Allow-Headers` に明示的に列挙する必要がある)。",
    "zh-TW":
      "（原因:「Access-Control-Allow-Headers」為「*」時，還不包含「Authorization」標頭。若要包含「Authorization」標頭，必須在「Access-Control-Allow-Headers」當中明確列出）。",
  },
} as const;

export type FirefoxMessage = keyof typeof firefoxReasons;

export const webkitReasons = {
  status: "Preflight response is not successful. Status code: {status}",
  origin: "Origin {origin} is not allowed by Access-Control-Allow-Origin. Status code: {status}",
  wildcard: "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
  multiple: "Access-Control-Allow-Origin cannot contain more than one origin.",
  credentials: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
  method: "Method {method} is not allowed by Access-Control-Allow-Methods.",
  header: "Request header field {headerAsWritten} is not allowed by Access-Control-Allow-Headers.",
  "malformed-methods": "Header Access-Control-Allow-Methods has an invalid value: {value}",
  "malformed-headers": "Header Access-Control-Allow-Headers has an invalid value: {value}",
} as const;

export type WebkitMessage = keyof typeof webkitReasons;

/** @inline */
type ChromiumKey = keyof typeof chromiumTails | keyof typeof chromiumListTails;

/** What a message says of an exchange, in whatever engine's words. */
export type MessageKey =
  | ChromiumKey
  /** WebKit's one line for a missing Access-Control-Allow-Origin and one that does not match. */
  | "origin"
  | "not-http"
  | "local-network"
  | "did-not-succeed"
  | "authorization-warning"
  | "redirected"
  | "redirect-not-http"
  | "redirect-has-credentials"
  | "worker-opaque";

/** One wording of a message, to recognise it by: the part with the reason, without what names page and URL. */
export interface MessageTemplate {
  engine: Engine;
  language: FirefoxLanguage;
  key: MessageKey;
  /** Values stand between braces, named as in `MessageValues`. */
  text: string;
  /** Whose answer fails, where the words say so. */
  phase?: "preflight" | "response";
}

/** What stands in a message's placeholders. */
export interface MessageValues {
  url: string;
  origin: string;
  status: number;
  method: string;
  /** In lower case, as it is asked for. */
  header: string;
  headerAsWritten: string;
  value: string;
  /** The part of a list that is malformed. */
  token: string;
  /** What Chromium calls the API. */
  kind: string;
  /** Where a redirect led to the URL: from which one, in Chromium's words. */
  redirected: string;
  /** Sentences that Chromium adds for one API only. */
  fetchHint: string;
  xhrHint: string;
}

function fill(template: string, values: Partial<MessageValues>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name as keyof MessageValues]));
}

/** What Chromium's console says. */
export function chromiumMessage(key: ChromiumMessage, values: MessageValues): string {
  return fill(chromium(key), values);
}

/** What Firefox's console says, in one of its languages. */
export function firefoxMessage(key: FirefoxMessage, values: Partial<MessageValues>, language: FirefoxLanguage): string {
  const head = firefoxOwnHeads[key]?.[language] ?? firefoxHeads[language];
  return fill(head + firefoxReasons[key][language], values);
}

/** What WebKit's console says: the line with the reason, which a general one follows. */
export function webkitMessage(key: WebkitMessage, values: MessageValues): string {
  return fill(webkitReasons[key], values);
}
