import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
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

/** Checks so many guides, each in two languages, each linking to the next, and says what that took. */
function workOf(count: number): typeof work {
  const [en, ja] = ["en", "ja"].map((language) =>
    readFileSync(`tests/fixtures/content/guides/fixture-whole/${language}.mdx`, "utf8"),
  ) as [string, string];
  for (let index = 0; index < count; index++) {
    const folder = join(root, `content/guides/guide-${index}`);
    mkdirSync(folder, { recursive: true });
    const next = `[x](guide:guide-${(index + 1) % count}#second)`;
    writeFileSync(join(folder, "en.mdx"), `${en}\n${next}\n`);
    writeFileSync(join(folder, "ja.mdx"), `${ja}\n${next}\n`);
  }
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
