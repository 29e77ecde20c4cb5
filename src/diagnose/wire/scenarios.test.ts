import { describe, expect, test } from "vitest";
import { goodAnswer, request } from "../../rules/examples/index.ts";
import {
  type CorsRequest,
  type CorsResponse,
  decidePreflight,
  type End,
  type Exchange,
  getHeader,
  type HeaderLine,
  isAnswered,
  isJson,
  judgeExchange,
  normalizeMethod,
  profiles,
} from "../../rules/index.ts";
import { exchangeOf, type Scenario, scenarios } from "../../scenarios/index.ts";
import type { Known, PartialExchange } from "../types.ts";
import { findingOf, readHar, readWire } from "./index.ts";

/** Every scenario, written down as tools write down what was on the wire, gives its cause; what passes is said to pass. */

/** What was asked and answered in an exchange, in this order. */
interface Sent {
  method: string;
  url: string;
  headers: HeaderLine[];
  hasBody: boolean;
  response: CorsResponse | undefined;
  isPreflight: boolean;
  error?: string;
}

/** What a browser sends of a scenario's last exchange, with what came back. */
function sentIn(exchange: Exchange): Sent[] {
  const { steps, end } = judgeExchange(exchange);
  const page = exchange.request.origin;
  return [...steps, end].flatMap((each): Sent[] => {
    switch (each.kind) {
      case "preflighted":
        return [preflightOf(each, each.response)];
      case "redirected":
        return [actualOf(each.request, page, each.response)];
      case "blocked":
      case "discarded":
        return each.at === "preflight"
          ? [preflightOf(each, each.response), { ...actualOf(each.request, page, undefined), error: "net::ERR_FAILED" }]
          : [{ ...actualOf(each.request, page, each.response), error: "net::ERR_FAILED" }];
      case "opaque":
      case "readable":
      case "hidden":
        return [actualOf(each.request, page, each.response)];
      case "unanswered":
        return each.at === "preflight"
          ? [preflightOf(each, undefined), { ...actualOf(each.request, page, undefined), error: "net::ERR_FAILED" }]
          : [{ ...actualOf(each.request, page, undefined), error: "net::ERR_FAILED" }];
      case "stopped":
        return [{ ...actualOf(each.request, page, undefined), error: errorOf(each) }];
      default:
        return [];
    }
  });
}

function errorOf(end: Extract<End, { kind: "stopped" }>): string {
  switch (end.code) {
    case "mixed-content":
      return "";
    case "local-network":
    case "local-network-insecure-page":
    case "local-network-target-mismatch":
      return "net::ERR_FAILED";
    case "http2-needed":
      return "net::ERR_H2_OR_QUIC_REQUIRED";
    case "no-connection":
      return "net::ERR_CONNECTION_REFUSED";
    case "certificate":
      return "net::ERR_CERT_AUTHORITY_INVALID";
  }
}

function preflightOf(
  each: { asks: { url: string; headers: readonly HeaderLine[] } },
  response: CorsResponse | undefined,
): Sent {
  const { url, headers } = each.asks;
  return { method: "OPTIONS", url, headers: [...headers], hasBody: false, response, isPreflight: true };
}

const CONTENT_TYPES: Partial<Record<CorsRequest["body"], string>> = {
  text: "text/plain;charset=UTF-8",
  urlencoded: "application/x-www-form-urlencoded;charset=UTF-8",
  formdata: "multipart/form-data; boundary=x",
};

