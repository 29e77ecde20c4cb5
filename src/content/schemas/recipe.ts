import { z } from "astro/zod";
import { suiteLines } from "../../generator/suiteLines.ts";
import { type Syntax, syntaxes } from "../../generator/syntaxes.ts";
import { date } from "./date.ts";
import { inLanguages } from "./inLanguages.ts";

const text = z.string().trim().min(1);
const command = z.array(text).min(1);
const inEachLanguage = z.strictObject(inLanguages(text));

const suiteLine = z.enum(suiteLines);

const value = z.enum(["origins", "methods", "headers", "credentials", "maxAge"]);

const slot = z.strictObject({
  value,
  text: z.string().min(1),
  as: z.enum(Object.keys(syntaxes) as [Syntax, ...Syntax[]]).optional(),
  join: z.string().optional(),
  line: z.boolean().optional(),
  off: z.string().optional(),
});

const common = {
  /** As readers know it, in English; a language's words can call it otherwise. */
  name: text,
  /** The software and its major version. */
  stack: text,
  /** Where the list of recipes has it. */
  group: z.enum([
    "JavaScript",
    "Python",
    "PHP",
    "Ruby",
    "Go",
    "Rust",
    "Java",
    ".NET",
    "Elixir",
    "Swift",
    "R",
    "proxies",
    "cloud",
    "applications",
    "development",
  ]),
  kind: z.enum(["server", "proxy", "tool"]),
  /** The file with the CORS part, which is its region `cors`; a file that can hold no marks is that part as a whole. */
  main: text,
  /** What Shiki calls the file's language. */
  language: text,
  /** The reader's commands. */
  install: text.optional(),
  start: text.optional(),
  slots: z.array(slot).default([]),
  /** The reader's values that the software has no setting for, so that no slot holds them. */
  unset: z.array(value).default([]),
  /** Ids of the causes that the recipe mends and prevents. */
  prevents: z.array(text).min(1),
  /** Where the software's own makers say how. */
  docs: z.array(z.url()).min(1),
};

/** How the suite starts a recipe. `{port}`, `{upstream}` (host:port), `{upstreamPort}` and `{folder}` stand for what it picks. */
const run = z.strictObject({
  /** `npm`: the folder's package.json. Otherwise Debian's packages. */
  needs: z.union([z.literal("npm"), z.array(text).min(1)]),
  command,
  env: z.record(z.string(), z.string()).default({}),
  /** Commands to run first, in the folder. */
  build: z.array(command).default([]),
  /** Texts of the main file that give way: each is there exactly once. */
  replace: z.record(z.string(), z.string()).default({}),
  /** What stands behind a proxy: an application without CORS headers, or one that sends them. */
  upstream: z.enum(["plain", "cors"]).optional(),
  /** What to call, and how to learn its version: `npm:express`, or a command that prints it. */
  versions: z.record(z.string(), z.union([z.string().regex(/^npm:/), command])),
  /** Seconds that a start, with its build, may take: a guard against what never starts, on a machine however busy. */
  patience: z.number().int().positive().default(300),
});

/** What people paste: it stands in for the main file, and these lines of the suite fail with it. */
const broken = z.strictObject({
  file: text,
  /** The lines of the suite that fail, exactly. Empty where it does not start. */
  fails: z.array(suiteLine).default([]),
  /** A part of what it prints where it does not start. */
  stops: text.optional(),
  /** Ids of the causes that the rules find in what it answers. */
  causes: z.array(text).default([]),
});

const unrun = {
  /** Why the suite does not run it, and what is done instead; pages say it. */
  why: inEachLanguage,
  broken: z.strictObject({ file: text, causes: z.array(text).default([]) }).optional(),
};

/** What a recipe is: a server, or something beside one, whose files the pages show. */
export const recipeSchema = z.discriminatedUnion("runs", [
  z.strictObject({
    ...common,
    /** The suite starts it and asks it what a browser would. */
    runs: z.literal(true),
    run,
    broken,
    /** Lines of the suite that the software cannot hold; its page says why, under {#limits}. */
    cannot: z.array(suiteLine).default([]),
  }),
  z.strictObject({
    ...common,
    /** The suite's questions do not fit it, and a test of its own runs it. */
    runs: z.literal("apart"),
    ...unrun,
  }),
  z.strictObject({
    ...common,
    /** It cannot be run: it rests on what its makers say. */
    runs: z.literal(false),
    /** The day on which its makers' documentation was read. */
    read: date,
    ...unrun,
  }),
]);
export type RecipeData = z.infer<typeof recipeSchema>;
export type RunningRecipe = Extract<RecipeData, { runs: true }>;
