import {
  type AuditReport,
  type AuditTarget,
  adviceLines,
  audit,
  type LineResult,
  type Miss,
} from "../../audit/index.ts";
import { readOrigin } from "../../components/Checker/reading.ts";
import { maskedText, maskedUrl } from "../../diagnose/secretWords.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import { readHeader, troubleText } from "../asked.ts";
import {
  type CommonOptions,
  type Context,
  jsonResult,
  type Result,
  type Status,
  sheetOf,
  stackOf,
} from "../context.ts";
import { failuresJson, responseJson } from "../json.ts";
import { writeCause } from "../mending.ts";
import { causePage } from "../pages.ts";
import { costOf, failureText, missText, titleOf } from "../reports/auditWords.ts";
import { junit } from "../reports/junit.ts";
import { sarif } from "../reports/sarif.ts";
import { type Sheet, wordsOf } from "../sheet.ts";
import { writeLamp } from "../verdicts.ts";
import type { Words } from "../words.ts";
import { WrongUse } from "../wrongUse.ts";

export interface AuditCommandOptions extends CommonOptions {
  origin: readonly string[];
  method?: readonly string[];
  header?: readonly string[];
  credentials?: boolean;
  public?: boolean;
  maxAge?: number;
  vary?: readonly string[];
  unsafe?: boolean;
  rate: number;
  /** In seconds. */
  timeout: number;
  format: "text" | "json" | "junit" | "sarif";
  stack?: string;
}

/** `preflight-guide audit`: asks one's own server what the recipes are asked. */
export async function runAudit(
  urls: readonly string[],
  options: AuditCommandOptions,
  context: Context,
): Promise<Result> {
  const { words, library } = context;
  const stack = await stackOf(options.stack, context);
  const target = targetOf(urls, options, words);
  const report = await audit(target, { timeout: options.timeout * 1000, rate: options.rate });
  const status: Status = report.holds === null ? 2 : report.holds ? 0 : 1;
  if (options.json || options.format === "json") return jsonResult(auditJson(report, words), status);
  if (options.format === "junit") return { output: junit(report, words), status };
  if (options.format === "sarif") return jsonResult(sarif(report, words, library.version), status);

  const { terminal } = words;
  const sheet = sheetOf(context);
  const separator = words.checker["list.separator"];
  const headers = target.headers.map(([name]) => name).join(separator);
  sheet.line([
    [
      fillIn(terminal["audit.asked"], {
        url: urls.map(maskedUrl).join(" "),
        origin: target.origins.join(separator),
        methods: target.methods.join(separator),
        headers: headers === "" ? terminal["audit.no-headers"] : headers,
      }),
      "quiet",
    ],
  ]);
  sheet.gap();
  for (const result of report.lines) writeLine(sheet, result, words);
  const count = (state: LineResult["state"]) => report.lines.filter((line) => line.state === state).length;
  const counts = { holds: count("holds"), fails: count("fails"), unknown: count("unknown") };
  sheet.gap();
  writeLamp(
    sheet,
    report.holds === null ? "quiet" : report.holds ? "clear" : "stop",
    fillIn(terminal["audit.result"], counts),
    fillIn(terminal["audit.sent"], { count: report.sent, rate: options.rate }),
  );
  const [first] = causesOf(report);
  const request = {
    origin: target.origins[0] ?? "",
    headers: target.headers.map(([name]) => [name, ""] as const),
    method: target.methods[0] ?? "GET",
    credentials: target.credentials ? ("include" as const) : ("same-origin" as const),
  };
  const answers = report.lines
    .flatMap((line) => (line.state === "fails" ? line.misses : []))
    .map((miss) => miss.response);
  if (first !== undefined) writeCause(sheet, first, words, { ...(stack && { stack }), request, answers });
  return { output: sheet.toString(), status };
}

