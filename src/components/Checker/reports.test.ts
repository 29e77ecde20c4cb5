import { describe, expect, test } from "vitest";
import { type CorsResponse, type Exchange, findCauses, type HeaderLine } from "../../rules/index.ts";
import { presets } from "./presets.ts";
import { type CheckerState, toRequest } from "./state.ts";
import { assess, type Verdict } from "./verdict.ts";

/**
 * Requests as people reported them, their hosts replaced: what the checker says before anything is
 * answered, and what the rules find in the answers that they got.
 */
interface Report {
  asks: Partial<CheckerState>;
  verdict: Verdict;
  /** The space for which the user may have to be asked; `"unasked"` where nobody is, and it fails. */
  permission?: "loopback" | "unasked";
  answers?: Pick<Exchange, "preflight" | "response" | "addressSpaces">;
  /** The cause that it turned out to be; none where CORS was not to blame. */
  cause?: string;
}

const APP = "https://app.example.com";
const API = "https://api.example.com";
const json = { contentType: "application/json", body: "text" } as const;
const token: HeaderLine = ["Authorization", "Bearer token"];
const allow = (origin: string): HeaderLine => ["Access-Control-Allow-Origin", origin];
const lists = (headers: string, methods = "GET, POST, PUT"): HeaderLine[] => [
  ["Access-Control-Allow-Headers", headers],
  ["Access-Control-Allow-Methods", methods],
];
const answered = (status: number, ...headers: HeaderLine[]): CorsResponse => ({ status, headers });
const onLoopback = { page: "public", server: "loopback", permission: "denied" } as const;

