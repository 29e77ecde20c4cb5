import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeRandom, takeRuns, takeSeed } from "../../scripts/support/seed.ts";
import { forgetContentIds } from "../content/ids.ts";
import { renderedTexts, setRenderedTexts } from "../content/rendered/registry.ts";
import { textRenderer } from "../markdown/parts.ts";
import { renderTexts } from "./renderTexts.ts";

let root: string;
const log = vi.fn();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "texts-"));
  vi.spyOn(process, "cwd").mockReturnValue(root);
  for (const [file, text] of Object.entries(sound)) write(file, text);
  cpSync(join(import.meta.dirname, "../../content/recipes/express"), join(root, "content/recipes/express"), {
    recursive: true,
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  setRenderedTexts(undefined);
  rmSync(root, { recursive: true });
});
afterAll(forgetContentIds);

const guide = (body: string) => `---\ntitle: A guide\n---\n\n${body}\n`;
/** What a text can be made from: itself, recipes, and what it names. */
const sound = {
  "package-lock.json": "{}",
  "content/glossary.yaml": "- { id: preflight }\n- { id: cors }\n",
  "content/guides/first/en.mdx": guide(
    'A [link](guide:second), a [term](term:cors).\n\n<Note>\n\nAnd *more*.\n\n</Note>\n\n```js recipe="express/server.js#cors"\n```',
  ),
  "content/guides/first/ja.mdx": guide('文。\n\n```js recipe="express/server.js#cors"\n```'),
  "content/guides/second/en.mdx": guide("## A heading\n\nA [cause](cause:null-origin)."),
};

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(root, file), "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing in ${file} is ${from}.`);
  write(file, after);
}

/** Renders as a build does. @returns each text, or why there is none; and what was said */
async function build(): Promise<{ texts: Record<string, unknown> | string; said: string }> {
  forgetContentIds();
  log.mockClear();
  const setUp = renderTexts(textRenderer).hooks["astro:config:setup"];
  try {
    await setUp?.({ command: "build", config: { root: pathToFileURL(`${root}/`) }, logger: { info: log } } as never);
  } catch (error) {
    return { texts: (error as Error).message, said: "" };
  }
  const texts = renderedTexts();
  const files = [...Object.keys(sound).filter((file) => file.endsWith(".mdx")), "content/recipes/express/en.md"];
  const shown = await Promise.all(files.map(async (file) => [file, await texts?.read(file)]));
  return { texts: Object.fromEntries(shown), said: String(log.mock.lastCall) };
}

/** The same with nothing kept. */
async function buildAnew() {
  const [kept, aside] = [join(root, ".cache"), join(root, ".cache-aside")];
  renameSync(kept, aside);
  const built = await build();
  rmSync(kept, { recursive: true, force: true });
  renameSync(aside, kept);
  return built;
}

const html = (texts: Record<string, unknown> | string, file: string) =>
  JSON.stringify(texts[file as keyof typeof texts]);

test("a text is rendered once, and again where it has changed", async () => {
  expect((await build()).said).toMatch(/^(\d+) texts, \1 of them/);
  expect((await build()).said).toContain(" 0 of them");
  change("content/guides/second/en.mdx", "A heading", "Another");
  const { texts, said } = await build();
  expect(said).toContain(" 1 of them");
  expect(html(texts, "content/guides/second/en.mdx")).toContain('id=\\"another\\"');
});

describe("a text is rendered again where this has changed:", () => {
  test.each<[what: string, edit: () => void, shown: string]>([
    [
      "a recipe's part that it shows",
      () => change("content/recipes/express/server.js", /(#region cors.*\n)/, "$1added();\n"),
      "added",
    ],
    [
      "the translation of a comment in it",
      () => change("content/recipes/express/ja.md", /^( {2}"Exact origins.*": ).*$/m, "$1別の訳"),
      "別の訳",
    ],
    [
      "what stands elsewhere by its name",
      () => rmSync(join(root, "content/guides/second"), { recursive: true }),
      "does not exist",
    ],
    ["a term that it names", () => change("content/glossary.yaml", "id: cors", "id: other"), "does not exist"],
  ])("%s", async (_what, edit, shown) => {
    await build();
    edit();
    const { texts } = await build();
    expect(JSON.stringify(texts)).toContain(shown);
  });

  test("the version of what renders it", async () => {
    await build();
    write("package-lock.json", '{ "name": "another" }');
    expect((await build()).said).toMatch(/^(\d+) texts, \1 of them/);
  });
});

test("components stay apart, with what is in them", async () => {
  const { texts } = await build();
  const { parts } = (texts as Record<string, { parts: unknown[] }>)["content/guides/first/en.mdx"] ?? { parts: [] };
  expect(parts).toContainEqual({ name: "Note", props: {}, parts: ["<p>And <em>more</em>.</p>"] });
});

test.each([
  ["a picture", "![A](./a.png)"],
  ["an import", 'import a from "./a.ts"\n\nWords.'],
  ["an attribute that is computed", "<div title={1 + 1}>words</div>"],
  ["a slot with a name", '<Note><b slot="other">words</b></Note>'],
  ["an element of somebody's own", "<a-b><Note>words</Note></a-b>"],
])("what asks for %s is left to Astro", async (_what, body) => {
  write("content/guides/second/en.mdx", guide(body));
  const { texts } = await build();
  expect(html(texts, "content/guides/second/en.mdx")).toBeUndefined();
  expect(html(texts, "content/guides/first/en.mdx")).toBeDefined();
});

test("the faults of all texts are told at once, each with its file and line", async () => {
  write("content/guides/first/en.mdx", guide("[one](term:no-such-term)"));
  write("content/guides/second/en.mdx", guide("\n[two](cause:no-such-cause)"));
  const { texts } = await build();
  expect(texts).toContain("content/guides/first/en.mdx:5\n");
  expect(texts).toContain("content/guides/second/en.mdx:6\n");
});

test("a recipe that is named so that a build would not see it is a fault", async () => {
  write("content/guides/second/en.mdx", guide('```js recipe="express/server.js&num;cors"\n```'));
  expect((await build()).texts).toMatch(/^content\/guides\/second\/en\.mdx.*\n.*escapes.*\n {2}→ /);
});

test("after any edits there is what is rendered anew", async () => {
  const random = makeRandom(takeSeed("edits of texts"));
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const texts = Object.keys(sound).filter((file) => file.endsWith(".mdx")) as (keyof typeof sound)[];
  const bodies = ["[a](term:preflight)", "[a](recipe:express)", "![A](./a.png)", "<Note>a</Note>"];
  const edits: (() => void)[] = [
    () => write(pick(texts), sound[pick(texts)]),
    () => write(pick(texts), guide(pick(bodies))),
    () => change(pick(texts), /\n$/, `\nA sentence, ${random()}.\n`),
    () => write("content/glossary.yaml", pick(["- { id: preflight }\n", sound["content/glossary.yaml"]])),
    () => change("content/recipes/express/server.js", /(#region cors.*\n)/, `$1call(${random()});\n`),
    () => change("content/recipes/express/ja.md", /^( {2}"Exact origins.*": ).*$/m, `$1${random()}`),
  ];
  for (let run = 0; run < takeRuns(5); run++) {
    for (let edit = 0; edit < 3; edit++) pick(edits)();
    const kept = await build();
    expect(kept.texts).toEqual((await buildAnew()).texts);
  }
});