/** The causes of what fails, the most frequent first. */
function causesOf({ lines }: AuditReport): string[] {
  const counts = new Map<string, number>();
  for (const result of lines) {
    if (result.state !== "fails" || adviceLines.has(result.line)) continue;
    for (const [id = ""] of result.misses.map(({ causes }) => causes)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  counts.delete("");
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** @throws `WrongUse` */
function targetOf(urls: readonly string[], options: AuditCommandOptions, words: Words): AuditTarget {
  const { terminal } = words;
  const wrong = (key: keyof typeof terminal, values: Record<string, string> = {}) =>
    new WrongUse(fillIn(terminal[key], values));
  const [first = ""] = urls;
  for (const url of urls) {
    if (!URL.canParse(url) || !/^https?:\/\//i.test(url)) throw wrong("wrong.not-http", { value: maskedUrl(url) });
    if (new URL(url).origin !== new URL(first).origin) {
      throw wrong("wrong.one-server", { value: maskedUrl(url), first: new URL(first).origin });
    }
  }
  const origins = options.origin.map((typed) => {
    const origin = readOrigin(typed.trim());
    if (typeof origin !== "string") throw new WrongUse(troubleText(origin, typed, words.checker));
    if (origin === "null") throw wrong("wrong.null-origin", { value: typed });
    return origin;
  });
  const token = /^[!#$%&'*+.^_`|~\w-]+$/;
  const methods = options.method ?? ["POST"];
  for (const method of methods) {
    if (!token.test(method))
      throw wrong("wrong.value", { option: "--method", value: method, wanted: terminal["wrong.method"] });
  }
  const headers = (options.header ?? ["Content-Type"]).map((header): AuditTarget["headers"][number] => {
    if (header.includes(":")) return readHeader(header, words);
    if (token.test(header)) return [header];
    throw wrong("wrong.value", {
      option: "--header",
      value: header.slice(0, 20),
      wanted: terminal["wrong.header-name"],
    });
  });
  return {
    urls,
    origins,
    methods,
    headers,
    credentials: options.credentials ?? false,
    ...(options.public && { isPublic: true }),
    ...(options.maxAge !== undefined && { maxAge: options.maxAge }),
    ...(options.vary && { vary: options.vary }),
    ...(options.unsafe && { isUnsafe: true }),
  };
}

/** A line of the audit, and below one that fails what was found, what it costs, and where more is said. */
function writeLine(sheet: Sheet, result: LineResult, words: Words): void {
  const { terminal } = words;
  const title = titleOf(result.line, words);
  if (result.state === "holds") {
    sheet.line([["✓ ", "good"], title]);
    return;
  }
  if (result.state === "unknown") {
    const why = terminal[`audit.why-unknown.${result.why}`];
    sheet.line([
      ["○ ", "quiet"],
      title,
      [`  ${terminal["audit.unknown"]}${words.outcome["label.colon"]}${why}`, "quiet"],
    ]);
    return;
  }
  const isAdvice = adviceLines.has(result.line);
  sheet.line([
    [isAdvice ? "▲ " : "✗ ", isAdvice ? "caution" : "bad"],
    [title, "strong"],
    isAdvice ? [`  ${terminal["audit.note"]}`, "caution"] : "",
  ]);
  sheet.line([...wordsOf(costOf(result.line, words))], 4);
  const [first, ...others] = different(result.misses, words);
  if (!first) return;
  sheet.line([[askedText(first), "code"], "  ", ...wordsOf(missText(first, words))], 4);
  for (const failure of first.failures.slice(0, 2)) sheet.line(wordsOf(failureText(failure, words)), 6);
  for (const miss of others.slice(0, 4))
    sheet.line([[askedText(miss), "code"], "  ", ...wordsOf(missText(miss, words))], 4);
  if (others.length > 4) sheet.line([[fillIn(terminal["audit.and-more"], { count: others.length - 4 }), "quiet"]], 4);
  const [cause] = result.misses.flatMap(({ causes }) => causes);
  if (cause !== undefined) sheet.line([[fillIn(terminal.page, { url: causePage(words, cause) }), "quiet"]], 4);
}

/** Each only once that reads the same. */
function different(misses: readonly Miss[], words: Words): Miss[] {
  const seen = new Set<string>();
  return misses.filter((miss) => {
    const key = `${askedText(miss)} ${missText(miss, words)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `OPTIONS /api/data → PUT`: what was asked. */
function askedText({ asked, request }: Miss): string {
  const { pathname, search } = new URL(request.url);
  const path = maskedUrl(pathname + search);
  if (asked === "preflight") return `OPTIONS ${path} (${request.method})`;
  return `${asked === "plain-options" ? "OPTIONS" : request.method} ${path}`;
}

function auditJson({ target, lines, sent, holds }: AuditReport, words: Words): Record<string, unknown> {
  return {
    version: 1,
    command: "audit",
    verdict: holds === null ? "unknown" : holds ? "passes" : "blocked",
    target: {
      urls: target.urls.map(maskedUrl),
      origins: target.origins,
      methods: target.methods,
      headers: target.headers.map(([name]) => name),
      credentials: target.credentials,
    },
    lines: lines.map((result) => ({
      line: result.line,
      title: titleOf(result.line, words),
      state: result.state,
      ...(result.state === "unknown" && { why: result.why }),
      ...(result.state === "fails" && {
        advice: adviceLines.has(result.line),
        cost: costOf(result.line, words),
        misses: result.misses.map((miss) => missJson(miss, words)),
      }),
    })),
    sent,
  };
}

function missJson({ code, request, asked, response, failures, causes, values }: Miss, words: Words) {
  return {
    code,
    text: missText({ code, values }, words),
    asked,
    request: { ...request, url: maskedUrl(request.url) },
    response: responseJson(response),
    failures: failuresJson(failures),
    causes: causes.map((id) => ({ id, title: words.causes[id]?.title ?? id, page: causePage(words, id) })),
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, maskedText(value)])),
  };
}
