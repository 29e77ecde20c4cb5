import { expect, test } from "vitest";
import { type CorsRequest, decidePreflight, getHeader } from "../rules/index.ts";
import { diagnose } from "./index.ts";

/** A request of which a message names one header. */
const seen: CorsRequest = {
  origin: "https://app.example.com",
  url: "https://api.example.com/items",
  method: "GET",
  headers: [],
  credentials: "same-origin",
  mode: "cors",
  api: "fetch",
  body: "none",
  uploadListener: false,
};

/** What is named first, of each finding. */
const firstCauses = (input: string) => diagnose(input).findings.map(({ causes, notCors }) => causes[0]?.id ?? notCors);

const blocked = (tail: string, api = "fetch") =>
  `Access to ${api} at 'https://api.example.com/items' from origin 'https://app.example.com' has been blocked by CORS policy: ${tail}`;
const preflight = "Response to preflight request doesn't pass access control check: ";
const missing = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";

test("the envelope says what asked, and only its tail says why it failed", () => {
  for (const api of ["fetch", "XMLHttpRequest", "font", "script", "image", "CSS stylesheet"]) {
    expect(firstCauses(blocked(missing, api)), api).toEqual(["allow-origin-missing"]);
  }
});

test("what Firefox could not connect to is an EventSource or a WebSocket, unless a line of CORS says why", () => {
  const line = (url: string) => `Firefox can’t establish a connection to the server at ${url}.`;
  const socket = diagnose(line("wss://api.example.com/items")).findings;
  expect(socket.map(({ notCors, exchange }) => [notCors, exchange?.request.url])).toEqual([
    ["websocket-origin", "wss://api.example.com/items"],
  ]);
  expect(firstCauses(line("https://api.example.com/items"))).toEqual(["event-stream-type"]);
  const why =
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/items. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.";
  expect(firstCauses(`${why}\n${line("https://api.example.com/items")}`)).toEqual(["allow-origin-missing"]);
});

test("the line of the network settles what the line of CORS hides", () => {
  const line = (method: string, end: string) => `\n${method} https://api.example.com/items net::ERR_FAILED ${end}`;
  expect(firstCauses(blocked(missing) + line("GET", "502 (Bad Gateway)"))).toEqual(["error-without-cors-headers"]);
  expect(firstCauses(blocked(missing) + line("GET", "200 (OK)"))).toEqual(["allow-origin-missing"]);
  expect(firstCauses(blocked(missing) + line("GET", "200 (OK) (from disk cache)"))).toEqual(["vary-origin-missing"]);
  // A PUT always has a preflight, and this one passed.
  expect(firstCauses(blocked(missing) + line("PUT", "200 (OK)"))).toEqual(["response-lacks-headers"]);
});

test("where a message has several causes, an answer narrows them to one", () => {
  const input = blocked(preflight + missing);
  const [finding] = diagnose(input).findings;
  expect(finding?.causes.map(({ certainty }) => certainty)).not.toContain("certain");
  const [ask] = finding?.asks ?? [];
  expect(ask?.id).toBe("preflight-status");
  const auth = ask?.answers.find(({ id }) => id === "auth");
  expect(diagnose(input, auth?.known).findings[0]?.causes).toEqual([{ id: "auth-before-cors", certainty: "certain" }]);
});

test("two faults in one paste are two findings", () => {
  const input = blocked("Method PATCH is not allowed by Access-Control-Allow-Methods in preflight response.");
  const other = "Request header field if-match is not allowed by Access-Control-Allow-Headers in preflight response.";
  expect(firstCauses(`${input}\n\n${other}`)).toEqual(["method-not-allowed", "header-not-allowed"]);
});

test("what is not CORS is said to be something else, and no cause is named", () => {
  const csp =
    "Refused to connect to https://api.example.com/v1 because it does not appear in the connect-src directive of the Content Security Policy.";
  const safari = `${csp}\nFetch API cannot load https://api.example.com/v1 due to access control checks.`;
  expect(diagnose(safari).findings).toMatchObject([{ causes: [], notCors: "csp" }]);
});

test("what passes is blamed for nothing but what can be seen in it", () => {
  const asked = "curl -i 'https://api.example.com/report' -H 'Origin: https://app.example.com'\n";
  const answer = (...headers: string[]) => `${asked}HTTP/1.1 200 OK\n${headers.join("\n")}\n\n`;
  const allowed = "Access-Control-Allow-Origin: https://app.example.com";
  // Whether the script reads that header, nobody has said.
  const [finding] = diagnose(answer(allowed, "Content-Disposition: attachment")).findings;
  expect(finding).toMatchObject({ causes: [], passes: true });
  expect(finding?.asks.map(({ id }) => id)).toContain("wanted-header");
});

test("what fails comes before what passes and has something else to look at", () => {
  const exchange = (path: string, ...headers: string[]) =>
    `curl -i 'https://api.example.com/${path}' -H 'Origin: https://app.example.com'\nHTTP/1.1 200 OK\n${headers.join("\n")}\n\n`;
  const basic =
    "curl -i -u user:word 'https://api.example.com/a' -H 'Origin: https://app.example.com'\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n";
  const { findings } = diagnose(basic + exchange("b", "Access-Control-Allow-Origin: https://other.example.com"));
  expect(findings.map(({ causes, passes }) => [causes[0]?.id, passes])).toEqual([
    ["allow-origin-mismatch", undefined],
    ["wildcard-with-credentials", true],
  ]);
});

test.for(["accept", "accept-language", "content-language", "content-type", "range", "x-api-key"])(
  "a message that refuses %s has its cause, and a request that is preflighted for it",
  (name) => {
    const tail = `Request header field ${name} is not allowed by Access-Control-Allow-Headers in preflight response.`;
    const [finding] = diagnose(blocked(tail)).findings;
    expect(finding?.causes[0]?.id).toBe("header-not-allowed");
    const { headers = [] } = finding?.exchange?.request ?? {};
    const { preflightRequest } = decidePreflight({ ...seen, headers });
    expect(getHeader(preflightRequest?.headers ?? [], "access-control-request-headers")).toBe(name);
  },
);
