/**
 * Pagefind's program, asked without Pagefind's own script: that weighs more than all of our search, loads what it needs
 * in three steps one after the other, and finds nothing where a part of the index cannot be loaded. What the program
 * offers is what `pagefind.js` of version 1.6 calls.
 */
import type { Pagefind, PagefindHit, PagefindPage, RankingWeights } from "./pagefind.ts";

/** Names of the files below an index's address. `src/build/indexing/makeIndex.ts` writes them. */
export const META_FILE = "meta.pf_meta";
/** As it is, for the host to compress: Brotli makes it a tenth smaller than what Pagefind has made of it. */
export const PROGRAM_FILE = "pagefind.wasm";
/** A page's text, by Pagefind's name for the page: as it is, for the same reason. */
export const pageFile = (id: string): string => `fragment/${id}.json`;

/** What the program exports: strings go to it as a place in its memory and a length, and come back so. */
interface Program {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_malloc(bytes: number, alignment: number): number;
  __wbindgen_free(place: number, bytes: number, alignment: number): void;
  __wbindgen_start(): void;
  init_pagefind(meta: number, bytes: number): number;
  set_ranking_weights(index: number, json: number, bytes: number): number;
  load_index_chunk(index: number, chunk: number, bytes: number): number;
  request_indexes(index: number, query: number, bytes: number): Text;
  search(index: number, ...query: number[]): Text;
}
type Text = [place: number, bytes: number];

/** A page's name, its score, and where the words stand. */
interface Found {
  p: string;
  s: number;
  l: { l: number }[];
}

/** What Pagefind's files hold before anything else, within their compression. */
const MARK = "pagefind_dcd".length;

/** @throws where it cannot be loaded */
async function get(address: string, cache: RequestCache = "default"): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok || !response.body) throw new Error(`${address} was answered ${response.status}.`);
  return response;
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/** What one of Pagefind's files holds, which is compressed by itself. */
async function load(address: string, cache?: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = await get(address, cache);
  const whole = new Response(
    (body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new DecompressionStream("gzip")),
  );
  return (await bytesOf(whole)).subarray(MARK);
}

/** As Pagefind has them in its index: without marks, but for those of kana. */
function withoutMarks(word: string): string {
  return word
    .normalize("NFD")
    .replace(/(?![\u3099\u309A])\p{M}/gu, "")
    .normalize("NFC");
}

/**
 * Loads an index.
 * @param address of the index, with a slash at the end
 * @throws where a part of it cannot be loaded; whoever asks again tries again
 */
export async function openIndex(address: string, weights: RankingWeights): Promise<Pagefind> {
  // They have no hash in their names, and belong together.
  const [meta, bytes] = await Promise.all([
    load(address + META_FILE, "no-cache"),
    get(address + PROGRAM_FILE, "no-cache").then(bytesOf),
  ]);
  return new Engine(address, await start(bytes), meta, weights);
}

async function start(bytes: Uint8Array<ArrayBuffer>): Promise<Program> {
  const references = () => {
    const table = program.__wbindgen_externrefs;
    const first = table.grow(4);
    table.set(0, undefined);
    for (const [index, value] of [undefined, null, true, false].entries()) table.set(first + index, value);
  };
  const imports = { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: references } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const program = instance.exports as unknown as Program;
  program.__wbindgen_start();
  return program;
}

class Engine implements Pagefind {
  readonly #address: string;
  readonly #program: Program;
  readonly #loaded = new Map<string, Promise<void>>();
  readonly #pages = new Map<string, Promise<PagefindPage>>();
  /** Where the program has the index; whatever changes it may move it. */
  #index: number;

  constructor(address: string, program: Program, meta: Uint8Array, weights: RankingWeights) {
    this.#address = address;
    this.#program = program;
    this.#index = program.init_pagefind(...this.#give(meta));
    this.#index = program.set_ranking_weights(this.#index, ...this.#giveText(JSON.stringify(weights)));
    if (this.#index === 0) throw new Error(`The search index at ${address} cannot be read.`);
  }

  async search(query: string, exact: boolean): Promise<PagefindHit[]> {
    const words = withoutMarks(query);
    const chunks: string[] = JSON.parse(
      this.#take(this.#program.request_indexes(this.#index, ...this.#giveText(words))),
    );
    await Promise.all(chunks.map((name) => once(this.#loaded, name, () => this.#loadChunk(name))));
    const asked = [words, query, "{}", ""].flatMap((text) => this.#giveText(text));
    const answer = this.#take(this.#program.search(this.#index, ...asked, Number(exact), 0));
    const { results }: { results: Found[] } = JSON.parse(answer);
    return results.map((found) => new Hit(found, this));
  }

  page(id: string): Promise<PagefindPage> {
    return once(this.#pages, id, () => this.#loadPage(id));
  }

  async #loadChunk(name: string): Promise<void> {
    const chunk = await load(`${this.#address}index/${name}.pf_index`);
    this.#index = this.#program.load_index_chunk(this.#index, ...this.#give(chunk));
  }

  async #loadPage(id: string): Promise<PagefindPage> {
    return (await get(`${this.#address}${pageFile(id)}`)).json();
  }

  /** Puts bytes into the program's memory, which frees them. */
  #give(bytes: Uint8Array): [place: number, bytes: number] {
    const place = this.#program.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#program.memory.buffer).set(bytes, place);
    return [place, bytes.length];
  }

  #giveText(text: string): [place: number, bytes: number] {
    return this.#give(new TextEncoder().encode(text));
  }

  #take([place, bytes]: Text): string {
    const start = place >>> 0;
    const text = new TextDecoder().decode(new Uint8Array(this.#program.memory.buffer, start, bytes));
    this.#program.__wbindgen_free(start, bytes, 1);
    return text;
  }
}

/** Thousands are made for a common word, and few are looked at. */
class Hit implements PagefindHit {
  readonly #found: Found;
  readonly #engine: Engine;

  constructor(found: Found, engine: Engine) {
    this.#found = found;
    this.#engine = engine;
  }

  get id(): string {
    return this.#found.p;
  }

  get score(): number {
    return this.#found.s;
  }

  get words(): number[] {
    return this.#found.l.map(({ l: place }) => place);
  }

  data(): Promise<PagefindPage> {
    return this.#engine.page(this.id);
  }
}

/** What is on its way already is not loaded again; what failed is. */
function once<Loaded>(all: Map<string, Promise<Loaded>>, name: string, get: () => Promise<Loaded>): Promise<Loaded> {
  const loading = all.get(name) ?? get();
  all.set(name, loading);
  loading.catch(() => all.delete(name));
  return loading;
}
