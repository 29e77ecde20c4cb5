import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { causes } from "../rules/index.ts";
import { type Language, languages } from "../site.config.ts";

/**
 * What all pages of a build ask of the content takes time in proportion to the number of pages. It is
 * counted: each field that is read of an entry, each entry that is asked for, each recipe whose files are read.
 */

interface Entry {
  id: string;
  body: string;
  data: Record<string, unknown>;
}

const content = vi.hoisted(() => ({
  entries: {} as Record<string, Map<string, unknown>>,
  reads: 0,
  /** Beyond this, work that grows too fast ends instead of going on for hours. */
  mostReads: Number.POSITIVE_INFINITY,
  filesRead: [] as string[],
}));

function countRead(): void {
  content.reads++;
  if (content.reads > content.mostReads) throw new Error(`More than ${content.mostReads} reads.`);
}

vi.mock("astro:content", () => ({
  getCollection: async (name: string, isWanted: (entry: unknown) => boolean = () => true) =>
    [...(content.entries[name]?.values() ?? [])].filter((entry) => isWanted(entry)),
  getEntry: async (name: string, id: string) => {
    countRead();
    return content.entries[name]?.get(id);
  },
}));
vi.mock("../evidence/recipeFiles.ts", () => ({
  hashRecipeFiles: (folder: string) => {
    content.filesRead.push(folder);
    return "the files that were run";
  },
}));
vi.mock("../evidence/recipes.ts", () => {
  const run = { files: "the files that were run", lines: { preflight: "holds" } };
  return { recipeRuns: new Proxy({}, { get: () => run }) };
});

function counted<T extends object>(target: T): T {
  return new Proxy(target, {
    get(...args) {
      countRead();
      return Reflect.get(...args);
    },
  });
}

function collection(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, counted({ ...entry, data: counted(entry.data) })]));
}

/** Every cause's words, and guides and recipes as many as wanted, each in two languages, the translations behind. */
function makeContent(size: number): void {
  const numbers = Array.from({ length: size / 2 }, (_, index) => index);
  const guide = (index: number, language: Language): Entry => ({
    id: `guide-${index}/${language}`,
    body: `\n## Heading {#heading}\n\n${language} ${index}\n`,
    data: {
      title: `Guide ${index}`,
      description: "",
      tldr: [],
      draft: false,
      source: "ja",
      category: `category-${index % 2}`,
      tags: ["preflight"],
      published: new Date(Date.UTC(2026, 0, 1 + (index % 300))),
      causes: [causes[index % causes.length]?.id, causes[(index + 1) % causes.length]?.id],
      recipes: [`recipe-${index}`],
      related: [`guide-${(index + 1) % numbers.length}`, `guide-${(index + 7) % numbers.length}`],
    },
  });
  content.entries = {
    guides: collection(numbers.flatMap((index) => [guide(index, "ja"), guide(index, "en")])),
    categories: collection(
      ["category-0", "category-1"].map((id) => ({ id, body: "", data: { source: "en", en: id } })),
    ),
    recipes: collection(
      numbers.map((index) => ({
        id: `recipe-${index}`,
        body: "",
        data: { name: `Recipe ${index}`, group: "javascript", prevents: [causes[index % causes.length]?.id] },
      })),
    ),
    recipeWords: collection(
      numbers.flatMap((index) =>
        languages.map((language) => ({ id: `recipe-${index}/${language}`, body: "", data: {} })),
      ),
    ),
    causes: collection(
      causes.flatMap(({ id }) => languages.map((language) => ({ id: `${id}/${language}`, body: "", data: {} }))),
    ),
  };
}

beforeEach(() => {
  vi.stubEnv("DEV", false);
  content.reads = 0;
  content.filesRead = [];
});
afterEach(() => vi.unstubAllEnvs());

/**
 * Does what the pages of a build do, with modules that know nothing yet.
 * @param size how many guides' texts there are
 * @returns the number of reads
 * @throws where there are more than `mostReads`
 */
