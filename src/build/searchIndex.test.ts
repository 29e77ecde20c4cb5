import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { languages } from "../site.config.ts";
import { searchIndex } from "./searchIndex.ts";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "search-index-"));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const words = { synonyms: [], phrases: {}, phases: {}, phaseNames: {} };
const texts = {
  "zh-TW": "瀏覽器先送出預檢請求。",
  ja: "ブラウザーはプリフライトを送ります。",
  en: "The browser asks first.",
};

/** A site of one page a language, and of one more. */
function writeSite(dist: string, changed: Partial<typeof texts> = {}): void {
  for (const [language, text] of Object.entries({ ...texts, ...changed })) {
    for (const place of ["", "guides/one/"]) {
      const file = join(dist, language, place, "index.html");
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        `<html><body><main data-pagefind-body><h1>${text}</h1><p>${place}${text}</p></main></body></html>`,
      );
    }
    writeFileSync(join(dist, language, "search-words.json"), JSON.stringify(words));
  }
}

/** @returns what it says, and all files of the indexes */
async function build(name: string, changed?: Partial<typeof texts>) {
  const dist = join(project, name);
  writeSite(dist, changed);
  const said: string[] = [];
  const { hooks } = searchIndex();
  const options = {
    config: { root: pathToFileURL(`${project}/`) },
    dir: pathToFileURL(`${dist}/`),
    logger: { info: (line: string) => said.push(line) },
  };
  await hooks["astro:config:done"]?.(options as never);
  await hooks["astro:build:done"]?.(options as never);
  const folder = join(dist, "pagefind");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file))
    .sort();
  return { said, files: new Map(files.map((file) => [file.slice(folder.length), readFileSync(file, "base64")])) };
}

const as = (before: boolean) => (language: string) => `${language}: 2 places indexed${before ? ", as before" : ""}`;

test("an index is made anew where its language's pages have changed, and else is the one that was kept", async () => {
  const first = await build("first");
  expect(first.said).toEqual(languages.map(as(false)));
  expect(first.files.size).toBeGreaterThan(9);
  const again = await build("again");
  expect(again.said).toEqual(languages.map(as(true)));
  expect(again.files).toEqual(first.files);

  // As long as before.
  const edit = { ja: "ブラウザーはプリフライトを尋ねます。" };
  const edited = await build("edited", edit);
  expect(edited.said).toEqual(languages.map((language) => as(language !== "ja")(language)));
  rmSync(join(project, ".cache"), { recursive: true });
  expect(edited.files).toEqual((await build("clean", edit)).files);
});

test("one index a language is kept, however often pages change", async () => {
  for (const text of ["One.", "Two.", "Three."]) await build(text, { en: text });
  expect(readdirSync(join(project, ".cache/search"))).toHaveLength(languages.length);
});
