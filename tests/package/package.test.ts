import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../src/i18n/languages.ts";
import { installed, mayRun, packedFile, programOf, runCommand } from "../support/packedPackage.ts";

/** The package as somebody has it who installs it in an empty folder. */
let folder: string;
beforeAll(async () => {
  folder = await installed();
});

const packageIn = () => join(folder, "node_modules/preflight-guide");

test("it is under 300 KB, and brings nothing else along", () => {
  expect(statSync(packedFile()).size).toBeLessThan(300_000);
  const names = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
  expect(names).toEqual(["preflight-guide"]);
  const manifest = JSON.parse(readFileSync(join(packageIn(), "package.json"), "utf8"));
  expect(manifest).not.toHaveProperty("dependencies");
  expect(manifest).not.toHaveProperty("scripts");
});

/** What a module of the package imports: always, or when it is called for. */
const importsOf = (name: string, form: RegExp) =>
  [...readFileSync(join(packageIn(), "dist", name), "utf8").matchAll(form)].map(([, from = ""]) => from);
const IMPORT = /\b(?:from|import)\s*\(?["'`]([\w:./@~-]+)["'`]/g;
const IMPORT_ALWAYS = /\b(?:from|import)\s*["'`]([\w:./@~-]+)["'`]/g;

/** All modules that are loaded with one, itself among them, and what they import from elsewhere. */
function loadedWith(name: string, form: RegExp): Set<string> {
  const loaded = new Set<string>();
  const load = (each: string) => {
    if (loaded.has(each)) return;
    loaded.add(each);
    if (!each.startsWith("node:")) for (const from of importsOf(each, form)) load(from.replace("./", ""));
  };
  load(name);
  return loaded;
}

test("its modules import nothing but Node's own, and the rules and the diagnosis not even these", () => {
  const modules = readdirSync(join(packageIn(), "dist")).filter((name) => name.endsWith(".js"));
  const imported = modules.flatMap((name) => importsOf(name, IMPORT));
  expect(imported.filter((from) => !/^(?:\.\/|node:)/.test(from))).toEqual([]);
  const pure = [...loadedWith("rules.js", IMPORT), ...loadedWith("diagnose.js", IMPORT)];
  expect(pure.filter((name) => name.startsWith("node:"))).toEqual([]);
});

/** Most of what a start takes is to load files: one that the help does not need would be waited for by everybody. */
test("to start, it loads little, and neither the rules nor what speaks HTTP", () => {
  const loaded = [...loadedWith("bin.js", IMPORT_ALWAYS)];
  const own = loaded.filter((name) => !name.startsWith("node:"));
  expect(own).toHaveLength(2);
  expect(own).not.toContain(importsOf("rules.js", IMPORT)[0]?.replace("./", ""));
  expect(loaded).not.toContain("node:http");
  const bytes = own.map((name) => statSync(join(packageIn(), "dist", name)).size);
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(60_000);
});

/** Prints each module that a run loads, as Node loads it. */
const PRINT_LOADED = `
  import { registerHooks } from "node:module";
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  process.on("exit", () => process.stderr.write(JSON.stringify(loaded)));
`;

/**
 * What a command takes of the processor is the loading of its files: of 8 that have 210 KB together, a run of `check`
 * took 56 ms on the machine where an empty program takes 21.
 */
test.for([
  { args: ["check", "https://api.example.com/items", "--method", "PUT"], asks: false },
  { args: ["explain", "-"], asks: false },
  { args: ["probe", "http://127.0.0.1:1/"], asks: true },
  { args: ["audit", "http://127.0.0.1:1/", "--origin", "https://app.example.com"], asks: true },
])("$args.0 loads what it needs", async ({ args, asks }) => {
  const hook = join(folder, "print-loaded.mjs");
  writeFileSync(hook, PRINT_LOADED);
  const { err } = await runCommand(folder, args, { env: { NODE_OPTIONS: `--import=${hook}` } });
  const loaded: string[] = JSON.parse(err);
  const own = loaded.filter((url) => url.startsWith("file:"));
  expect(own.length).toBeLessThanOrEqual(9);
  const bytes = own.reduce((sum, url) => sum + statSync(new URL(url)).size, 0);
  expect(bytes).toBeLessThan(300_000);
  // What speaks HTTP is for those that ask.
  expect(loaded.some((url) => /^node:(?:https?|http2|net|tls)$/.test(url))).toBe(asks);
});

test("what the environment calls the address of another site changes nothing", async () => {
  const env = { SITE_URL: "not a URL", BASE_PATH: "nor a path", LAB_URL: "nor a lab" };
  const checked = await runCommand(folder, ["check", "https://api.example.com/", "--method", "TRACE"], { env });
  expect(checked).toMatchObject({ status: 1, err: "" });
});

test.for(["node 20", "node 22", "the project's Node"] as const)("it runs in %s", async (runtime, { skip }) => {
  if (runtime !== "the project's Node") skip(!mayRun(runtime));
  const node = runtime === "the project's Node" ? process.execPath : await programOf(runtime);
  const run = (...args: string[]) => runCommand(folder, args, { node });
  const { version } = JSON.parse(readFileSync(join(packageIn(), "package.json"), "utf8"));
  expect(await run("--version")).toEqual({ status: 0, out: `${version}\n`, err: "" });
  const checked = await run("check", "https://api.example.com/items", "--method", "PUT", "--json");
  expect(checked).toMatchObject({ status: 0, err: "" });
  expect(JSON.parse(checked.out).preflight.outcome).toBe("preflight");
  // Nobody listens at this port.
  expect(await run("probe", "http://127.0.0.1:1/")).toMatchObject({ status: 1, err: "" });
});

describe.each(languages)("in %s", (lang) => {
  test("each command explains itself", async () => {
    for (const command of [[], ["probe"], ["explain"], ["audit"], ["check"]]) {
      const { status, out, err } = await runCommand(folder, [...command, "--help", "--lang", lang]);
      expect({ status, err }).toEqual({ status: 0, err: "" });
      if (lang === "en") continue;
      // Of English words only names are left: of the command, its options, and what they may be.
      expect(out).not.toMatch(/\b(?:Usage|Options|Commands|Arguments|default|print|one of)\b/);
    }
  });

  test("a mistake is named, on standard error", async () => {
    const wrong = await runCommand(folder, ["probe", "ws://api.example.com/"], {
      env: { LANG: `${lang.replace("-", "_")}.UTF-8` },
    });
    expect(wrong).toMatchObject({ status: 3, out: "" });
    expect(wrong.err).toContain("WebSocket");
  });
});

test("every name that an entry exports has its page, which the index leads to and which says what it is", () => {
  const { exports } = JSON.parse(readFileSync(join(packageIn(), "package.json"), "utf8"));
  const entries = Object.entries<{ types?: string }>(exports).filter(([, { types }]) => types !== undefined);
  const declared = entries.map(([name, { types = "" }]) => ({ entry: name.slice(2), file: join(packageIn(), types) }));
  const files = declared.map(({ file }) => file);
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 });
  const checker = program.getTypeChecker();
  for (const { entry, file } of declared) {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    const names = symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : [];
    expect(names.length).toBeGreaterThan(5);
    const docs = join(packageIn(), "docs", entry);
    const index = readFileSync(join(docs, "README.md"), "utf8");
    const linked = new Map(
      [...index.matchAll(/\[([\w-]+)\]\(([\w-]+\/[\w-]+\.md)\)/g)].map(([, name, path]) => [name, path]),
    );
    expect(names.filter((name) => !linked.has(name))).toEqual([]);
    for (const [name, path = ""] of linked) {
      // Of a type, that it is what an object of the sources has says nothing to who has not got these.
      const page = readFileSync(join(docs, path), "utf8");
      expect(page, `${entry}: ${name}`).not.toMatch(/= .*(?:\*typeof\*|\btypeof\b)/);
      expect(page.replace(/^(?:#|> ).*$/gm, "").trim(), `${entry}: ${name} has no docstring.`).not.toBe("");
    }
  }
});