function actualOf(request: CorsRequest, page: string, response: CorsResponse | undefined): Sent {
  const { headers, body, bodyType, credentials, origin, mode } = request;
  const type = body === "blob" ? bodyType : CONTENT_TYPES[body];
  const hasType = getHeader(headers, "content-type") !== null;
  const method = normalizeMethod(request.method);
  const dropped = new Set(decidePreflight(request).droppedHeaders);
  const isCors = mode === "cors" || !/^(?:GET|HEAD)$/.test(method);
  return {
    method,
    url: request.url.replace(/#.*$/s, "").replace(/\/\/[^/@]*@/, "//"),
    headers: [
      ...headers.filter(([name]) => !dropped.has(name)),
      ...(type && !hasType ? ([["Content-Type", type]] as HeaderLine[]) : []),
      ...(isCors ? ([["Origin", origin]] as HeaderLine[]) : []),
      ["Referer", `${page}/`],
      ...(credentials === "include" ? ([["Cookie", "sid=secret"]] as HeaderLine[]) : []),
    ],
    hasBody: body !== "none",
    response,
    isPreflight: false,
  };
}

/**
 * As Chromium's or Firefox's DevTools export it. Chromium lists an OPTIONS before its request or
 * behind it, and says what asked and how it failed; Firefox lists it behind, and says neither.
 */
function asHar(exchange: Exchange, isFirefox: boolean): object {
  const { request } = exchange;
  const sent = sentIn(exchange);
  const type = request.api === "element" ? "image" : request.api === "beacon" ? "ping" : request.api;
  const isSafeBeacon = request.api === "beacon" && sent.length === 1;
  const mode = isSafeBeacon ? "no-cors" : request.mode;
  const entries = sent.map((each, index) => {
    const { response, isPreflight, error = null } = each;
    const isOrb = request.mode === "no-cors" && isJson(getHeader(response?.headers ?? [], "content-type"));
    const isTold = isFirefox || (response !== undefined && !isPreflight);
    const fetching: HeaderLine[] = [
      ["sec-fetch-mode", isPreflight ? "cors" : mode],
      ["sec-fetch-dest", type === "image" ? "image" : "empty"],
    ];
    return {
      startedDateTime: new Date(Date.UTC(2026, 1, 1, 0, 0, 0, index * 10)).toISOString(),
      ...(!isFirefox && { _resourceType: isPreflight ? "preflight" : type }),
      request: {
        method: each.method,
        url: each.url,
        headers: [...each.headers, ...(isTold ? fetching : [])].map(([name, value]) => ({ name, value })),
        bodySize: each.hasBody ? 2 : 0,
      },
      response: {
        status: response?.status ?? 0,
        headers: (response?.headers ?? []).map(([name, value]) => ({ name, value })),
        content: { text: response?.body ?? "" },
        ...(!isFirefox && { _error: isOrb ? "net::ERR_BLOCKED_BY_ORB" : error }),
      },
      pageref: "page_1",
    };
  });
  return {
    log: {
      creator: { name: isFirefox ? "Firefox" : "WebInspector" },
      pages: [{ id: "page_1", title: `${request.origin}/` }],
      entries: isFirefox || entries.length % 2 === 0 ? entries.toReversed() : entries,
    },
  };
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function answered({ status, headers, body = "" }: CorsResponse, mark = ""): string {
  const lines = [`HTTP/1.1 ${status}`, ...headers.map(([name, value]) => `${name}: ${value}`), ""];
  return `${lines.map((line) => mark + line).join("\n")}\n${body}\n`;
}

/** As a terminal shows it. Who debugs with curl gives its options and looks at both answers. */
function asCurl(exchange: Exchange, form: "-i" | "-v"): string {
  return [...sentIn(exchange), ...probeOf(exchange)]
    .filter(({ response, error }) => response || error !== "net::ERR_FAILED")
    .map((each) => {
      const { method, url, headers, response, error } = each;
      const command = `$ curl ${form} -X ${method} ${quoted(url)}${headers.map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`).join("")}${each.hasBody ? " -d '{}'" : ""}\n`;
      if (!response) return `${command}curl: (${error?.includes("CERT") ? 60 : 7}) It failed.\n`;
      if (form === "-i") return command + answered(response);
      const { pathname, host, protocol } = new URL(url);
      const asked = [
        `${method} ${pathname} HTTP/1.1`,
        `Host: ${host}`,
        ...headers.map(([name, value]) => `${name}: ${value}`),
        "",
      ];
      const tls = protocol === "https:" ? "* SSL connection using TLSv1.3\n" : "";
      return `${command}* Connected to ${host}\n${tls}${asked.map((line) => `> ${line}`).join("\n")}\n${answered(response, "< ")}* Connection #0 to host ${host} left intact\n`;
    })
    .join("\n");
}

/** The request as DevTools copy it, and the answers below it. */
function asCopy(exchange: Exchange): string {
  const { request } = exchange;
  const sent = sentIn(exchange);
  const actual = sent.find(({ isPreflight }) => !isPreflight);
  if (!actual) return "";
  const isSent = actual.response !== undefined;
  const headers = Object.fromEntries([
    ...(isSent ? [["accept", "*/*"]] : []),
    ...actual.headers.filter(([name]) => !/^(?:origin|referer|cookie)$/i.test(name)),
  ]);
  const init = {
    headers,
    referrer: `${request.origin}/`,
    body: actual.hasBody ? "{}" : null,
    method: actual.method,
    mode: "cors",
    credentials: request.credentials === "include" ? "include" : "omit",
  };
  const answers = sent.flatMap(({ response }) => (response ? [answered(response)] : []));
  return `fetch(${JSON.stringify(actual.url)}, ${JSON.stringify(init, null, 2)});\n\n${answers.join("\n")}`;
}

/** The second OPTIONS, which only a developer sends. */
function probeOf({ request, probe }: Exchange): Sent[] {
  if (!probe) return [];
  const isPlain = probe.asks === "plain-get";
  const names = request.headers.map(([name]) => (probe.asks === "names-as-written" ? name : name.toLowerCase()));
  const asks: HeaderLine[] = [["Access-Control-Request-Method", isPlain ? "GET" : request.method]];
  if (probe.asks !== "without-origin") asks.push(["Origin", request.origin]);
  if (!isPlain) asks.push(["Access-Control-Request-Headers", names.join(", ")]);
  const { url } = request;
  return [{ method: "OPTIONS", url, headers: asks, hasBody: false, response: probe.response, isPreflight: true }];
}

/** What is to be seen on no wire: a fault of the page's own, what a cache or a worker did, what the script wants. */
function isSeen(scenario: Scenario): boolean {
  const { serviceWorker, stored, earlier, wantedHeader, addressSpaces } = exchangeOf(scenario);
  return !serviceWorker && !stored && !earlier && !wantedHeader && !addressSpaces;
}