const reports: Record<string, Report> = {
  "a hosted page and a local server, with the wrong targetAddressSpace": {
    asks: { url: "http://localhost:5700/api/v2" },
    verdict: "no-preflight",
    permission: "loopback",
    answers: { addressSpaces: { ...onLoopback, target: "local" } },
    cause: "local-network-blocked",
  },
  "LM Studio, asked by a page over https": {
    asks: { url: "http://localhost:1234/v1/chat", method: "POST", ...json, headers: [token] },
    verdict: "preflight",
    permission: "loopback",
    answers: { preflight: answered(200, allow("*"), ...lists("*", "*")), addressSpaces: onLoopback },
    cause: "local-network-blocked",
  },
  "LM Studio, its CORS switched off": {
    asks: { origin: "http://localhost:8080", url: "http://localhost:1234/v1/models", contentType: "application/json" },
    verdict: "preflight",
    answers: { preflight: answered(200) },
    cause: "allow-origin-missing",
  },
  "Cloud Run lets nobody in unauthenticated": {
    asks: { origin: "http://localhost:3000", url: "https://fn.example.com/", method: "POST", ...json },
    verdict: "preflight",
    answers: { preflight: answered(403, ["Server", "Google Frontend"]) },
    cause: "auth-before-cors",
  },
  "a function URL and its code both add the header": {
    asks: { origin: "http://127.0.0.1:5500", url: `${API}/health` },
    verdict: "no-preflight",
    answers: { response: answered(200, allow("http://127.0.0.1:5500"), allow("http://127.0.0.1:5500")) },
    cause: "headers-added-twice",
  },
  "the same, seen joined": {
    asks: { url: `${API}/info.json` },
    verdict: "no-preflight",
    answers: { response: answered(200, allow(`*, ${APP}/`)) },
    cause: "allow-origin-multiple",
  },
  "a foreign server without OPTIONS": {
    asks: { url: "https://raw.example.com/page.html", headers: [["X-Requested-By", "app"]] },
    verdict: "preflight",
    answers: { preflight: answered(403) },
    cause: "auth-before-cors",
  },
  "tus, whose Location the script cannot read": {
    asks: {
      origin: "http://localhost:4200",
      url: "http://localhost:5001/files/",
      method: "POST",
      api: "xhr",
      headers: [["Tus-Resumable", "1.0.0"]],
    },
    verdict: "preflight",
    answers: { preflight: answered(204, allow("*"), ...lists("*", "*")), response: answered(201, allow("*")) },
  },
  "Capacitor, whose page has moved to https": {
    asks: { origin: "https://localhost", url: `${API}/getuser`, api: "xhr", headers: [token] },
    verdict: "preflight",
    answers: { preflight: answered(204, allow("http://localhost"), ...lists("authorization")) },
    cause: "allow-origin-mismatch",
  },
  "axum, the layer above the routes": {
    asks: { origin: "http://localhost:5173", url: "http://localhost:8080/items", method: "POST", api: "xhr", ...json },
    verdict: "preflight",
    answers: { preflight: answered(405, ["Allow", "POST"]) },
    cause: "options-not-routed",
  },
  "a redirect takes tracing headers to a bucket": {
    asks: { url: `${API}/export`, headers: [["x-datadog-origin", "rum"]] },
    verdict: "preflight",
    answers: { preflight: answered(204, allow(APP), ...lists("x-datadog-origin")) },
  },
  "a content script asks as the page that it is in": {
    asks: { origin: "https://www.example.com", url: "http://127.0.0.1:3030/server_info" },
    verdict: "no-preflight",
    permission: "loopback",
    answers: { response: answered(200) },
    cause: "allow-origin-missing",
  },
  "React Native for the web": {
    asks: { origin: "http://localhost:19006", url: `${API}/login`, method: "POST", api: "xhr", ...json },
    verdict: "preflight",
    answers: { preflight: answered(200) },
    cause: "allow-origin-missing",
  },
  "Envoy looks for the token first": {
    asks: { url: `${API}/items`, headers: [token] },
    verdict: "preflight",
    answers: { preflight: answered(401, ["www-authenticate", "Bearer"]) },
    cause: "auth-before-cors",
  },
  "Kong's route has no OPTIONS": {
    asks: { url: `${API}/users/login`, method: "POST", ...json },
    verdict: "preflight",
    answers: { preflight: answered(404, ["Server", "kong/2.8"]) },
    cause: "options-not-routed",
  },
  "an SDK adds Request-Id": {
    asks: { url: `${API}/kv/x`, headers: [token, ["request-id", "|abc.1"]] },
    verdict: "preflight",
    answers: { preflight: answered(200, allow("*"), ...lists("authorization, x-ms-date")) },
    cause: "tracing-headers",
  },
  "Keycloak looks at the client's origins on the POST only": {
    asks: { url: "https://sso.example.com/token", method: "POST", body: "urlencoded", headers: [token] },
    verdict: "preflight",
    answers: { preflight: answered(200, allow(APP), ...lists("Authorization")), response: answered(200) },
    cause: "response-lacks-headers",
  },
  "Spring Security refuses OPTIONS": {
    asks: { url: `${API}/workspaces`, headers: [token] },
    verdict: "preflight",
    answers: { preflight: answered(403) },
    cause: "auth-before-cors",
  },
  "a popup that Cross-Origin-Opener-Policy cuts off": { asks: { url: `${API}/items` }, verdict: "no-preflight" },
  "a frame of another site asks a local service": {
    asks: { url: "http://localhost:9000/status" },
    verdict: "no-preflight",
    permission: "loopback",
    answers: { addressSpaces: onLoopback },
    cause: "local-network-blocked",
  },
  "a public page over http asks a local service": {
    asks: { origin: "http://app.example.com:9462", url: "http://localhost:9001/callback/select" },
    verdict: "no-preflight",
    permission: "unasked",
    answers: { addressSpaces: onLoopback },
    cause: "local-network-blocked",
  },
  "Ollama does not list an SDK's header": {
    asks: {
      origin: "http://localhost:5174",
      url: "http://127.0.0.1:11434/v1/chat",
      method: "POST",
      ...json,
      headers: [token, ["x-stainless-timeout", "600"]],
    },
    verdict: "preflight",
    answers: { preflight: answered(204, allow("*"), ...lists("Content-Type,Authorization,x-stainless-lang")) },
    cause: "header-not-allowed",
  },
  "Strapi does not know the origin": {
    asks: { origin: "http://localhost:5173", url: "http://localhost:1337/api/auth/local", method: "POST", ...json },
    verdict: "preflight",
    answers: { preflight: answered(204) },
    cause: "allow-origin-missing",
  },
  "an image that the cache has without CORS headers": {
    asks: { url: "https://cdn.example.com/a.png", api: "element" },
    verdict: "no-preflight",
    answers: { response: answered(200, ["Content-Type", "image/png"], ["Age", "60"]) },
    cause: "vary-origin-missing",
  },
  "CloudFront adds no headers": {
    asks: { url: "https://cdn.example.com/file.json" },
    verdict: "no-preflight",
    answers: { response: answered(200, ["Via", "1.1 x.cloudfront.net (CloudFront)"]) },
    cause: "allow-origin-missing",
  },
  "API Gateway allows, and the function says nothing": {
    asks: { url: `${API}/items`, method: "POST", ...json },
    verdict: "preflight",
    answers: { preflight: answered(200, allow("*"), ...lists("Content-Type")), response: answered(200) },
    cause: "response-lacks-headers",
  },
  "a presigned PUT with another type than was signed": {
    asks: { url: "https://bucket.example.com/a.png", method: "PUT", body: "blob", bodyType: "image/png" },
    verdict: "preflight",
    answers: { preflight: answered(200, allow(APP), ...lists("content-type")), response: answered(403, allow(APP)) },
  },
};

const base: CheckerState = { ...presets.default, method: "GET", contentType: "", headers: [], body: "none" };

describe.for(Object.entries(reports))("%s", ([, { asks, verdict, permission, answers = {}, cause }]) => {
  const state = { ...base, ...asks };

  test("the checker says what its browser did", () => {
    const { verdict: said, outlook } = assess(state);
    expect(said).toBe(verdict);
    const asked = outlook?.needsPermissionFor && (outlook.isPageSecure ? outlook.needsPermissionFor : "unasked");
    expect(asked ?? undefined).toBe(permission);
  });

  test("the rules find what it was", () => {
    const found = findCauses({ request: toRequest(state), ...answers }).map(({ id }) => id);
    if (cause === undefined) expect(found).toEqual([]);
    else expect(found).toContain(cause);
  });
});
