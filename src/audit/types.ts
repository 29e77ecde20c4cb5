import type { SuiteLine } from "../generator/suiteLines.ts";
import type { CorsRequest, CorsResponse, Failure } from "../rules/index.ts";

/** What an audit asks, in the order of its report. All but `reflected` are lines of the recipes' conformance suite. */
export const auditLines = [
  "preflight",
  "actual",
  "errors",
  "foreign",
  "reflected",
  "vary",
  "vary-without-origin",
  "no-auth",
  "no-redirect",
  "max-age",
  "once",
  "plain-options",
] as const satisfies readonly (SuiteLine | "reflected")[];
/**
 * The id of a line of the audit, one of `auditLines`.
 * @useDeclaredType
 */
export type AuditLine = (typeof auditLines)[number];

/** Lines that no browser fails for: a miss is worth knowing, and the audit passes all the same. */
export const adviceLines: ReadonlySet<AuditLine> = new Set<AuditLine>(["max-age", "plain-options"]);

/** What is audited, and for whom. */
export interface AuditTarget {
  /** Absolute URLs of one server. The first is the one that is meant; further ones may need a token, or fail. */
  urls: readonly string[];
  /** Serialized origins that may read the answers. At least one. */
  origins: readonly string[];
  /** Methods that preflights ask for. */
  methods: readonly string[];
  /** Headers that preflights ask for; those with a value are sent in the requests themselves, too. */
  headers: readonly (readonly [name: string, value?: string])[];
  /** Whether requests are made with credentials. None are sent but those among `headers`. */
  credentials: boolean;
  /** The answers are for everybody: `*` is right. */
  isPublic?: boolean;
  /** What `Access-Control-Max-Age` is to say, in seconds. */
  maxAge?: number;
  /** Names that `Vary` must have besides `Origin`. */
  vary?: readonly string[];
  /** Sends the methods themselves, too: by default only GET, HEAD and OPTIONS are sent. */
  isUnsafe?: boolean;
}

export interface AuditOptions {
  /** How long one request may take, in milliseconds. By default 10,000. */
  timeout?: number;
  /** How many requests are sent a second, at most. By default 20. */
  rate?: number;
  /** The header User-Agent. */
  userAgent?: string;
}

/** One thing that the server does and should not. */
export interface Miss {
  code: MissCode;
  /** What was asked: an origin, a method, a URL. */
  request: Pick<CorsRequest, "origin" | "url" | "method">;
  /** Whether the preflight was asked, or the request itself. */
  asked: "preflight" | "request" | "plain-options";
  response: CorsResponse;
  /** What the answer fails for, where the rules judge it. */
  failures: readonly Failure[];
  /** Ids of the causes that it shows. */
  causes: readonly string[];
  /** What `audit.miss.…` speaks of: a header's name, a value, a status. */
  values: Readonly<Record<string, string>>;
}

/** In what way an answer misses a line. */
export type MissCode =
  | "not-preflighted-well"
  | "not-readable"
  | "let-in"
  | "wildcard"
  | "vary"
  | "asks-login"
  | "redirected"
  | "max-age-missing"
  | "max-age-other"
  | "twice"
  | "no-allow";

/** Why a line says nothing. */
export type Untold = "no-answer" | "nothing-to-ask" | "no-success" | "no-error" | "public";

/** What an audit found of one line: it holds, it fails with all that is missing, or it is not known, and why. */
export type LineResult =
  | { line: AuditLine; state: "holds" }
  | { line: AuditLine; state: "fails"; misses: readonly Miss[] }
  | { line: AuditLine; state: "unknown"; why: Untold };

export interface AuditReport {
  target: AuditTarget;
  lines: readonly LineResult[];
  /** How many requests were sent. */
  sent: number;
  /** `true` where no line fails but such as are worth knowing only, `null` where nothing fails and not all was told. */
  holds: boolean | null;
}