type Form = "har" | "har of Firefox" | "-i" | "-v" | "copy";

/** What a form cannot show: a mode, who asked, a second try. */
function isShownBy(form: Form, scenario: Scenario): boolean {
  const exchange = exchangeOf(scenario);
  const { request, probe } = exchange;
  // What only the standard lets pass, no browser's recording shows.
  const [byStandard, byChromium] = [judgeExchange(exchange), judgeExchange(exchange, profiles.chromium)].map(
    isAnswered,
  );
  // Of a recording, what stays on its page's origin is passed over.
  if (form.startsWith("har") && request.url.startsWith(`${request.origin}/`)) return false;
  // Firefox has one status for all that was not answered, and none for what it throws away.
  if (form === "har of Firefox" && /orb|^(?:certificate|script-of|img-of|stylesheet-of)/.test(scenario.id))
    return false;
  if (form === "har of Firefox" && (request.api === "beacon" || request.body === "stream")) return false;
  if (form.startsWith("har")) return !probe && (byStandard === byChromium || request.mode === "no-cors");
  const { end } = judgeExchange(exchange);
  if (request.mode === "no-cors" || request.api === "beacon") return false;
  // What sets the use-CORS-preflight flag is in no header.
  if (request.uploadListener || request.body === "stream") return false;
  const isRedirected = exchange.redirects !== undefined && exchange.preflight !== undefined;
  // A copy leaves out what browsers say of themselves, and whose answer is whose.
  if (form === "copy" && (isRedirected || /^(?:user-agent|client-hint)/.test(scenario.id))) return false;
  if (end.kind === "stopped") return form !== "copy" || end.code === "mixed-content";
  return form !== "copy" || (!probe && request.origin !== "null");
}

const seen = scenarios.filter((scenario) => isSeen(scenario) && sentIn(exchangeOf(scenario)).length > 0);

/** What a form shows of a scenario; the reader's true answer to whether there are credentials is the only one given. */
function found(scenario: Scenario, form: Form) {
  const exchange = exchangeOf(scenario);
  const read =
    form === "har" || form === "har of Firefox"
      ? readHar(asHar(exchange, form !== "har"))
      : readWire(form === "copy" ? asCopy(exchange) : asCurl(exchange, form)).exchanges;
  const { credentials } = exchange.request;
  const findings = (read ?? []).map(({ exchange: partial }) => {
    const finding = findingOf(partial);
    const known: Known = finding.asks.some(({ id }) => id === "credentials") ? { credentials } : {};
    return findingOf(partial, known);
  });
  return {
    causes: findings.flatMap(({ causes }) => causes.map(({ id }) => id)),
    passes: findings.some(({ passes }) => passes === true),
    findings,
  };
}

describe.for(["har", "har of Firefox", "-i", "-v", "copy"] as const)("as %s", (form) => {
  const shown = seen.filter((scenario) => isShownBy(form, scenario));
  test.for(shown.filter(({ shows }) => shows.length > 0))("$id gives its causes", (scenario) => {
    const { causes } = found(scenario, form);
    expect(causes[0]).toBeOneOf([...scenario.shows]);
    expect(causes.filter((cause) => !scenario.shows.includes(cause))).toEqual([]);
  });
  test.for(shown.filter(({ shows }) => shows.length === 0))("$id is not blamed, and said to pass", (scenario) => {
    const { causes, passes } = found(scenario, form);
    expect(causes).toEqual([]);
    // CORS has no say in what nobody can read.
    const { request } = exchangeOf(scenario);
    if (request.mode === "no-cors" || request.api === "beacon") return;
    expect(passes).toBe(isAnswered(judgeExchange(exchangeOf(scenario))));
  });
});

describe("what no wire shows, the reader's answer tells", () => {
  const answered = (exchange: Exchange, known: Known) =>
    (readHar(asHar(exchange, false)) ?? []).map(({ exchange: partial }) => findingOf(partial, known)).at(-1);

  test.for(scenarios.filter(({ shows }) => shows.includes("header-not-exposed")))(
    "$id: which header is read",
    (scenario) => {
      const exchange = exchangeOf(scenario);
      const { wantedHeader = "" } = exchange;
      expect(answered(exchange, {})?.passes).toBe(true);
      const finding = answered(exchange, { answers: { "wanted-header": wantedHeader } });
      expect(finding?.causes.map(({ id }) => id)).toEqual(["header-not-exposed"]);
    },
  );

  test("what the server says to OPTIONS now, which the browser had no need to send", () => {
    const partial: PartialExchange = {
      request: { ...request({ method: "DELETE" }), credentials: "same-origin" },
      response: goodAnswer,
      seen: { recorder: "chromium", outcome: "delivered", isSent: true },
    };
    expect(findingOf(partial)).toMatchObject({ causes: [], passes: true, asks: [] });
    expect(findingOf(partial, { preflightStatus: 404 }).causes.map(({ id }) => id)).toEqual(["preflight-cached"]);
  });
});
