import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json" with { type: "json" };
import { randomSets } from "../scripts/conformance/generatedLines.ts";
import { loadRecipes } from "../scripts/conformance/recipes.ts";
import { guideSchema } from "../src/content/schemas/guide.ts";
import { recipeRuns } from "../src/evidence/recipes.ts";
import { pages } from "../src/i18n/routes.ts";
import { causes, differences } from "../src/rules/index.ts";
import { scenarios } from "../src/scenarios/index.ts";

/** The documents that are held to what is there, as paths from the root. */
const documents = ["README.md", "CONTRIBUTING.md", ...globSync("docs/templates/*.md")].map((path) =>
  path.replaceAll("\\", "/"),
);
const text = Object.fromEntries(documents.map((path) => [path, readFileSync(path, "utf8")]));
const all = documents.map((path) => text[path]).join("\n");
const readme = text["README.md"] ?? "";

/** What every match of a pattern has in its first group, once each. */
const allOf = (pattern: RegExp, from = all) => [...new Set([...from.matchAll(pattern)].map(([, found = ""]) => found))];

/** What is written as code in a line. */
const inBackticks = allOf(/(?<!`)`([^`\n]+)`(?!`)/g);

const skipped = new Set(["node_modules", ".git", ".cache", ".astro", "dist"]);
/** Every file and folder, as `/src/rules/index.ts` and `/src/rules`. */
const tree = globSync("**", { exclude: (path) => skipped.has(path) }).map((path) => `/${path.replaceAll("\\", "/")}`);
/** What is there once a command has made it. */
const made = readFileSync(".gitignore", "utf8").split("\n").filter(Boolean);

/** Whether there is such a file or folder. A table may name it below another: its end is enough. `*` and `<id>` are any name. */
function isThere(path: string): boolean {
  if (existsSync(path) || made.some((ignored) => path.startsWith(ignored))) return true;
  const pattern = path
    .replace(/\/$/, "")
    .replace(/[.+()[\]{}]/g, "\\$&")
    .replace(/\*|<\w+>/g, "[^/]+");
  return tree.some((known) => new RegExp(`/${pattern}$`).test(known));
}

/** A heading's id, as forges make it. */
const idOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .replace(/\s/g, "-");

describe("what README.md, CONTRIBUTING.md and the templates name is there", () => {
  test("npm scripts; and each that there is is explained", () => {
    const named = [...allOf(/\bnpm run (\w+)/g), ...allOf(/\bnpm (start|test)\b/g)];
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
    expect(Object.keys(packageJson.scripts).filter((name) => !named.includes(name))).toEqual(["postinstall"]);
  });

  test("paths, in code and in what links lead to", () => {
    const names = inBackticks.filter((code) => /^[\w.*<>[\]/-]+$/.test(code) && !/^\.\w+$/.test(code));
    const paths = names.filter((code) => /^[^/].*\/|\.(?:ts|tsx|mjs|cjs|json|md|mdx|yaml|css|astro|txt)$/.test(code));
    const plain = allOf(/(?<![\w/.])((?:src|content|docs|public|scripts|tests)\/[\w./*<>[\]-]+[\w/>])/g);
    expect(paths.length).toBeGreaterThan(60);
    expect([...paths, ...plain].filter((path) => !isThere(path))).toEqual([]);
  });

  test("links within the documents", () => {
    const broken = documents.flatMap((document) =>
      allOf(/\]\((?!https?:)([^)\s]+)\)/g, text[document]).filter((link) => {
        const [path = "", id] = link.split("#");
        const target = path === "" ? document : join(dirname(document), path);
        if (!existsSync(target)) return true;
        return (
          id !== undefined &&
          !allOf(/^#+ (.+)$/gm, readFileSync(target, "utf8"))
            .map(idOf)
            .includes(id)
        );
      }),
    );
    expect(broken).toEqual([]);
  });

  test("scenarios, recipes, and what internal links lead to", () => {
    const scenarioIds = new Set(scenarios.map(({ id }) => id));
    expect(allOf(/--scenario ([\w-]+)/g).filter((id) => !scenarioIds.has(id))).toEqual([]);
    const recipes = readdirSync("content/recipes");
    expect(allOf(/npm run recipes -- (\w[\w-]*)/g).filter((id) => !recipes.includes(id))).toEqual([]);
    const terms = (parse(readFileSync("content/glossary.yaml", "utf8")) as { id: string }[]).map(({ id }) => id);
    const targets: Record<string, readonly string[]> = {
      guide: readdirSync("content/guides"),
      cause: causes.map(({ id }) => id),
      recipe: recipes,
      term: terms,
      page: pages,
    };
    const links = allOf(/`((?:guide|cause|recipe|term|page):[\w-]+)`/g);
    expect(links.length).toBeGreaterThanOrEqual(Object.keys(targets).length);
    for (const link of links) {
      const [kind = "", id] = link.split(":");
      expect(targets[kind], link).toContain(id);
    }
  });

  test("variables of the environment", () => {
    const code = globSync("{scripts,src,tests}/**/*.{ts,cjs}").filter((path) => !path.endsWith("readme.test.ts"));
    const sources = code.map((path) => readFileSync(path, "utf8")).join("\n");
    const inCode = inBackticks.filter((name) => /^[A-Z]+(?:_[A-Z]+)*$/.test(name));
    const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);
    const named = [...inCode, ...allOf(/\b([A-Z][A-Z_]+)=\S/g)].filter((name) => !methods.has(name));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !new RegExp(`env\\.${name}\\b|\\("${name}"`).test(sources))).toEqual([]);
  });

  test("components, each used by a guide", () => {
    const guides = globSync("content/guides/*/*.mdx")
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const components = allOf(/^ *\| `<([A-Z]\w+)/gm, readme);
    expect(components.length).toBeGreaterThan(3);
    expect(components.filter((name) => !guides.includes(`<${name}`))).toEqual([]);
  });

  test("the frontmatter of a guide, and what it names", () => {
    const example = /```yaml\n\s*---\n(.*?)\n\s*---\n\s*```/s.exec(readme)?.[1] ?? "";
    const guide = guideSchema.parse(parse(example));
    const idsIn = (file: string) => (parse(readFileSync(file, "utf8")) as { id: string }[]).map(({ id }) => id);
    expect(idsIn("content/tags.yaml")).toEqual(expect.arrayContaining(guide.tags));
    expect(idsIn("content/categories.yaml")).toContain(guide.category);
    expect(causes.map(({ id }) => id)).toEqual(expect.arrayContaining(guide.causes));
    expect(readdirSync("content/recipes")).toEqual(expect.arrayContaining(guide.recipes));
    expect(readdirSync("content/guides")).toEqual(expect.arrayContaining(guide.related));
  });
});

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inWords = (count: number) => words[count] ?? String(count);
const grouped = (count: number) => count.toLocaleString("en");

const recipes = loadRecipes();
const ownTests = recipes.filter(
  ({ id, runs }) => runs === "apart" || (runs === false && isThere(`conformance/${id}.test.ts`)),
);
const recorded = recipes.filter(({ id }) => recipeRuns[id] !== undefined).length;
const readsOf = (pattern: RegExp, path: string) =>
  Number(pattern.exec(readFileSync(path, "utf8"))?.[1]?.replaceAll("_", ""));

const generatedIn = (engine: string) =>
  String(readsOf(/agreesOnGenerated\("\w+", (\d+)\)/, `tests/browser/generated/${engine}.test.ts`));

describe("numbers are those that the code has", () => {
  const counted = {
    "what the list of parts holds": [/with (\w+) parts:/, inWords(allOf(/^- \*\*(\w+)\*\*:/gm, readme).length)],
    causes: [/(\d+) causes/, String(causes.length)],
    "recipes with words": [/(\d+) recipes/, String(recipes.length)],
    differences: [/the (\d+) places where these engines/, String(differences.length)],
    scenarios: [/([\d,]+) named exchanges/, grouped(scenarios.length)],
    "generated requests and answers in Chromium": [/(\d+) generated requests/, generatedIn("chromium")],
    "generated requests and answers in the others": [/(\d+) in each of the others/, generatedIn("firefox")],
    "the same in WebKit": [/(\d+) in each of the others/, generatedIn("webkit")],
    "random sets of parameters": [/(\d+) random sets/, String(randomSets)],
    "recipes that are recorded": [/(\d+) of the \d+ hold the suite/, String(recorded)],
    recipes: [/\d+ of the (\d+) hold the suite/, String(recipes.length)],
    "recipes with tests of their own": [/(\w+) have tests of their own/, inWords(ownTests.length)],
    "recipes that cannot be run": [/(\w+) cannot be run here/, inWords(recipes.length - recorded - ownTests.length)],
    "the oldest Node": [/Node\]\(\S+\) (\d+) or newer/, packageJson.engines.node.replace(">=", "")],
    "the port": [/127\.0\.0\.1:(\d+)/, String(readsOf(/process\.env\.PORT \|\| "(\d+)"/, "scripts/start.ts"))],
    "entries that the content's cost is counted with": [
      /what ([\d,]+) entries cost/,
      grouped(readsOf(/await readsOf\(build, (\d+_000), 10 /, "src/content/scale.test.ts")),
    ],
  } satisfies Record<string, [RegExp, string]>;

  test.each(Object.entries(counted))("%s", (_name, [pattern, count]) => {
    const said = [...all.matchAll(new RegExp(pattern, "g"))].map(([, number]) => number);
    expect(said.length).toBeGreaterThan(0);
    for (const number of said) expect(number).toBe(count);
  });
});
