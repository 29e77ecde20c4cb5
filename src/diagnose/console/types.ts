import type { Engine, FirefoxLanguage, MessageKey } from "../../rules/index.ts";
import type { NotCorsId, PieceKind } from "../types.ts";

/** What one line of a console, a panel or a server says. */
export interface Says {
  kind: PieceKind;
  engine?: Engine;
  language?: FirefoxLanguage;
  /** What is wrong with an answer; several where the line is cut off before it says which. */
  keys?: readonly MessageKey[];
  /** Whose answer fails, where the words say so. */
  phase?: "preflight" | "response";
  /** Causes that the line names without any exchange, best first. */
  causes?: readonly string[];
  notCors?: NotCorsId;
  /** Says that something failed, and not what. */
  empty?: true;
  /** Is cut off before it says why. */
  cut?: true;
  /** Says not even that: it stands there for requests that work, too. */
  nothing?: true;
  /** About what a service worker asked, whose console has the reason. */
  inWorker?: true;
  /** Names the request only: what was wrong stands in another line. */
  envelope?: true;
  url?: string;
  /** Where the request had gone first, and where its answer would have led it. */
  redirectedFrom?: string;
  redirectedTo?: string;
  origin?: string;
  method?: string;
  /** In lower case. */
  header?: string;
  /** What the answer's header holds, or the malformed part of it. */
  value?: string;
  /** Of the answer that fails. */
  status?: number;
  /** Of an answer that the script could read. */
  readStatus?: number;
  /** What asked, in Chromium's words: `fetch`, `XMLHttpRequest`, `font`. */
  api?: string;
  /** In somebody's own words. */
  loose?: true;
  /** Out of the browser's own cache. */
  cached?: true;
}

/** A line that was recognised, and where it stands in the input. */
export interface Line extends Says {
  from: number;
  to: number;
}

/** Lines of one exchange, put together. */
export interface Message extends Omit<Says, "kind" | "envelope"> {
  /** Indexes into the lines. */
  lines: number[];
  /** How often in a row Firefox said besides that the request did not succeed. */
  again?: number;
}
