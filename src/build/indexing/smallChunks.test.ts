import { decode } from "cborg";
import { close, createIndex, type IndexFile } from "pagefind";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPagefindFile } from "./pagefindFile.ts";
import { withSmallChunks } from "./smallChunks.ts";

type Chunk = [from: string, to: string, name: string];
type Word = [word: string, pages: [page: number, places: number[]][]];

let large: IndexFile[];
beforeAll(async () => {
  const { index } = await createIndex({ forceLanguage: "unknown" });
  const words = Array.from({ length: 4000 }, (_, i) => `w${i.toString(36)} prefix${i % 7} again`).join(" ");
  await index?.addHTMLFile({ url: "/a/", content: `<html><body><h1>Title</h1><p>${words}</p></body></html>` });
  await index?.addHTMLFile({ url: "/b/", content: `<html><body><p>${words} other 預 檢</p></body></html>` });
  large = (await index?.getFiles())?.files ?? [];
});
afterAll(() => close());

const read = <Content>(file: IndexFile | undefined) => decode(readPagefindFile(file as IndexFile)) as Content;
const chunksOf = (files: readonly IndexFile[]) => {
  const chunks = read<[string, unknown[], Chunk[]]>(files.find(({ path }) => path.endsWith(".pf_meta")))[2];
  return chunks.map(([from, to, name]) => {
    const [words] = read<[Word[]]>(files.find(({ path }) => path === `index/${name}.pf_index`));
    return { from, to, words };
  });
};

test("all words are there, in their order, in more chunks, each of which is named by its first and its last", () => {
  const before = chunksOf(large);
  const after = chunksOf(withSmallChunks(large));
  expect(after.length).toBeGreaterThan(2 * before.length);
  const wordsOf = (chunks: typeof before) => chunks.flatMap(({ words }) => words.map(([word]) => word));
  expect(wordsOf(after)).toEqual(wordsOf(before));
  for (const { from, to, words } of after) expect([from, to]).toEqual([words.at(0)?.[0], words.at(-1)?.[0]]);
});

test("words that begin alike are in one chunk", () => {
  const holding = chunksOf(withSmallChunks(large)).filter(({ words }) =>
    words.some(([word]) => word.startsWith("prefix")),
  );
  expect(holding.length).toBe(1);
});

test("a word that a page has thousands of times is noted a few times, with its first places", () => {
  const placesOf = (files: readonly IndexFile[]) =>
    chunksOf(files).flatMap(({ words }) => words.find(([word]) => word === "again")?.[1][0]?.[1] ?? []);
  const before = placesOf(large);
  const after = placesOf(withSmallChunks(large));
  expect(before.length).toBeGreaterThan(1000);
  expect(after.length).toBeLessThan(30);
  expect(after).toEqual(before.slice(0, after.length));
});

test("a word that one page in eight has is noted once of each, a rarer one a few times", async () => {
  const { index } = await createIndex({ forceLanguage: "unknown" });
  for (let page = 0; page < 10; page++) {
    const words = `${"often ".repeat(9)}${page === 0 ? "seldom ".repeat(9) : ""}`;
    await index?.addHTMLFile({ url: `/${page}/`, content: `<html><body><p>${words}</p></body></html>` });
  }
  const chunks = chunksOf(withSmallChunks((await index?.getFiles())?.files ?? []));
  const timesOf = (word: string) =>
    chunks
      .flatMap(({ words }) => words.filter(([name]) => name === word))
      .flatMap(([, pages]) => pages.map(([, places]) => places.filter((place) => place >= 0).length));
  expect(timesOf("often")).toEqual(Array(10).fill(1));
  expect(timesOf("seldom")).toEqual([4]);
});

test("what is none of Pagefind's files is refused, with what to do", () => {
  const broken = large.map((file) =>
    file.path.endsWith(".pf_meta") ? { ...file, content: new Uint8Array([1]) } : file,
  );
  expect(() => withSmallChunks(broken)).toThrow();
  expect(() => withSmallChunks([])).toThrow(/no metadata/);
});
