import type { Api, BodyKind, CredentialsMode, Engine, HeaderLine, RequestMode } from "../../rules/index.ts";

/** A request as the input shows it. */
export interface SeenRequest {
  method: string;
  /** Absolute; `null` where only a part of it was seen. */
  url: string | null;
  headers: HeaderLine[];
  /** Of a request line: what stands in it, the URL that the command before it named, and whether TLS was seen below it. */
  target?: { text: string; known: string | null; tls: boolean | undefined };
  /** Of a browser's request or of source code; what a tool sends says nothing of it. */
  credentials?: CredentialsMode;
  mode?: RequestMode;
  api?: Api;
  body?: BodyKind;
  uploadListener?: boolean;
}

/** An answer as the input shows it. */
export interface SeenResponse {
  /** `null` where only its headers were seen. */
  status: number | null;
  /** The words behind the status. */
  reason?: string;
  headers: HeaderLine[];
  /** Its beginning. */
  body: string;
}

/** Whence a request is that no tool sent: out of a browser's menu, or out of source code. */
export type Copy = "menu" | "source";

/** One request with its answer, or one half of them. */
export interface Hop {
  request?: SeenRequest;
  response?: SeenResponse;
  /** The method that the answer came to, where that is all that was seen of the request. */
  answers?: string;
  /** Why nothing came back. */
  failure?: "no-connection" | "certificate";
  form: string;
  kind: "exchange" | "copied-request";
  copy?: Copy;
  engine?: Engine;
  from: number;
  to: number;
}

/** A command, or a call in source code, that asks a server. */
export interface Command {
  /** None where it turned out to be none: then nothing before its end is one either. */
  requests: SeenRequest[];
  /** What it is, such as `Copy as PowerShell`. */
  form: string;
  engine?: Engine;
  copy?: Copy;
  /** Where it ends in the input. */
  to: number;
}

/** More of a body than this names no fault. */
export const BODY_LENGTH = 2000;
