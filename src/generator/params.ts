import { isForbiddenMethod, isToken, maxAgeCaps, normalizeMethod } from "../rules/index.ts";

/** What a reader fills into a recipe. */
export interface RecipeParams {
  /** Serialized origins that may read the answers: `https://app.example.com`. */
  origins: readonly string[];
  methods: readonly string[];
  headers: readonly string[];
  credentials: boolean;
  /** How long a browser may keep the preflight's answer, in seconds. */
  maxAge: number;
}

/** What the recipes' files hold as they stand. */
export const defaultParams: RecipeParams = {
  origins: ["https://app.example.com"],
  methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  headers: ["Authorization", "Content-Type"],
  credentials: true,
  maxAge: 600,
};

/** The longest that any browser keeps a preflight's answer, in seconds: a day, in Firefox. */
export const longestMaxAge = Math.max(...Object.values(maxAgeCaps));

/** What a reader typed: lists are separated by commas or white space. */
export interface TypedParams {
  origins: string;
  methods: string;
  headers: string;
  credentials: boolean;
  maxAge: string;
}

export type ParamProblemCode =
  | "origin-missing"
  | "origin-wildcard"
  | "origin-null"
  | "origin-malformed"
  | "origin-with-path"
  | "method-missing"
  | "method-malformed"
  | "method-wildcard"
  | "method-forbidden"
  | "header-missing"
  | "header-malformed"
  | "header-wildcard"
  | "max-age-malformed"
  | "max-age-too-long";

/** What is wrong with a field, and the very item that is. */
export interface ParamProblem {
  field: keyof RecipeParams;
  code: ParamProblemCode;
  value: string;
}

// Names and addresses that DNS or a system can resolve; the URL Standard would let in more, such as quotes.
const ORIGIN = /^([a-z][a-z0-9+.-]*):\/\/([a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/;
const MISSING = { origins: "origin-missing", methods: "method-missing", headers: "header-missing" } as const;

/**
 * Reads what a reader typed. Nothing is dropped in silence: each item that cannot stand in a recipe
 * is named, and then there are no parameters.
 * @returns `params` without problems, or `problems`, one for each item that is wrong
 */
export function readParams(typed: TypedParams): { params?: RecipeParams; problems: ParamProblem[] } {
  const problems: ParamProblem[] = [];
  const read = <T>(field: keyof RecipeParams, items: string[], readItem: (item: string) => T | ParamProblemCode) =>
    items.flatMap((value): T[] => {
      const result = readItem(value);
      if (!isProblemCode(result)) return [result];
      problems.push({ field, code: result, value });
      return [];
    });

  // Some libraries take an empty list for no list, and then allow whatever is asked for.
  const readList = <T>(field: keyof typeof MISSING, readItem: (item: string) => T | ParamProblemCode) => {
    const items = listed(typed[field]);
    if (items.length === 0) problems.push({ field, code: MISSING[field], value: "" });
    return read(field, items, readItem);
  };

  const origins = readList("origins", readOrigin);
  const methods = readList("methods", readMethod);
  const headers = readList("headers", readHeader);
  const [maxAge = 0] = read("maxAge", [typed.maxAge.trim()], readMaxAge);
  if (problems.length > 0) return { problems };
  return {
    params: {
      origins: [...new Set(origins.map(({ origin }) => origin))],
      methods: [...new Set(methods.map(({ method }) => method))],
      headers: unique(headers.map(({ header }) => header)),
      credentials: typed.credentials,
      maxAge,
    },
    problems,
  };
}

/** @returns how a reader would type these parameters */
export function typedParams({ origins, methods, headers, credentials, maxAge }: RecipeParams): TypedParams {
  return {
    origins: origins.join(", "),
    methods: methods.join(", "),
    headers: headers.join(", "),
    credentials,
    maxAge: String(maxAge),
  };
}

function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function readOrigin(text: string): { origin: string } | ParamProblemCode {
  if (text === "*") return "origin-wildcard";
  if (text === "null") return "origin-null";
  const written = serialized(text);
  if (written === undefined) return "origin-malformed";
  return written === "path" ? "origin-with-path" : { origin: written };
}

/**
 * A browser sends an origin in lower case, without its scheme's own port, and a host name outside
 * ASCII as Punycode: https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
function serialized(text: string): string | "path" | undefined {
  if (!/^[^/?#@]+:\/\/[^?#@]+$/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.pathname.length > 1) return "path";
  const origin = url.host === "" ? text : `${url.protocol}//${url.host}`;
  const parts = ORIGIN.exec(origin);
  return parts && Number(parts[3] ?? 0) <= 65_535 ? origin : undefined;
}

function readMethod(text: string): { method: string } | ParamProblemCode {
  if (text === "*") return "method-wildcard";
  if (!isToken(text)) return "method-malformed";
  if (isForbiddenMethod(text)) return "method-forbidden";
  return { method: normalizeMethod(text) };
}

function readHeader(text: string): { header: string } | ParamProblemCode {
  if (text === "*") return "header-wildcard";
  return isToken(text) ? { header: text } : "header-malformed";
}

function readMaxAge(text: string): number | ParamProblemCode {
  if (!/^\d+$/.test(text)) return "max-age-malformed";
  return Number(text) > longestMaxAge ? "max-age-too-long" : Number(text);
}

function isProblemCode(result: unknown): result is ParamProblemCode {
  return typeof result === "string";
}

/** Header names are the same in any case; the first spelling stays. */
function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
