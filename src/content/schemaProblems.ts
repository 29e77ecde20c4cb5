import type { z } from "astro/zod";
import type { Problem } from "../problems.ts";
import { didYouMean, nearest } from "./nearest.ts";

/** A file in which values have lines. */
interface LinedFile {
  problem(path: readonly PropertyKey[], message: string, hint: string): Problem;
  valueAt(path: readonly PropertyKey[]): unknown;
}

/** How much of a value a message shows. */
const SHOWN = 60;

/**
 * What a schema says against a value, in our words. A misspelt field is one mistake, and not a stranger and one
 * that is missing.
 * @param at where in the file the value stands
 */
export function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  file: LinedFile,
  at: readonly PropertyKey[],
): Problem[] {
  const strangers = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({ key, path: issue.path })) : [],
  );
  const missing = issues.filter(
    (issue) => issue.code !== "unrecognized_keys" && file.valueAt([...at, ...issue.path]) === undefined,
  );
  const meant = new Map(
    strangers.map(({ key, path }) => [
      [...path, key].join("."),
      nearest(
        key,
        missing.filter((issue) => parentOf(issue.path) === path.join(".")).map(({ path }) => String(path.at(-1))),
      ),
    ]),
  );
  const spelt = new Set(
    strangers.flatMap(({ key, path }) => meant.get([...path, key].join(".")) ?? []).map((name) => name),
  );
  return issues.flatMap((issue): Problem[] => {
    const path = [...at, ...issue.path];
    const name = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => {
        const fields = [meant.get([...issue.path, key].join(".")) ?? [], fieldsOf(schema, issue.path)].flat();
        return file.problem(
          [...path, key],
          `There is no field "${key}".`,
          `${didYouMean(key, fields)}Remove it, or mend its spelling; src/content/schemas/ lists the fields.`,
        );
      });
    }
    const value = file.valueAt(path);
    if (value === undefined) {
      if (spelt.has(String(issue.path.at(-1)))) return [];
      return [
        file.problem(
          path,
          `The field "${name}" is missing.`,
          `Add "${name}:"; src/content/schemas/ says what it holds.`,
        ),
      ];
    }
    if (name === "") {
      return [
        file.problem(
          path,
          `Here stands ${shown(value)} instead of fields.`,
          'Write one field a line, each as "name: value"; src/content/schemas/ lists them.',
        ),
      ];
    }
    return [
      file.problem(
        path,
        `"${name}" is ${shown(value)}: ${textOf(issue, value)}`,
        `${suggestion(issue, value)}Change the value; src/content/schemas/ says what the field holds.`,
      ),
    ];
  });
}

function parentOf(path: readonly PropertyKey[]): string {
  return path.slice(0, -1).join(".");
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text; put it between quotes",
  boolean: "true or false",
  array: "a list: [one, two]",
  number: "a number",
  object: "fields, one a line",
  record: "fields, one a line",
};

/** A union's own message says nothing; the branch that speaks in our words does. */
function textOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_union": {
      if ("options" in issue && issue.options) return `must be one of ${issue.options.map(String).join(", ")}`;
      const messages = issue.errors.flat().map(({ message }) => message);
      return messages.find((message) => message.startsWith("must")) ?? messages.at(-1) ?? issue.message;
    }
    case "invalid_type":
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}`;
    case "too_small":
      if (issue.origin === "string") return "must not be empty";
      return `has ${countOf(value)}, and must have at least ${issue.minimum}`;
    case "too_big":
      return `has ${countOf(value)}, and may have at most ${issue.maximum}`;
    case "invalid_format":
      return issue.format === "url" ? "must be a full URL, starting with https://" : issue.message;
    default:
      return issue.message;
  }
}

function countOf(value: unknown): string {
  if (typeof value === "string") return `${value.length} characters`;
  return Array.isArray(value) ? `${value.length} entries` : String(value);
}

function suggestion(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code !== "invalid_value" || typeof value !== "string") return "";
  return didYouMean(value, issue.values.map(String));
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: readonly z.ZodType[];
  in?: z.ZodType;
}

/** The names of the fields that a schema has at a path. */
function fieldsOf(schema: z.ZodType | undefined, path: readonly PropertyKey[]): string[] {
  if (!schema) return [];
  const { shape, element, innerType, options, in: input } = schema._zod.def as unknown as Definition;
  if (innerType ?? input) return fieldsOf(innerType ?? input, path);
  if (options) return options.flatMap((option) => fieldsOf(option, path));
  if (path.length === 0) return Object.keys(shape ?? {});
  return fieldsOf(element ?? shape?.[String(path[0])], path.slice(1));
}
