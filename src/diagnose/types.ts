import type { CorsRequest, CorsResponse, CredentialsMode, Engine, Exchange, FirefoxLanguage } from "../rules/index.ts";

/** What somebody pasted, understood: the shapes of `diagnose()`. */

/** What a stretch of the input was taken for. */
export type PieceKind =
  /** A message that a browser's console printed. */
  | "console"
  /** The line of the Network panel or the console that holds a status or a `net::` error. */
  | "network-line"
  /** A line that a server or its framework printed. */
  | "server-line"
  /** Words of the address bar or the panel that people take for the error. */
  | "panel-words"
  /** An exchange, or one half of it: curl's output, HTTPie's, raw requests and answers, headers alone. */
  | "exchange"
  /** A request as a browser's menu copies it, without an answer. */
  | "copied-request"
  | "har";

/** A stretch of the input that was recognised. */
export interface Piece {
  kind: PieceKind;
  /** Where it stands in the input, as offsets in UTF-16 code units: from, up to but not including. */
  from: number;
  to: number;
  engine?: Engine;
  /** Of a message that Firefox printed. */
  language?: FirefoxLanguage;
  /** More exactly what it is, such as `curl -v` or `Copy as PowerShell`: a name that needs no translation. */
  form?: string;
  /** Of a HAR: it is cut off, or no HAR at all. */
  broken?: true;
}

/** How sure a cause is: shown by what was pasted, the likeliest by it, or one among others. */
export type Certainty = "certain" | "likely" | "possible";

/**
 * What people take for CORS and is something else. Its words stand in `content/not-cors.yaml`, whose check asks for them
 * here: `index.ts` makes ready all that consoles print.
 */
export const notCorsIds = [
  "csp",
  "corp",
  "coep",
  "coop",
  /** The page wants shared memory, for which it would have to be isolated. */
  "cross-origin-isolation",
  "orb",
  "cancelled",
  "extension",
  "websocket-origin",
  "csrf",
  "storage-signature",
  "presigned-content-type",
  "cookie-not-kept",
  "http2-needed",
  /** The page's own request has the mode `same-origin`, which no answer can make pass. */
  "same-origin-mode",
  /** A canvas holds an image that was loaded without CORS: it may not be read. */
  "tainted-canvas",
  /** A script reads the rules of a style sheet that was loaded without CORS. */
  "stylesheet-rules",
  /** What answers an EventSource is no event stream. */
  "event-stream-type",
  /** A worker's script is on another origin. */
  "worker-origin",
  /** A script reaches into the frame or the window of another origin. */
  "cross-origin-frame",
  /** Words that a browser shows for every failure, or always: they name no fault at all. */
  "says-nothing",
] as const;
/**
 * One of `notCorsIds`.
 * @useDeclaredType
 */
export type NotCorsId = (typeof notCorsIds)[number];

/** What the reader answered, or what is known besides the input. */
export interface Known {
  /** The status of the answer to OPTIONS. */
  preflightStatus?: number;
  /** The status of the answer to the request itself. */
  status?: number;
  credentials?: CredentialsMode;
  origin?: string;
  method?: string;
  /** Answers to the other questions, by the question's id. */
  answers?: Readonly<Record<string, string>>;
  /** A recipe's id. */
  stack?: string;
}

/** What would settle it. Its words stand in `src/i18n/ui/<language>/diagnose.ts`, by its id and its answers'. */
export interface Question {
  id: string;
  answers: readonly { id: string; known: Known }[];
}

/** The page of a product on this site, below its language: a stack's, or a recipe's. */
export type ProductPlace = `${"stacks" | "recipes"}/${string}`;

export interface Finding {
  /** Best first. */
  causes: { id: string; certainty: Certainty }[];
  /** CORS lets it pass. */
  passes?: boolean;
  notCors?: NotCorsId;
  /** Typed, with the answers that one can click; the one that settles most first. */
  asks: Question[];
  /** As far as it is known. */
  exchange?: PartialExchange;
  /** Where this site has the setting of what answers there, as far as the exchange shows it; the likeliest first. */
  products?: ProductPlace[];
  /** Of a HAR: indexes into `log.entries`. */
  entries?: number[];
  /** Of the input's pieces: indexes into `Diagnosis.read`. */
  pieces: number[];
}

/** An exchange of which not all need be known. */
export interface PartialExchange extends Omit<Exchange, "request" | "preflight" | "response"> {
  request: Partial<CorsRequest>;
  preflight?: PartialResponse;
  response?: PartialResponse;
  seen?: Evidence;
}

/** An answer as far as it was seen. */
export type PartialResponse = Partial<CorsResponse>;

/** What else was seen of an exchange. */
export interface Evidence {
  /** Whether the request that was seen has an `Origin`; absent where no request was seen, or a browser's. */
  origin?: boolean;
  /** The user's name and password go along, as browsers send them with credentials only. */
  basic?: true;
  /** Who wrote the HAR that it is from: on that depends what is left out. */
  recorder?: "chromium" | "firefox" | "playwright" | "other";
  /** What became of it in the browser that sent it. */
  outcome?: "delivered" | "failed";
  /** The code that the browser has for the failure; Chromium's without `net::`. */
  error?: string;
  /** The browser has sent the request itself: its preflight passed, be it seen or not. */
  isSent?: true;
  isWebSocket?: true;
  /** A copied request that names no page: Chromium copies so what it never sent. */
  isUnsent?: true;
}

export interface Diagnosis {
  read: Piece[];
  /** One for each exchange or message that belongs together, the gravest first. */
  findings: Finding[];
}
