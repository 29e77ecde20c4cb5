import type { Piece } from "../types.ts";
import { linesIn } from "./lines.ts";
import type { Line, Message } from "./types.ts";

/** What consoles, panels and servers print, read out of a text. */
export interface ReadConsole {
  pieces: Piece[];
  /** One for each exchange that the lines speak of; `lines` are indexes into `pieces`. */
  messages: Message[];
}

/**
 * Reads the lines that engines, panels and servers print, and puts those together that are about
 * one exchange. Takes time linear in the text's length.
 */
export function readConsole(text: string): ReadConsole {
  const lines = linesIn(text);
  return { pieces: lines.map(pieceOf), messages: new Grouping(lines).messages() };
}

function pieceOf({ kind, from, to, engine, language }: Line): Piece {
  return { kind, from, to, ...(engine && { engine }), ...(engine === "firefox" && language && { language }) };
}

/** Goes through the lines in their order, with the message that the next line may belong to. */
class Grouping {
  private readonly all: Message[] = [];
  private readonly byUrl = new Map<string, Message>();
  private current: Message | null = null;
  /** What the last envelope said of the request. */
  private context: Partial<Line> = {};

  constructor(lines: readonly Line[]) {
    for (const [index, line] of lines.entries()) this.take(line, index);
  }

  messages(): Message[] {
    for (const message of this.all) if (message.keys || message.causes || message.notCors) delete message.cut;
    const telling = this.all.filter(
      ({ keys, causes, notCors, phase, status }) => keys || causes || notCors || (phase && status),
    );
    const named = telling.length > 0 ? telling : this.all.filter(({ empty, url }) => !empty || url);
    return distinct(named.length > 0 ? named : this.all.slice(0, 1));
  }

  private take(line: Line, index: number): void {
    if (line.empty) this.takeEmpty(line, index);
    else if (line.envelope) this.takeEnvelope(line, index);
    else if (line.keys) this.takeReason(line, index);
    else this.takeOther(line, index);
  }

  /** A line that says nothing belongs to whatever stands before it. */
  private takeEmpty(line: Line, index: number): void {
    const message = (line.url ? this.byUrl.get(line.url) : undefined) ?? (line.url ? null : this.current);
    if (message) this.add(message, line, index);
    else this.begin(line, index);
  }

  private takeEnvelope(line: Line, index: number): void {
    const before = this.current;
    if (line.redirectedTo) {
      // The reason behind it is that of the answer that redirects.
      if (before?.redirectedTo === line.redirectedTo) before.lines.push(index);
      else this.begin(line, index);
      return;
    }
    if (!line.url) {
      if (before && (line.origin || !before.keys)) {
        this.add(before, line, index);
        this.context = { ...this.context, ...(line.phase && { phase: line.phase }) };
      } else this.begin({ ...this.context, ...line }, index);
      return;
    }
    if (line.engine === "webkit" && before && (before.url === undefined || before.url === line.url)) {
      this.add(before, line, index);
      return;
    }
    this.context = { ...line };
    const same = this.byUrl.get(line.url);
    if (same && (!same.keys || line.engine === "firefox")) {
      this.current = same;
      this.add(same, line, index);
    } else this.begin(line, index);
  }

  private takeReason(line: Line, index: number): void {
    const named = this.context.url === undefined ? undefined : this.byUrl.get(this.context.url);
    // Why it did not succeed, Firefox has said before.
    if (line.keys?.includes("did-not-succeed") && (named?.causes || named?.notCors)) {
      named.lines.push(index);
      return;
    }
    const message = this.current;
    if (message && this.fits(message, line)) {
      if (message.keys) message.again = 0;
      this.add(message, line, index);
      return;
    }
    if (message?.engine === "firefox" && line.engine === "firefox" && message.keys && this.isSameRequest(message)) {
      // After the reason, Firefox goes on: the preflight's answer did not succeed; the request did not.
      if (line.keys?.includes("did-not-succeed")) message.again = (message.again ?? 0) + 1;
      if (line.phase) message.phase = line.phase;
      message.status ??= line.status;
      message.lines.push(index);
      return;
    }
    const { url, origin, api, redirectedFrom, engine } = this.context;
    const isOfContext = engine === undefined || engine === line.engine;
    this.begin(isOfContext ? { ...clean({ url, origin, api, redirectedFrom }), ...line } : line, index);
  }

