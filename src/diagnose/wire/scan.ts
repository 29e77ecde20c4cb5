import { readCommand } from "./commands.ts";
import { failureIn, failureInRemark } from "./failures.ts";
import { isKnownHeader, readHeader, sideOf } from "./headerNames.ts";
import { linesOf, type TextLine } from "./lines.ts";
import { BODY_LENGTH, type Hop } from "./message.ts";
import { beginsAnother, beginsPanel, type Fact, isNoise, readFact, readTitle, takeFact } from "./panel.ts";
import { locationOf, requestUrl } from "./urls.ts";

const REQUEST_LINE = /^([A-Za-z][A-Za-z-]{1,19}) (\S{1,8000}) HTTP\/[\d.]{1,3}$/;
const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: (.*))?$/;
/** What somebody writes above an answer of which they pasted the headers alone: to which method it came. */
const LABEL =
  /^[#*\s-]{0,8}(?:(?:response|answer) (?:to|of|for) )?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|preflight)(?: ?(?:request|response|preflight|回應|請求|レスポンス|リクエスト))?[*\s]{0,4}[:：][*\s]{0,4}$/i;
/** A line of `curl -v`: what was sent, what came, and as an HTML page escapes them. */
const VERBOSE = /^(?:([<>])|&([lg])t;)(?: (.*)|)$/;
const REMARK = /^\*(?: (.*)|)$/;
/** What curl remarks, so that a list in somebody's prose is not taken for it. */
const KNOWN_REMARK =
  /^(?:\s+Trying |Connected to |Host .* was resolved|ALPN|TLS|SSL |Server certificate|h2h3 |using HTTP|\[HTTP\/|Using Stream|Using HTTP2|Could not resolve|connect to |Failed to connect|Closing connection|Connection #|upload completely|Request completely|Issue another|Mark bundle|Establish HTTP|CONNECT|Re-using|Added |Uses proxy|schannel|Rebuilt URL|TCP_NODELAY|timeout on name)/;
/** The header lines of HTTP/2 and 3 among the remarks, as several versions write them. */
const HTTP2_HEADER = /^(?:h2h3|h2|h3|\[HTTP\/[23]\] \[\d+\]|http[23]:) \[(:?[^\s:[\]]+): (.*)\]$/;
const OVER_TLS = /^(?:SSL connection|TLS|ALPN|schannel|using HTTP\/[23]|h2h3|\[HTTP\/2\])/;

/** What curl says of its progress where its output is no terminal. */
const PROGRESS = /^(?:[{}] \[\d+ bytes data\]|% Total .*|Dload .*|\d+ +\d+.*--:--:--.*)$/;

/** The same before what it then shows in the same line. */
const PROGRESS_BEFORE = /^[\d .:kMG-]{60,120}(?=[<>*{}] )/;

/** What a terminal colours its text with. */
const ESCAPE = "\u001b";
const COLOUR = new RegExp(`${ESCAPE}\\[[\\d;]*m`, "g");

/** Whose headers, or what else, the next line may belong to. */
type Section = "none" | "request" | "response" | "interim" | "request-body" | "response-body" | "panel";

/**
 * Reads exchanges out of text: curl's output, HTTPie's, raw requests and answers, headers alone, what
 * the Network panel's copies say, and the commands and calls that asked. Time is linear.
 */
export function scan(text: string): Hop[] {
  return new Scanner(text).scan();
}

class Scanner {
  private readonly text: string;
  private readonly lines: readonly TextLine[];
  private readonly hops: Hop[] = [];
  private hop: Hop | null = null;
  private section: Section = "none";
  /** What the hops that begin now are called. */
  private form = "";
  private isVerbose = false;
  private isPanel = false;
  /** Whether the connection is one of TLS, where that was seen. */
  private tls: boolean | undefined;
  /** A proxy was asked for a tunnel: it answers next, and no server. */
  private isProxyAsked = false;
  private http2Headers: [string, string][] = [];
  /** The method that the last line named by itself. */
  private labelled = "";
  /** Lines before this were read already. */
  private skipTo = 0;
  private noCommandBefore = 0;

  constructor(text: string) {
    this.text = text;
    this.lines = linesOf(text);
  }

  scan(): Hop[] {
    for (const [index, line] of this.lines.entries()) {
      if (line.from < this.skipTo) continue;
      const plain = line.text.includes(ESCAPE) ? line.text.replace(COLOUR, "") : line.text;
      this.read(line, plain.replace(PROGRESS_BEFORE, "").trim(), this.lines[index + 1]);
    }
    return this.hops.filter(({ request, response, failure }) => request || response || failure);
  }

  private read(line: TextLine, trimmed: string, next: TextLine | undefined): void {
    this.readAny(line, trimmed, next);
    const label = LABEL.exec(trimmed)?.[1]?.toUpperCase();
    if (trimmed !== "") this.labelled = label === "PREFLIGHT" ? "OPTIONS" : (label ?? "");
  }

  private readAny(line: TextLine, trimmed: string, next: TextLine | undefined): void {
    if (this.readCommand(line, trimmed) || this.readRemark(line, trimmed)) return;
    const failure = failureIn(trimmed);
    if (failure) this.fail(failure, line);
    else if (this.readVerbose(line, trimmed) || this.readFirstLine(line, trimmed)) return;
    else if (this.readPanel(line, trimmed, next)) return;
    else if (trimmed === "") this.endHeaders();
    else if (this.section !== "interim" && !this.readHeader(line, trimmed, next)) this.readBody(line, trimmed);
  }

  private begin(kind: Hop["kind"], form: string, line: TextLine): Hop {
    const hop: Hop = { kind, form, from: line.from, to: line.to };
    this.hop = hop;
    this.hops.push(hop);
    return hop;
  }

  private extend(to: number): void {
    if (this.hop) this.hop.to = Math.max(this.hop.to, to);
  }

  private readCommand(line: TextLine, trimmed: string): boolean {
    if (line.from < this.noCommandBefore) return false;
    const command = readCommand(this.text, line, trimmed);
    if (!command) return false;
    if (command.requests.length === 0) {
      this.noCommandBefore = command.to;
      return false;
    }
    for (const request of command.requests) {
      const hop = this.begin("copied-request", command.form, line);
      hop.request = request;
      hop.to = command.to;
      if (command.engine) hop.engine = command.engine;
      if (command.copy) hop.copy = command.copy;
    }
    this.form = command.form;
    this.tls = undefined;
    this.isVerbose = false;
    this.isPanel = false;
    this.http2Headers = [];
    this.section = "none";
    this.skipTo = command.to;
    return true;
  }

  private readRemark(line: TextLine, trimmed: string): boolean {
    const match = REMARK.exec(trimmed);
    const remark = match?.[1] ?? "";
    if (!match || !(this.isVerbose || KNOWN_REMARK.test(remark))) return false;
    this.beVerbose();
    if (OVER_TLS.test(remark)) this.tls = true;
    if (/^Connected to .* port 80\b/.test(remark)) this.tls = false;
    const header = HTTP2_HEADER.exec(remark);
    if (header) this.http2Headers.push([header[1] ?? "", header[2] ?? ""]);
    const failure = failureInRemark(remark);
    if (failure) this.fail(failure, line);
    this.extend(line.to);
    return true;
  }

  private beVerbose(): void {
    this.isVerbose = true;
    this.form = "curl -v";
  }

  private fail(failure: Hop["failure"], line: TextLine): void {
    const hop = this.hop ?? this.begin("exchange", "curl", line);
    if (hop.response || !failure) return;
    hop.failure ??= failure;
    hop.kind = "exchange";
    this.extend(line.to);
  }

  private readVerbose(line: TextLine, trimmed: string): boolean {
    const match = VERBOSE.exec(trimmed);
    if (!match) return false;
    const inner = match[3]?.trim() ?? "";
    const isRequest = (match[1] ?? (match[2] === "g" ? ">" : "<")) === ">";
    const isFirst = (isRequest ? REQUEST_LINE : STATUS_LINE).test(inner);
    if (!this.isVerbose && !isFirst) return false;
    this.beVerbose();
    if (isFirst) return this.readFirstLine(line, inner);
    if (inner === "") this.endHeaders();
    else if (this.section === "request" || this.section === "response") {
      const header = readHeader(inner, true);
      if (header) this.addHeader(this.section, ...header, line.to);
    }
    this.extend(line.to);
    return true;
  }

  private readFirstLine(line: TextLine, trimmed: string): boolean {
    const request = REQUEST_LINE.exec(trimmed);
    if (request) {
      this.beginRequest(request[1] ?? "", request[2] ?? "", line);
      return true;
    }
    const status = STATUS_LINE.exec(trimmed);
    if (status) this.beginResponse(Number(status[1]), status[2] ?? "", line);
    return status !== null;
  }

  private beginRequest(method: string, target: string, line: TextLine): void {
    this.http2Headers = [];
    this.isProxyAsked = method === "CONNECT";
    if (this.isProxyAsked) {
      this.section = "interim";
      return;
    }
    const former = this.hop;
    const isAsked = former?.kind === "copied-request" && !former.response && former.request?.method === method;
    const redirect = former ? locationOf(former) : null;
    const known = (isAsked ? former.request?.url : redirect) ?? null;
    const isPanels = this.isPanel && former !== null && !former.request?.headers.length;
    const hop = isAsked || isPanels ? former : this.begin("exchange", this.form || "HTTP request", line);
    hop.kind = "exchange";
    const url = hop.request?.url ?? null;
    hop.request = {
      ...hop.request,
      method,
      url,
      headers: [],
      target: { text: target, known: url ?? known, tls: this.tls },
    };
    hop.request.url ??= requestUrl(hop.request);
    if (this.isVerbose) hop.form = this.form;
    this.section = "request";
    this.extend(line.to);
  }

  private beginResponse(status: number, reason: string, line: TextLine): void {
    if (status < 200 || this.isProxyAsked || /^connection established$/i.test(reason.trim())) {
      this.isProxyAsked = false;
      this.section = "interim";
      this.extend(line.to);
      return;
    }
    const former = this.hop;
    const isOpen =
      former !== null &&
      (!former.response || isReplaced(former) || (this.isPanel && former.response.headers.length === 0));
    const hop = isOpen ? former : this.begin("exchange", this.form || "HTTP response", line);
    const redirect = former && !isOpen ? locationOf(former) : null;
    if (former?.request && redirect) {
      hop.request = { ...former.request, ...methodAfter(former), url: redirect };
    }
    if (this.http2Headers.length > 0) this.takeHttp2(hop);
    if (this.labelled && !hop.request) hop.answers = this.labelled;
    hop.kind = "exchange";
    hop.response = { status, reason, headers: [], body: "" };
    if (this.isVerbose) hop.form = this.form;
    this.section = "response";
    this.extend(line.to);
  }

  /** Where a paste has only the remarks of the request, they say it. */
  private takeHttp2(hop: Hop): void {
    const pseudo = new Map(this.http2Headers.filter(([name]) => name.startsWith(":")));
    const headers = this.http2Headers.filter(([name]) => !name.startsWith(":"));
    const url = `${pseudo.get(":scheme") ?? "https"}://${pseudo.get(":authority") ?? ""}${pseudo.get(":path") ?? "/"}`;
    hop.request = { ...hop.request, method: pseudo.get(":method") ?? "GET", url, headers };
    this.http2Headers = [];
  }

  private readPanel(line: TextLine, trimmed: string, next: TextLine | undefined): boolean {
    const written = readFact(trimmed);
    if (written) {
      const fact: Fact = written.value === "" ? { ...written, value: next?.text.trim() ?? "" } : written;
      // In a raw request `Host:` is a header.
      const isFact = this.isPanel ? !(fact.name === "Host" && this.section === "request") : beginsPanel(fact);
      if (isFact) {
        if (!this.isPanel || !this.hop || beginsAnother(fact, this.hop)) {
          this.begin("exchange", "Network panel", line);
          this.isPanel = true;
          this.isVerbose = false;
        }
        if (this.hop) takeFact(fact, this.hop);
        this.section = "panel";
        this.skipValue(written.value, next);
        this.extend(this.skipTo > line.to ? (next?.to ?? line.to) : line.to);
        return true;
      }
    }
    const title = this.section === "response-body" || this.section === "request-body" ? null : readTitle(trimmed);
    if (title && (this.isPanel || /headers/i.test(trimmed))) {
      if (!this.isPanel) this.begin("exchange", "Network panel", line);
      this.isPanel = true;
      this.section = title === "other" ? "panel" : title;
      this.extend(line.to);
      return true;
    }
    return this.isPanel && isNoise(trimmed);
  }

  /** Where the value of what was just read stands in the next line, that is not read again. */
  private skipValue(value: string, next: TextLine | undefined): void {
    if (value === "" && next) this.skipTo = next.to + 1;
  }

  private endHeaders(): void {
    if (this.isPanel) return;
    if (this.section === "interim") this.section = "none";
    if (this.section === "request") this.section = this.isVerbose ? "none" : "request-body";
    else if (this.section === "response") this.section = "response-body";
  }

  private readHeader(line: TextLine, trimmed: string, next: TextLine | undefined): boolean {
    const isOpen = this.section === "request" || this.section === "response";
    if (this.section === "response-body" && this.hop?.response?.body) return false;
    if (this.section === "request-body" && this.hop?.request?.body) return false;
    // In a panel's two lines the name may stand alone.
    const bare = this.isPanel && isKnownHeader(trimmed) ? ([trimmed, ""] as const) : null;
    const header = readHeader(trimmed) ?? bare;
    if (!header) return false;
    const [name, written] = header;
    if (!isOpen && !isKnownHeader(name)) return false;
    const isBelow = written === "" && next !== undefined && isValue(next.text);
    const value = isBelow ? next.text.trim() : written;
    if (isBelow) this.skipTo = next.to + 1;
    const side = this.sideFor(name);
    if (!this.hop || this.section === "none") this.begin("exchange", "HTTP headers", line);
    this.addHeader(side, name, value, isBelow ? next.to : line.to);
    this.section = side;
    return true;
  }

  /** What stands below a request line or a status line is one side's; in other lists the names tell. */
  private sideFor(name: string): "request" | "response" {
    const own = sideOf(name);
    const { request, response } = this.hop ?? {};
    if (this.section === "request" && (request?.target || own !== "response")) return "request";
    const hasStatusLine = response !== undefined && response.status !== null && !this.isPanel;
    if (this.section === "response" && (hasStatusLine || own !== "request")) return "response";
    return own ?? "response";
  }

  private addHeader(side: "request" | "response", name: string, value: string, to: number): void {
    const { hop } = this;
    if (!hop) return;
    if (side === "request") {
      hop.request ??= { method: "", url: null, headers: [] };
      if (name === ":method") hop.request.method ||= value;
      else hop.request.headers.push([name, value]);
      if (/^:authority$|^:path$|^host$/i.test(name)) hop.request.url ??= requestUrl(hop.request);
    } else {
      hop.response ??= { status: null, headers: [], body: "" };
      if (name === ":status") hop.response.status ??= Number.parseInt(value, 10) || null;
      else hop.response.headers.push([name, value]);
    }
    this.extend(to);
  }

  private readBody(line: TextLine, trimmed: string): void {
    const { hop } = this;
    if (PROGRESS.test(trimmed)) return;
    if (this.section === "response-body" && hop?.response) {
      // curl's remark stands behind a body that ends without a line feed.
      const body = trimmed.slice(0, BODY_LENGTH).replace(/\* (?:Connection #\d|Closing connection).*$/, "");
      if (hop.response.body.length < BODY_LENGTH) hop.response.body += `${body}\n`;
      this.extend(line.to);
    } else if (this.section === "request-body" && hop?.request) hop.request.body ??= "text";
    else if (this.section !== "panel") this.section = "none";
  }
}

/** Whether an answer only asked for a password, which curl then sent: what counts is the next one. */
function isReplaced({ request, response }: Hop): boolean {
  return request !== undefined && (response?.status === 401 || response?.status === 407);
}

/** curl keeps the method, but that a POST becomes a GET where browsers do the same. */
function methodAfter({ request, response }: Hop): { method?: string; body?: "none" } {
  const status = response?.status ?? 0;
  const becomesGet = request?.method === "POST" ? [301, 302, 303].includes(status) : status === 303;
  return becomesGet ? { method: "GET", body: "none" } : {};
}

/** Whether a line is the value of the name above it: no header itself. */
function isValue(text: string): boolean {
  const trimmed = text.trim();
  const header = readHeader(trimmed);
  return trimmed !== "" && (!header || !isKnownHeader(header[0]));
}
