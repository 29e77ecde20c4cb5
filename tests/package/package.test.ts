import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
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

test("what the environment calls the address of another site changes nothing", async () => {
  const env = { SITE_URL: "not a URL", BASE_PATH: "nor a path" };
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

test("every public function and type has its page", () => {
  const pages = readdirSync(join(packageIn(), "docs"), { recursive: true, encoding: "utf8" });
  for (const entry of ["rules", "diagnose", "audit", "matchers"]) {
    const index = readFileSync(join(packageIn(), "docs", entry, "README.md"), "utf8");
    const linked = [...index.matchAll(/\]\(([\w-]+\/[\w-]+\.md)\)/g)].map(([, path]) => `${entry}/${path}`);
    expect(linked.length).toBeGreaterThan(2);
    expect(linked.filter((path) => !pages.includes(path))).toEqual([]);
  }
});
