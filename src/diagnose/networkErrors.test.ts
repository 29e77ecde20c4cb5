import { expect, test } from "vitest";
import { diagnose } from "./index.ts";
import { networkErrors } from "./networkErrors.ts";

const URL = "https://api.example.com/items";
const isChromiums = (code: string) => code.startsWith("ERR_");

function firstNamed(input: string): string | undefined {
  const [finding] = diagnose(input).findings;
  return finding?.notCors ?? finding?.causes[0]?.id;
}

/** A code as a console or a panel shows it. */
function shown(code: string, status = ""): string {
  return isChromiums(code) ? `GET ${URL} net::${code} ${status}` : `GET ${URL} ${code}`;
}

/** A HAR of one request that ended with a code. */
function recorded(code: string, status = 0): string {
  const headers = [{ name: "Origin", value: "https://app.example.com" }];
  const response = { status, headers: [], content: {}, _error: isChromiums(code) ? `net::${code}` : code };
  const entry = { _resourceType: "fetch", request: { method: "GET", url: URL, headers }, response };
  return JSON.stringify({ log: { creator: { name: "WebInspector" }, entries: [entry] } });
}

/** Each code; of those that only begin so, one. */
const codes = networkErrors.map(({ code, means }) => [code.replace(/_$/, "_X"), means.cause ?? means.notCors] as const);

test.for(codes)("%s means %s, in a console as in a HAR", ([code, means]) => {
  expect([firstNamed(shown(code)), firstNamed(recorded(code))]).toEqual([means, means]);
});

/** By what Chromium and Firefox write of them in their own lists. */
test.for<[code: string, means: string]>([
  ["ERR_SSL_PROTOCOL_ERROR", "server-not-reached"],
  ["ERR_SSL_VERSION_OR_CIPHER_MISMATCH", "server-not-reached"],
  ["ERR_SSL_UNRECOGNIZED_NAME_ALERT", "server-not-reached"],
  ["SSL_ERROR_RX_RECORD_TOO_LONG", "server-not-reached"],
  ["ERR_UNSAFE_PORT", "server-not-reached"],
  ["ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN", "certificate-untrusted"],
  ["ERR_CERTIFICATE_TRANSPARENCY_REQUIRED", "certificate-untrusted"],
  ["ERR_CERT_WEAK_KEY", "certificate-untrusted"],
  ["SEC_ERROR_EXPIRED_CERTIFICATE", "certificate-untrusted"],
  ["ERR_SSL_CLIENT_AUTH_CERT_NEEDED", "auth-before-cors"],
  ["ERR_BLOCKED_BY_ADMINISTRATOR", "extension"],
  ["NS_ERROR_DOM_CORP_FAILED", "corp"],
])("%s is %s", ([code, means]) => {
  expect([firstNamed(shown(code)), firstNamed(recorded(code))]).toEqual([means, means]);
});

test("what broke off behind an answer's headers was no server that nobody reached", () => {
  for (const code of ["ERR_HTTP2_PROTOCOL_ERROR", "ERR_CONNECTION_RESET"]) {
    expect(firstNamed(shown(code, "200 (OK)")), code).not.toBe("server-not-reached");
    expect(firstNamed(recorded(code, 200)), code).not.toBe("server-not-reached");
  }
});

test("a code that Markdown escapes is read, too", () => {
  expect(firstNamed("NS\\_ERROR\\_CONNECTION\\_REFUSED")).toBe("server-not-reached");
  expect(firstNamed("ERR\\_BLOCKED\\_BY\\_CLIENT")).toBe("extension");
});

test("Chromium's codes are read without their prefix, and none of Node's", () => {
  expect(firstNamed("what is ERR_BLOCKED_BY_RESPONSE.NotSameOrigin?")).toBe("corp");
  expect(firstNamed("ERR_CERT_AUTHORITY_INVALID")).toBe("certificate-untrusted");
  expect(
    firstNamed("Error [ERR_SSL_WRONG_VERSION_NUMBER]: x {\n  code: 'ERR_SSL_WRONG_VERSION_NUMBER'\n}"),
  ).toBeUndefined();
});
