import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countWork } from "../../../tests/support/countWork.ts";
import { ContentFolder } from "./context.ts";
import { checkContent } from "./index.ts";

/** Work is counted, not timed: each file that is read, each body and each YAML that is parsed. */
const work = vi.hoisted(() => ({ files: 0, bodies: 0, yaml: 0 }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return {
    ...fs,
    readFileSync: (...args: Parameters<typeof fs.readFileSync>) => {
      work.files++;
      return fs.readFileSync(...args);
    },
  };
});
vi.mock("satteri", async (original) => {
  const satteri = await original<typeof import("satteri")>();
  return {
    ...satteri,
    mdxToMdast: (...args: Parameters<typeof satteri.mdxToMdast>) => {
      work.bodies++;
      return satteri.mdxToMdast(...args);
    },
  };
});
vi.mock("yaml", async (original) => {
  const yaml = await original<typeof import("yaml")>();
  return {
    ...yaml,
    parseDocument: (...args: Parameters<typeof yaml.parseDocument>) => {
      work.yaml++;
      return yaml.parseDocument(...args);
    },
  };
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "growth-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes so many guides, each in two languages, each linking to the next. */
function writeGuides(count: number): void {
  const [en, ja] = ["en", "ja"].map((language) =>
    readFileSync(`tests/fixtures/content/guides/fixture-whole/${language}.mdx`, "utf8"),
  ) as [string, string];
  for (let index = 0; index < count; index++) {
    const folder = join(root, `content/guides/guide-${index}`);
    mkdirSync(folder, { recursive: true });
    const next = `guide-${(index + 1) % count}`;
    for (const [language, text] of Object.entries({ en, ja })) {
      const own = text
        .replace(/^title: .*/m, `title: Guide ${language} ${index}`)
        .replace(/^source: .*/m, "source: en")
        .replace(/^related: .*/m, `related: [${next}]`);
      writeFileSync(join(folder, `${language}.mdx`), `${own}\n[x](guide:${next}#second)\n`);
    }
  }
}

/** Checks so many guides, and says what that took. */
function workOf(count: number): typeof work {
  writeGuides(count);
  Object.assign(work, { files: 0, bodies: 0, yaml: 0 });
  checkContent(new ContentFolder(root));
  return { ...work };
}

test("each file is read and parsed once, however many there are that lead to it", () => {
  const few = workOf(5);
  const many = workOf(50);
  expect(many.files - few.files).toBe(2 * 45);
  expect(many.bodies - few.bodies).toBe(2 * 45);
  expect(many.yaml - few.yaml).toBe(2 * 45);
});

test("a thousand guides take no more for each than a hundred do", { timeout: 300_000 }, () => {
  for (const list of ["tags.yaml", "categories.yaml", "glossary.yaml"])
    cpSync(join("tests/fixtures/content", list), join(root, "content", list));
  cpSync("content/recipes/express", join(root, "content/recipes/express"), { recursive: true });
  const check = (count: number) => {
    writeGuides(count);
    return countWork(() => checkContent(new ContentFolder(root)));
  };
  // What is made ready once, in the first look.
  check(1);
  const [few, more, many] = [110, 200, 1_000].map(check) as [number, number, number];
  // What is read once, however many guides there are, is in each of the three. Longer numbers have a letter more.
  expect((many - more) / 800).toBeLessThan(1.02 * ((more - few) / 90));
});