async function readsOf(build: () => Promise<void>, size: number, mostReads: number): Promise<number> {
  vi.resetModules();
  content.mostReads = Number.POSITIVE_INFINITY;
  makeContent(size);
  content.mostReads = mostReads;
  content.reads = 0;
  await build();
  return content.reads;
}

const inEachLanguage = async (page: (language: Language) => Promise<void>) => {
  for (const language of languages) await page(language);
};

describe("ten times the content takes ten times the work, for", () => {
  test.each<[what: string, build: () => Promise<void>]>([
    [
      "the lists of guides",
      () =>
        inEachLanguage(async (language) => {
          const { guidesFor } = await import("./guides.ts");
          const [first] = await guidesFor(language);
          expect(first?.writtenIn).toBe(language === "en" ? "en" : "ja");
          // The home page, the list, the guides' own pages, the sitemap.
          for (let page = 0; page < 3; page++) await guidesFor(language);
        }),
    ],
    [
      "the guides' pages: what each is related to",
      () =>
        inEachLanguage(async (language) => {
          const { guidesFor } = await import("./guides.ts");
          const { relatedGuides } = await import("./relatedGuides.ts");
          for (const guide of await guidesFor(language)) {
            const related = await relatedGuides(guide);
            expect(related).toHaveLength(5);
            expect(related).not.toContain(guide);
          }
        }),
    ],
    [
      "the guides' pages: the guides beside them",
      () =>
        inEachLanguage(async (language) => {
          const { guideNeighbours, guidesBeside, guidesFor } = await import("./guides.ts");
          for (const guide of await guidesFor(language)) {
            const beside = (await guidesBeside(guide)).flatMap(({ guides }) => guides);
            expect(beside).toContain(guide);
            // No page grows with the number of guides.
            expect(beside.length).toBeLessThan(2 * 20);
            const { previous, next } = await guideNeighbours(guide);
            expect(previous ?? next).toBeDefined();
          }
        }),
    ],
    [
      "the guides' pages: their causes and recipes",
      async () => {
        const { guidesFor } = await import("./guides.ts");
        const { causesNamed } = await import("./causes.ts");
        const { recipesNamed } = await import("./recipes.ts");
        for (const { entry } of await guidesFor("en")) {
          expect(await causesNamed(entry.data.causes, "en")).toHaveLength(2);
          expect(await recipesNamed(entry.data.recipes, "en")).toHaveLength(1);
        }
      },
    ],
    [
      "the causes' pages: their guides",
      () =>
        inEachLanguage(async (language) => {
          const { guidesAbout } = await import("./guides.ts");
          for (const { id } of causes) expect(await guidesAbout(id, language)).not.toEqual([]);
        }),
    ],
    [
      "the causes' pages: their recipes",
      () =>
        inEachLanguage(async (language) => {
          const { recipesAgainst, recipesRulingOut } = await import("./recipes.ts");
          for (const { id } of causes) {
            expect(await recipesAgainst(id, language)).not.toEqual([]);
            await recipesRulingOut(id, language);
          }
        }),
    ],
  ])("%s", async (_what, build) => {
    // Fewer for each entry than there are causes: nor does each cause's page go through all guides.
    const few = await readsOf(build, 1_000, 30 * 1_000);
    expect(await readsOf(build, 10_000, 10 * few)).toBeLessThanOrEqual(10 * few);
  });
});

test("a recipe's files are read once a build, for all pages in all languages", async () => {
  vi.resetModules();
  makeContent(1_000);
  const { recipesByGroup, recipesFor, recipesNamed } = await import("./recipes.ts");
  await inEachLanguage(async (language) => {
    await recipesFor(language);
    await recipesByGroup(language);
    await recipesNamed(["recipe-1", "recipe-2"], language);
  });
  expect(content.filesRead).toHaveLength(500);
  expect(new Set(content.filesRead).size).toBe(500);
});