  private isSameRequest(message: Message): boolean {
    return this.context.url === undefined || this.context.url === message.url;
  }

  /** Whether a reason can be that of a message: it has none yet, or the same. */
  private fits(message: Message, line: Line): boolean {
    if (message.causes || message.notCors) return false;
    if (!message.keys)
      return message.engine === undefined || message.engine === line.engine || line.engine === undefined;
    const same = line.keys?.every((key) => message.keys?.includes(key)) ?? false;
    return (
      same &&
      alike(message.header, line.header) &&
      begins(message.value, line.value) &&
      alike(message.status, line.status) &&
      alike(message.method, line.method)
    );
  }

  /** A line of the network, of a server, or one that names its cause. */
  private takeOther(line: Line, index: number): void {
    const isNetwork = line.kind === "network-line" && !line.causes && !line.notCors;
    const same = line.url ? this.byUrl.get(line.url) : undefined;
    const open =
      this.current && !this.current.keys && !this.current.causes && !this.current.notCors ? this.current : undefined;
    // What a WebSocket's line, or another's, says at its end.
    if (this.current?.notCors && !line.url && line.kind === "network-line") {
      this.current.lines.push(index);
      return;
    }
    const target =
      same ?? (line.url && open?.url ? undefined : open) ?? (isNetwork && !line.url ? this.current : undefined);
    // Firefox says first that a request did not succeed, and then that the user had not permitted it.
    if (line.causes && this.current?.keys?.[0] === "did-not-succeed") {
      delete this.current.keys;
      this.add(this.current, line, index);
      return;
    }
    if (target && !(target.causes && line.causes && target.causes[0] !== line.causes[0])) this.add(target, line, index);
    else if (!target || line.causes) this.begin(line, index);
  }

  private begin({ from: _, to: __, kind: ___, envelope: ____, ...says }: Partial<Line>, index: number): void {
    const message: Message = { ...says, lines: [index] };
    this.all.push(message);
    this.current = message;
    if (message.url) this.byUrl.set(message.url, message);
  }

  private add(message: Message, line: Line, index: number): void {
    const { from: _, to: __, kind: ___, envelope: ____, keys, readStatus, status, empty, phase, ...says } = line;
    for (const [name, value] of Object.entries(says)) {
      if (value !== undefined && !(name in message)) Object.assign(message, { [name]: value });
    }
    if (keys) message.keys ??= keys;
    if (phase && !(message.phase && message.status)) message.phase ??= phase;
    // What answered OPTIONS is not what answered the request.
    if (
      status &&
      !(phase === "preflight" && message.keys && message.phase !== "preflight" && message.engine === "chromium")
    )
      message.status ??= status;
    if (readStatus) message.readStatus ??= readStatus;
    if (!empty) delete message.empty;
    message.lines.push(index);
    if (message.url && !this.byUrl.has(message.url)) this.byUrl.set(message.url, message);
  }
}

/** Whether two values are the same, one of them perhaps cut off where its line was wrapped. */
function begins(a = "", b = ""): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function alike<T>(a: T | undefined, b: T | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function clean<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>;
}

/** Without repetitions: a page that asks again and again prints the same each time. */
function distinct(messages: readonly Message[]): Message[] {
  const seen = new Map<string, Message>();
  for (const message of messages) {
    const { lines, ...says } = message;
    const key = JSON.stringify(says);
    const same = seen.get(key);
    if (same) same.lines.push(...lines);
    else seen.set(key, message);
  }
  return [...seen.values()];
}
