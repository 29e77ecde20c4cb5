import { describe, expect, test } from "vitest";
import { evidence } from "../../evidence/index.ts";
import type { CorsResponse, Engine, Exchange, Trace } from "../../rules/index.ts";
import { causes, engines, findCauses, judgeExchange, printedMessages, profiles } from "../../rules/index.ts";
import { exchangeOf, type Scenario, scenarios } from "../../scenarios/index.ts";
import { type Diagnosis, diagnose, type Known } from "../index.ts";
import { readConsole } from "./readConsole.ts";

/** What an engine's console printed in a scenario's last step. */
interface Printed {
  engine: Engine;
  id: string;
  text: string;
  shows: readonly string[];
  exchange: Exchange;
}

/**
 * Lines that name no cause of their scenario: WebKit takes the JSON for a script or a style sheet and says so, and
 * sends no preflight from a page that a service worker controls. Firefox does not know
 * targetAddressSpace and sends; WebKit stops before it, as it takes the own machine for mixed content.
 */
const sayNothing = new Set([
  "firefox local-network-target-is-another",
  "firefox local-network-target-is-another-put",
  "firefox local-network-target-is-another-over-tls",
  "firefox local-network-target-is-public",
  "webkit local-network-target-is-another",
  "webkit local-network-target-is-another-put",
  "webkit local-network-target-is-public",
  "webkit script-of-json",
  "webkit script-of-problem-json",
  "webkit stylesheet-of-json",
  "webkit service-worker-passes-options-404",
]);

/** No console prints the body, in which a CORS layer says that it refused, nor what another OPTIONS is answered. */
function shownByConsole({ shows }: Scenario, { probe, ...exchange }: Exchange): readonly string[] {
  const { preflight, response } = exchange;
  if (preflight?.body === undefined && response?.body === undefined) return shows;
  const bodiless = (answer: CorsResponse): CorsResponse => ({ status: answer.status, headers: answer.headers });
  const seen: Exchange = {
    ...exchange,
    ...(preflight && { preflight: bodiless(preflight) }),
    ...(response && { response: bodiless(response) }),
  };
  return [...shows, ...findCauses(seen).map(({ id }) => id)];
}

/** Named beside a general cause, and only where more than a message is known: a gateway's marks, an upload's listener. */
const specialCases = new Set(["gateway-answers-options", "upload-listener-preflight"]);

const printed: readonly Printed[] = engines.flatMap((engine) =>
  scenarios.flatMap((scenario): Printed[] => {
    const text = evidence[engine].scenarios[scenario.id]?.at(-1)?.console.join("\n") ?? "";
    if (text === "" || sayNothing.has(`${engine} ${scenario.id}`)) return [];
    const exchange = exchangeOf(scenario);
    return [{ engine, id: scenario.id, text, shows: shownByConsole(scenario, exchange), exchange }];
  }),
);

/** What was read, without where; of values the letters, because quotes are no part of what is said. */
function said(text: string): Record<string, unknown>[] {
  return readConsole(text).messages.map(({ lines: _, value, again, ...message }) => ({
    ...message,
    // Where a list that is malformed ends, a wrapped line does not tell.
    value: message.keys?.[0]?.startsWith("malformed") ? "" : value?.replace(/[^\w*]/g, ""),
    again: Boolean(again),
  }));
}

const sorted = (messages: Record<string, unknown>[]) =>
  JSON.stringify(
    messages.map((message) =>
      Object.entries(message)
        .filter(([, value]) => value !== undefined)
        .sort(),
    ),
  );

const inCjk = (text: string) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);

