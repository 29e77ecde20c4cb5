import { createHash } from "node:crypto";
import { decode, encode } from "cborg";
import type { IndexFile } from "pagefind";
import { isCjk } from "../../search/cut.ts";
import { beginningOf } from "../../search/textIndex.ts";
import { readPagefindFile, writePagefindFile } from "./pagefindFile.ts";

/**
 * How many bytes of words a chunk of the index has, before it is compressed. Whoever searches for a word loads its
 * chunk. Pagefind makes them of 50 KB, for which it has no option.
 */
const CHUNK = 2_500;

/**
 * So many times a word is noted of a page, for each weight that it has there: once more hardly counts, and an excerpt
 * needs few. Where thousands of pages have a word, what Pagefind answers is mostly its places.
 */
const TIMES = 4;

/** A word that one page in so many has says little of any of them: once is enough. */
const COMMON = 8;

/** A word, and on which pages it stands. */
type Word = readonly [word: string, pages: OnPage[], ...rest: unknown[]];
/** A page, by how many pages it comes after the last one, and where the word stands there: behind each weight, which is negative, the places. */
type OnPage = readonly [page: number, places: number[], ...rest: unknown[]];
/** The file that is loaded first. */
type Meta = readonly [version: string, pages: unknown[], chunks: Chunk[], ...rest: unknown[]];
/** The first and the last word of a chunk, and what its file is called. */
type Chunk = readonly [from: string, to: string, name: string];

/**
 * Cuts an index into smaller chunks. Words that begin alike stay in one, so that what is found for the beginning of a
 * word does not depend on what was asked before.
 * @param files an index as Pagefind writes it
 * @throws where it is none
 */
export function withSmallChunks(files: readonly IndexFile[]): IndexFile[] {
  const meta = files.find(({ path }) => path.endsWith(".pf_meta"));
  if (!meta) throw new Error("Pagefind has written no metadata.\nSee whether its files are called otherwise by now.");
  const [version, pages, large, ...rest] = read(meta) as Meta;
  const byPath = new Map(files.map((file) => [file.path, file]));
  const words = large
    .flatMap(([, , name]) => (read(byPath.get(pathOf(name)) as IndexFile) as [Word[]])[0])
    .map(
      ([word, on, ...rest]): Word => [
        word,
        // Of single characters words are put together, by their places.
        isCjk(word) && word.length === 1
          ? on
          : on.map(([page, at, ...more]) => [
              page,
              firstOf(at, on.length * COMMON > pages.length ? 1 : TIMES),
              ...more,
            ]),
        ...rest,
      ],
    );
  const chunks: Chunk[] = [];
  const small = cutUp(words).map((part): IndexFile => {
    const name = createHash("sha256").update(encode(part)).digest("hex").slice(0, 8);
    chunks.push([part.at(0)?.[0] ?? "", part.at(-1)?.[0] ?? "", name]);
    return write(pathOf(name), [part]);
  });
  const others = files.filter((file) => file !== meta && !large.some(([, , name]) => file.path === pathOf(name)));
  return [...others, write(meta.path, [version, pages, chunks, ...rest]), ...small];
}

const read = (file: IndexFile): unknown => decode(readPagefindFile(file));
const write = (path: string, data: unknown) => writePagefindFile(path, encode(data));
const pathOf = (chunk: string) => `index/${chunk}.pf_index`;

/** The first places of each weight, so many of each. */
function firstOf(places: readonly number[], most: number): number[] {
  let times = 0;
  return places.filter((place) => {
    times = place < 0 ? 0 : times + 1;
    return times <= most;
  });
}

/** Words in their order, in parts that are as large as a chunk may be. What begins alike is never cut apart. */
function cutUp(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const group of Map.groupBy(words, ([word]) => beginningOf(word)).values()) {
    const bytes = encode(group).length;
    if (size + bytes > CHUNK) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(...group);
    size += bytes;
  }
  return parts;
}
