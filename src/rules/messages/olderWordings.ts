import type { MessageTemplate } from "./messages.ts";

/**
 * What the engines printed between 2013 and today in other words, which logs, reports and answers
 * still quote. A value stands between braces, as in `messages.ts`.
 */
export const olderWordings: readonly MessageTemplate[] = [...chromium(), ...firefox()];

/** Chromium to 78, and of Private Network Access to 141. Its tails without an envelope are those of today; these are the others. */
function chromium(): MessageTemplate[] {
  const older = (key: MessageTemplate["key"], text: string, phase?: MessageTemplate["phase"]): MessageTemplate => ({
    engine: "chromium",
    language: "en",
    key,
    text,
    ...(phase && { phase }),
  });
  return [
    older("status", "Response for preflight has invalid HTTP status code", "preflight"),
    older("status", "Response for preflight does not have HTTP ok status", "preflight"),
    older("status", "XMLHttpRequest cannot load {url}. Invalid HTTP status code", "preflight"),
    older("redirect", "Response for preflight is invalid (redirect)", "preflight"),
    older(
      "wildcard",
      "A wildcard '*' cannot be used in the 'Access-Control-Allow-Origin' header when the credentials flag is true.",
    ),
    older(
      "credentials",
      "Credentials flag is 'true', but the 'Access-Control-Allow-Credentials' header is '{value}'. It must be 'true' to allow credentials.",
    ),
    older("mismatch", "The 'Access-Control-Allow-Origin' whitelists only '{value}'."),
    // What is quoted of today's, in short.
    older("missing", "No 'Access-Control-Allow-Origin' header"),
    older("header", "Request header field {header} is not allowed"),
    older("local-network", "No 'Access-Control-Allow-Private-Network' header was present in the preflight response"),
    older("local-network", "No 'Access-Control-Allow-External' header was present in the preflight response"),
    older("local-network", "The 'Access-Control-Allow-Private-Network' header in the response"),
    older("redirected", "Request requires preflight, which is disallowed to follow cross-origin redirect."),
    older(
      "redirected",
      "The request was redirected to '{url}', which is disallowed for cross-origin requests that require preflight.",
    ),
  ];
}

/** Firefox to 84, which printed no status, and called a preflight's request a channel. */
function firefox(): MessageTemplate[] {
  const older = (key: MessageTemplate["key"], en: string, ja?: string): MessageTemplate[] => [
    { engine: "firefox", language: "en", key, text: en },
    ...(ja ? [{ engine: "firefox", language: "ja", key, text: ja } as const] : []),
  ];
  return [
    ...older(
      "status",
      "(Reason: CORS preflight channel did not succeed)",
      "(理由: CORS プリフライトチャンネルが継承されていない)",
    ),
    ...older(
      "header",
      "(Reason: missing token ‘{header}’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel)",
      "(理由: CORS プリフライトチャンネルからの CORS ヘッダー ‘Access-Control-Allow-Headers’ にトークン ‘{header}’ が足りない)",
    ),
    ...older("did-not-succeed", "(Reason: CORS request failed)"),
  ];
}