/** What chats, logs, terminals and web pages make of a message. */
const mangles: Readonly<Record<string, (text: string) => string>> = {
  "straight quotes": (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
  "curly quotes": (text) => text.replace(/'([^'\n]*)'/g, "‘$1’").replace(/"([^"\n]*)"/g, "“$1”"),
  "full-width punctuation": (text) =>
    text
      .replace(/: (?=[^/])/g, "：")
      .replace(/\(/g, "（")
      .replace(/\)/g, "）"),
  "HTML entities": (text) =>
    text
      .replace(/&/g, "&amp;")
      .replace(/'/g, "&#39;")
      .replace(/"/g, "&quot;")
      .replace(/</g, "&lt;")
      .replace(/‘/g, "&lsquo;")
      .replace(/’/g, "&rsquo;"),
  "wrapped between words": (text) => text.replace(/(.{40,60}) /g, "$1\n"),
  "wrapped by a terminal": (text) => text.replace(/(.{72})/g, "$1\n"),
  "Markdown links": (text) => text.replace(/https?:\/\/[^\s'’"”。]+[\w/]/g, "[$&]($&)"),
  autolinks: (text) => text.replace(/https?:\/\/[^\s'’"”。]+[\w/]/g, "<$&>"),
  "a block of code": (text) => `\`\`\`\n${text}\n\`\`\``,
  quoted: (text) => text.replace(/^/gm, "> "),
  timestamps: (text) => text.replace(/^/gm, "13:20:07.130 "),
  "log prefixes": (text) => text.replace(/^/gm, "[2026-11-28T13:20:07Z] ERROR browser: "),
  "places in files": (text) => text.replace(/^/gm, "app.js:12 ").replace(/$/gm, " items.js:40:9"),
  "stack frames": (text) => text.replace(/$/gm, "\n    at load (app.js:12:9)\n(anonymous) @ app.js:12"),
  "[Error]": (text) => text.replace(/^/gm, "[Error] "),
  "a JSON string": (text) => JSON.stringify({ message: text }),
  "no-break spaces": (text) => text.replace(/ /g, "\u00a0"),
  "zero-width spaces": (text) => text.replace(/ /g, " \u200b"),
  "carriage returns": (text) => text.replace(/\n/g, "\r\n"),
  bold: (text) => text.replace(/^(.+)$/gm, "**$1**"),
  "HTML tags": (text) => text.replace(/^(.+)$/gm, '<p class="error"><code>$1</code></p>'),
  "prose around": (text) => `求助！前端一直出現這個錯誤：\n\n${text}\n\nどうすればいいですか? I have tried everything.`,
  "no spaces": (text) => (inCjk(text) ? text.replace(/ /g, "") : text),
};

describe("whatever is done to a message on its way, the same is read", () => {
  const texts = [...new Set(printed.map(({ text }) => text))];
  test.for(Object.entries(mangles))("%s", ([, mangle]) => {
    const different = texts.filter((text) => sorted(said(mangle(text))) !== sorted(said(text)));
    expect(different.slice(0, 3).map((text) => [mangle(text), sorted(said(mangle(text))), sorted(said(text))])).toEqual(
      [],
    );
  });
});

describe("a message gives its scenario's cause", () => {
  const blamed = printed.filter(({ shows }) => shows.length > 0);

  test("first, or among those that it stands for", () => {
    const missed = blamed.filter(({ text, shows }) => !causesOf(text).some((id) => shows.includes(id)));
    expect(missed.map(({ engine, id, text }) => [engine, id, text, causesOf(text)])).toEqual([]);
  });

  test("alone, once the questions are answered truly, in 95 of 100", () => {
    const settled = blamed.filter(({ text, shows, engine, exchange }) => {
      const left = causesOf(text, answered(text, exchange, engine, shows));
      return left.length > 0 && left.every((id) => shows.includes(id));
    });
    expect(settled.length / blamed.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe("in every language that Firefox speaks here", () => {
  const lines = causes.flatMap(({ id, example }) =>
    printedMessages(example).map(({ text, language }) => ({ id, text, language })),
  );

  test("a cause's message names it", () => {
    const missed = lines.filter(({ id, text }) => !causesOf(text).includes(id) && !specialCases.has(id));
    expect(missed.map(({ id, text }) => [id, text, causesOf(text)])).toEqual([]);
  });

  test("what is named first is the same in all", () => {
    for (const { id, example } of causes) {
      const ofFirefox = printedMessages(example).filter(({ engine }) => engine === "firefox");
      const first = new Set(ofFirefox.map(({ text }) => causesOf(text)[0]));
      expect(first.size, id).toBeLessThan(2);
    }
  });

  test.for(Object.entries(mangles))("mangled: %s", ([, mangle]) => {
    const cjk = lines.filter(({ language }) => language !== "en").map(({ text }) => text);
    expect(cjk.length).toBeGreaterThan(40);
    const different = cjk.filter((text) => sorted(said(mangle(text))) !== sorted(said(text)));
    expect(different.slice(0, 3).map((text) => [mangle(text), sorted(said(mangle(text))), sorted(said(text))])).toEqual(
      [],
    );
  });
});

test("an element never sends a preflight: of its message there are fewer causes", () => {
  for (const api of ["font", "script", "image"]) {
    const texts = printed
      .filter(
        ({ engine, text, exchange }) =>
          engine === "chromium" && text.startsWith("Access to fetch") && exchange.preflight === undefined,
      )
      .map(({ text, shows }) => [text.replace("Access to fetch", `Access to ${api}`), shows] as const)
      .filter(([text, shows]) => shows.length > 0 && !/preflight|address space|schemes/.test(text));
    expect(texts.length).toBeGreaterThan(10);
    for (const [text, shows] of texts) {
      const causes = causesOf(text);
      expect(
        causes.some((id) => shows.includes(id)),
        text,
      ).toBe(true);
      expect(causes, text).not.toContain("response-lacks-headers");
    }
  }
});

test("XMLHttpRequest's message means what fetch's does", () => {
  for (const { text, engine } of printed) {
    if (engine !== "chromium" || !text.startsWith("Access to fetch")) continue;
    const asXhr = text
      .replace("Access to fetch", "Access to XMLHttpRequest")
      .replace(" Have the server send the header with a valid value.", "");
    expect(causesOf(asXhr), asXhr).toEqual(causesOf(text));
  }
});

const diagnosed = new Map<string, Diagnosis>();

/** Many scenarios print the same. */
function diagnosisOf(text: string, known: Known): Diagnosis {
  const key = JSON.stringify([text, known]);
  const diagnosis = diagnosed.get(key) ?? diagnose(text, known);
  diagnosed.set(key, diagnosis);
  return diagnosis;
}

function causesOf(text: string, known: Known = {}): string[] {
  return diagnosisOf(text, known).findings.flatMap(({ causes }) => causes.map(({ id }) => id));
}

/** Answers the questions that are asked, as somebody would who sees the exchange; five at most. */
function answered(text: string, exchange: Exchange, engine: Engine, shows: readonly string[]): Known {
  const trace = judgeExchange(exchange, profiles[engine]);
  let known: Known = {};
  const done = new Set<string>();
  for (let round = 0; round < 5; round++) {
    const [finding] = diagnosisOf(text, known).findings;
    if (!finding || finding.causes.length < 2) break;
    const ask = finding.asks.find(({ id }) => !done.has(id));
    if (!ask) break;
    done.add(ask.id);
    const answer = ask.answers.find(({ id }) => id === truth(ask.id, exchange, trace, shows));
    if (answer) known = { ...known, ...answer.known, answers: { ...known.answers, ...answer.known.answers } };
  }
  return known;
}

function statusKind(status: number): string {
  if (status >= 200 && status < 300) return "ok";
  if ([401, 403, 407].includes(status)) return "auth";
  if (status >= 500 && status !== 501) return "server-error";
  return [301, 302, 303, 307, 308].includes(status) ? "redirect" : "not-found";
}

/** The true answer to a question. */
function truth(
  ask: string,
  { request, preflight, response, unreachable }: Exchange,
  { steps, end }: Trace,
  shows: readonly string[],
): string | undefined {
  const failed = end.kind === "blocked" ? end.response : undefined;
  const header = (name: string) => failed?.headers.find(([each]) => each.toLowerCase() === name)?.[1];
  const isShown = (id: string, yes = "yes", no = "no") => (shows.includes(id) ? yes : no);
  switch (ask) {
    case "preflight-status":
      return preflight && statusKind(preflight.status);
    case "status":
      return response && (response.status < 300 ? "ok" : response.status >= 400 ? "error" : undefined);
    case "which":
      return end.kind === "blocked" ? end.at : undefined;
    case "preflighted":
      return steps.some(({ kind }) => kind !== "redirected") || (end.kind === "blocked" && end.at === "preflight")
        ? "yes"
        : "no";
    case "redirected":
      return isShown("redirected-elsewhere");
    case "cached":
      return isShown("vary-origin-missing");
    case "middleware":
      return isShown("middleware-omits-headers");
    case "allow-origin":
      return header("access-control-allow-origin") === undefined ? "missing" : "other";
    case "allow-origin-lines":
      return isShown("headers-added-twice", "two", "one");
    case "allow-methods":
      if (shows.includes("allow-methods-lowercase")) return "lower-case";
      return shows.includes("lowercase-patch")
        ? "upper-case"
        : isShown("wildcard-literal-with-credentials", "wildcard", "others");
    case "allow-headers":
      if (
        header("access-control-allow-headers")
          ?.split(",")
          .some((name) => name.trim() === "*")
      )
        return "wildcard";
      return isShown("case-sensitive-server", "as-written", "others");
    case "credentials":
      return request.credentials === "include" ? "include" : "omit";
    case "origin-kind":
      return request.origin === "null" ? "null" : "page";
    case "opened":
      return unreachable === "certificate" ? "warning" : unreachable ? "nothing" : "answers";
    case "asked-by":
      return "page";
    default:
      return undefined;
  }
}
