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

test("its modules import nothing but Node's own, and the rules and the diagnosis not even these", () => {
  const dist = join(packageIn(), "dist");
  const importsOf = (name: string) =>
    [...readFileSync(join(dist, name), "utf8").matchAll(/\b(?:from|import)\s*\(?["'`]([\w:./@-]+)["'`]/g)].map(
      ([, from]) => from ?? "",
    );
  const modules = readdirSync(dist).filter((name) => name.endsWith(".js"));
  expect(modules.flatMap(importsOf).filter((from) => !/^(?:\.\/|node:)/.test(from))).toEqual([]);
  const reached = new Set<string>();
  const reach = (name: string): string[] => {
    if (reached.has(name)) return [];
    reached.add(name);
    return importsOf(name).flatMap((from) => (from.startsWith("./") ? reach(from.slice(2)) : [from]));
  };
  expect([...reach("rules.js"), ...reach("diagnose.js")]).toEqual([]);
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
