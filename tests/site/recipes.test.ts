import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { randomSets } from "../../scripts/conformance/generatedLines.ts";
import { loadRecipes, type Recipe, recipesFolder } from "../../scripts/conformance/recipes.ts";
import { generate } from "../../scripts/conformance/workshop.ts";
import { hashRecipeFiles } from "../../src/evidence/recipeFiles.ts";
import { recipeRuns } from "../../src/evidence/recipes.ts";
import { removeComments } from "../../src/generator/comments.ts";
import { type CurlLines, curlLines } from "../../src/generator/curl.ts";
import { readRecipeLink, writeRecipeLink } from "../../src/generator/link.ts";
import {
  defaultParams,
  type RecipeParams,
  readParams,
  type TypedParams,
  typedParams,
} from "../../src/generator/params.ts";
import { type ShellId, shells } from "../../src/generator/shells.ts";
import { type ShownText, shownPart, shownWhole } from "../../src/generator/shown.ts";
import { suiteLines } from "../../src/generator/suiteLines.ts";
import { translateShown } from "../../src/generator/translatedComments.ts";
import { fillIn } from "../../src/i18n/fillIn.ts";
import { formatDate } from "../../src/i18n/languages.ts";
import { uiStrings } from "../../src/i18n/strings.ts";
import { causes } from "../../src/rules/index.ts";
import { languages } from "../../src/site.config.ts";
import { axeViolations, colourRules } from "../support/axe.ts";
import { chooseMethod } from "../support/checkerMethod.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { filledIn } from "../support/filledIn.ts";
import { checkerToLive } from "../support/liveChecker.ts";
import { attributes, find, readPages } from "../support/pages.ts";
import { poll } from "../support/poll.ts";
import { expectSoundInBothThemes } from "../support/soundAtWidths.ts";
import { openWatched, type WatchedPage } from "../support/watchedPage.ts";

const root = inject("siteUrl");
const folder = inject("siteFolder");
const { origin } = new URL(root);
const pages = readPages(folder);
const recipes = loadRecipes();
const filled = recipes.filter(({ slots }) => slots.length > 0);
const pageAt = (path: string) => {
  const page = pages.find((each) => each.path === path);
  if (!page) throw new Error(`${path} was not built.`);
  return page;
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

async function open(path: string): Promise<WatchedPage> {
  const watched = await openWatched(browser, origin);
  await watched.page.goto(root + path);
  return watched;
}

const code = (page: Page) => page.locator("[data-recipe-code] pre");
const codeOf = async (page: Page) => (await code(page).textContent())?.trimEnd();
const status = (page: Page) => page.locator("[data-recipe-status]");
const problem = (page: Page, field: keyof TypedParams) => page.locator(`#${field}-problems`);

type Language = (typeof languages)[number];

/** The frontmatter of a recipe's words in a language. */
function wordsOf(language: Language, { id }: Recipe): { name?: string; comments?: Record<string, string> } {
  const [, frontmatter = ""] = readFileSync(join(recipesFolder, id, `${language}.md`), "utf8").split(/^---$/m);
  return parse(frontmatter);
}

/** What a recipe is called in a language: by its words there, or by its metadata. */
const nameIn = (language: Language, recipe: Recipe) => wordsOf(language, recipe).name ?? recipe.name;

const fileOf = ({ id, main }: Recipe) => readFileSync(join(recipesFolder, id, main), "utf8");
const shellIds = Object.keys(shells) as ShellId[];
const commands = (page: Page, shell: ShellId) => page.locator(`[data-shell=${shell}] [data-curl]`);
const linesFor = (params: RecipeParams, shell: ShellId): CurlLines => {
  const result = curlLines(params, shells[shell]);
  if (!("lines" in result)) throw new Error(`${shell} refuses ${JSON.stringify(result)}.`);
  return result.lines;
};

/** A text with its comments in a language, filled in. */
function inWords(shown: ShownText, recipe: Recipe, language: Language, params: RecipeParams): string {
  const words = { language, translations: wordsOf(language, recipe).comments ?? {} };
  return filledIn(translateShown(shown, recipe.main, words), params).trimEnd();
}

/** What a page shows of a recipe at first, filled in. */
function partOf(recipe: Recipe, language: Language, params: RecipeParams = defaultParams): string {
  return inWords(shownPart(fileOf(recipe), recipe.slots), recipe, language, params);
}

/** A recipe's whole main file as a page shows it, filled in; nothing where the part is all of it. */
function wholeOf(recipe: Recipe, language: Language, params: RecipeParams): string | undefined {
  const whole = shownWhole(fileOf(recipe), recipe.slots);
  return whole && inWords(whole, recipe, language, params);
}

const readers: RecipeParams = {
  origins: ["https://one.example", "http://localhost:5173"],
  methods: ["GET", "PUT"],
  headers: ["X-Trace", "Authorization"],
  credentials: false,
  maxAge: 7,
};
const query = writeRecipeLink(typedParams(readers));

describe("the list", () => {
  test.each([...languages])("%s: has each recipe once, in a group, and says how it is known", (language) => {
    const page = pageAt(`/${language}/recipes/`);
    const base = `/${language}/recipes/`;
    const links = attributes(page, "a", "href").filter((link) => link.startsWith(base) && link !== base);
    expect(links.toSorted()).toEqual(recipes.map(({ id }) => `${base}${id}/`).toSorted());
    const t = uiStrings[language].recipes;
    const count = (text: string) => page.html.split(text).length - 1;
    expect(count(t["status.unrun"])).toBe(recipes.filter(({ runs }) => runs === false).length);
    expect(count(t["status.apart"])).toBe(recipes.filter(({ runs }) => runs === "apart").length);
    for (const recipe of recipes) expect(page.html).toContain(`>${nameIn(language, recipe)}</a>`);
  });
});

describe.each(languages)("in %s", (language) => {
  const t = uiStrings[language].recipes;

  test.each(recipes)("$id: says by which run it is known, or why it was not run", (recipe) => {
    const { html } = pageAt(`/${language}/recipes/${recipe.id}/`);
    const run = recipeRuns[recipe.id];
    const isOfTheseFiles = run?.files === hashRecipeFiles(join(recipesFolder, recipe.id));
    expect(html.includes("<dl>"), "a list of what held").toBe(isOfTheseFiles);
    if (run && isOfTheseFiles) {
      for (const [name, version] of Object.entries(run.versions)) expect(html).toContain(`${name} ${version}`);
      for (const line of suiteLines) expect(html).toContain(t[`line.${line}`]);
      const cannot = suiteLines.filter((line) => run.lines[line] === "cannot").length;
      expect(html.split(t["badge.cannot"]).length - 1).toBe(cannot);
    }
    if (recipe.runs !== true) {
      expect(html).toContain(t[recipe.runs === "apart" ? "status.apart" : "status.unrun"]);
      expect(html).toContain((recipe.why[language] ?? "(no words)").replaceAll("'", "&#39;").replaceAll('"', "&quot;"));
    }
    if (recipe.runs === false) {
      const day = `<time datetime="${recipe.read.toISOString().slice(0, 10)}">${formatDate(recipe.read, language)}</time>`;
      expect(html).toContain(t["recipe.docsRead"].replace("{date}", day));
    }
    const unset = t["values.unset"].split("{values}")[0] ?? "";
    expect(html.includes(unset), "what it has no setting for").toBe(recipe.slots.length > 0 && recipe.unset.length > 0);
    expect(find({ tags: pageAt(`/${language}/recipes/${recipe.id}/`).tags }, "[data-recipe-form]").length).toBe(
      recipe.slots.length > 0 ? 1 : 0,
    );
  });

  test("says how many random sets each was run with", () => {
    expect(t["line.generated.text"]).toContain(String(randomSets));
  });

  test("what cannot stand in a recipe is named at its field, in both halves, and the code stays", async () => {
    const { page, faults, close } = await open(`${language}/recipes/express/`);
    const words = uiStrings[language].recipeForm;
    const wrong: [field: keyof TypedParams, text: string][] = [
      ["origins", ""],
      ["origins", "*"],
      ["origins", "null"],
      ["origins", "app.example.com"],
      ["origins", "https://app.example.com/path"],
      ["methods", " "],
      ["methods", "P(UT"],
      ["methods", "*"],
      ["methods", "TRACE"],
      ["headers", ","],
      ["headers", "X:"],
      ["headers", "*"],
      ["maxAge", "soon"],
      ["maxAge", "86401"],
    ];
    const before = await code(page).textContent();
    const seen = new Set<string>();
    for (const [field, text] of wrong) {
      const input = page.locator(`#${field}`);
      const right = await input.inputValue();
      await input.fill(text);
      await input.blur();
      const typed: TypedParams = { ...typedParams(defaultParams), [field]: text };
      const [found] = readParams(typed).problems;
      if (!found) throw new Error(`${field}: ${text} is no problem.`);
      seen.add(found.code);
      const values = { value: found.value };
      await poll(() => problem(page, field).textContent()).toContain(fillIn(words[found.code], values).trim());
      expect(await problem(page, field).textContent()).toContain(fillIn(words[`${found.code}.do`], values));
      await poll(() => input.getAttribute("aria-invalid")).toBe("true");
      await poll(() => input.getAttribute("aria-describedby")).toContain(`${field}-problems`);
      await poll(() => status(page).textContent()).toContain(words.behind);
      await poll(() => code(page).textContent()).toBe(before);
      await input.fill(right);
      await poll(() => problem(page, field).textContent()).toBe("");
      await poll(() => input.getAttribute("aria-invalid")).toBe(null);
      await poll(() => status(page).textContent()).toBe("");
    }
    // Every code that has words was shown. What only some recipes cannot write has a test of its own.
    const codes = Object.keys(words).filter((key) => /^(origin|method|header|max-age)-(?!zero)[a-z-]+$/.test(key));
    expect([...seen].toSorted()).toEqual(codes.toSorted());
    expect(faults).toEqual([]);
    await close();
  });

  test("a number that a stack leaves out is named", async () => {
    const stack = recipes.find(({ slots }) => slots.some(({ as }) => as === "aboveZero")) as Recipe;
    const { page, close } = await open(`${language}/recipes/${stack.id}/?maxAge=0`);
    const words = uiStrings[language].recipeForm;
    await poll(() => problem(page, "maxAge").textContent()).toContain(
      fillIn(words["max-age-zero"], { stack: nameIn(language, stack) }),
    );
    await poll(() => problem(page, "maxAge").textContent()).toContain(words["max-age-zero.do"]);
    await poll(() => status(page).textContent()).toContain(words.behind);
    await close();
  });

  test("what a syntax cannot write is named with its character", async () => {
    const { page, close } = await open(`${language}/recipes/nginx/?headers=${encodeURIComponent("X-A, x-$b")}`);
    const nginx = recipes.find(({ id }) => id === "nginx") as Recipe;
    const values = { stack: nameIn(language, nginx), value: "x-$b", character: "$" };
    const words = uiStrings[language].recipeForm;
    await poll(() => problem(page, "headers").textContent()).toContain(fillIn(words.inexpressible, values));
    await poll(() => problem(page, "headers").locator("span").count()).toBe(1);
    await poll(() => problem(page, "headers").textContent()).toContain(fillIn(words["inexpressible.do"], values));
    await poll(() => status(page).textContent()).toContain(words.behind);
    expect(await codeOf(page)).toBe(partOf(nginx, language));
    await close();
  });
});

describe("the code", () => {
  test("without JavaScript is the recipe as its file is, its comments in the page's language, with no dead form", async () => {
    const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
    for (const recipe of recipes) {
      await page.goto(`${root}ja/recipes/${recipe.id}/${query}`);
      expect(await codeOf(page), recipe.id).toBe(partOf(recipe, "ja"));
      expect(await page.locator("form:visible").count(), recipe.id).toBe(0);
      // What asks nothing across origins is not asked by curl either.
      const lines = await page.locator("[data-curl=preflight]").allTextContents();
      const expected = shellIds.map((shell) => linesFor(defaultParams, shell).preflight);
      expect(lines, recipe.id).toEqual(recipe.slots.length > 0 ? expected : []);
    }
    await close();
  });

  /** A tab for all of them: a new one for each would take longer than the page itself. */
  let tab: WatchedPage;
  beforeAll(async () => {
    tab = await openWatched(browser, origin);
  });
  afterAll(() => tab?.close());

  test.each(filled)("of $id is filled in with the reader's values, and back", async (recipe) => {
    const { page, faults } = tab;
    /** All that follows the form. Asked at once: each question to the browser takes longer than the page's answer. */
    const shown = () =>
      page.evaluate(() => {
        const texts = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent);
        const trimmed = (selector: string) => texts(selector).map((text) => text.trimEnd());
        const [status] = texts("[data-recipe-status]");
        const [code] = trimmed("[data-recipe-code] pre");
        return {
          status,
          code,
          wholes: trimmed("details pre[data-slots]"),
          isMarked: document.querySelector("pre mark") !== null,
          commands: [...document.querySelectorAll<HTMLElement>("[data-shell]:has([data-curl])")].map((block) => [
            block.dataset.shell,
            block.querySelector("[data-curl]")?.textContent,
          ]),
          query: location.search,
        };
      });
    const expected = (params: RecipeParams) => {
      const whole = wholeOf(recipe, "en", params);
      const lines = shellIds.map((shell) => [shell, linesFor(params, shell)] as const);
      return {
        code: partOf(recipe, "en", params),
        wholes: whole === undefined ? [] : [whole],
        commands: (["preflight", "actual", "audit"] as const).flatMap((which) =>
          lines.map(([shell, of]) => [shell, of[which]]),
        ),
      };
    };
    await page.goto(`${root}en/recipes/${recipe.id}/${query}`);
    await poll(shown).toEqual({ ...expected(readers), status: uiStrings.en.recipeForm.filled, isMarked: true, query });
    // And back again, with its colours.
    await page.locator("[data-reset]").click();
    await poll(shown).toMatchObject({ ...expected(defaultParams), isMarked: false, query: "" });
    expect(faults).toEqual([]);
  });

  test.each(filled)(
    "of $id is what the suite runs, but for comments, its indentation and the marks of its regions",
    (recipe) => {
      const bare = (text: string) => {
        const lines = removeComments(text, recipe.main).split("\n");
        return lines.flatMap((line) => line.trim() || []).join("\n");
      };
      const run = bare(generate(recipe, readers));
      for (const language of languages) {
        const part = bare(partOf(recipe, language, readers));
        expect(run).toContain(part);
        expect(bare(wholeOf(recipe, language, readers) ?? part)).toBe(run);
      }
    },
  );

  test("has a line too long for a narrow screen scroll within its block", async () => {
    const { page, close } = await open(`en/recipes/nginx/${query}`);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await close();
  });
});

describe("the form", () => {
  test("is filled in while one types, and the address, the commands and the checker's link follow", async () => {
    const { page, faults, close } = await open("en/recipes/express/");
    await page.locator("#origins").fill("https://mine.example");
    await page.locator("#methods").fill("get\ndelete");
    await page.getByLabel(uiStrings.en.recipes["values.credentials"]).uncheck();
    await poll(() => code(page).textContent()).toContain('new Set(["https://mine.example"])');
    await poll(() => code(page).textContent()).not.toContain("Access-Control-Allow-Credentials");
    for (const line of await page.locator("[data-curl=actual]").all()) {
      await poll(() => line.textContent()).toContain("-X DELETE");
    }
    await poll(() => readRecipeLink(new URL(page.url()).search).typed).toMatchObject({
      origins: "https://mine.example",
      methods: "get\ndelete",
      credentials: false,
    });
    await page.locator("[data-check]").click();
    await page.waitForURL("**/en/checker/?**");
    await poll(() => page.locator("form.checklist #origin").inputValue()).toBe("https://mine.example");
    await poll(() => new URL(page.url()).searchParams.get("method")).toBe("DELETE");
    expect(faults).toEqual([]);
    await close();
  });

  test("does not call wrong at once what is still being typed", async () => {
    const { page, close } = await open("en/recipes/express/");
    await page.locator("#origins").fill("https://alive.example");
    await poll(() => code(page).textContent()).toContain("https://alive.example");
    // From here on the page's clock stands still: however busy the machine is, no time passes between two keys.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.locator("#origins").fill("");
    await page.keyboard.type("https://a.example/b");
    await page.clock.runFor(400);
    expect(await problem(page, "origins").textContent()).toBe("");
    // Whoever pauses, or goes on to the next field, is told.
    await page.clock.runFor(200);
    await poll(() => problem(page, "origins").textContent()).toContain("https://a.example/b");
    await page.locator("#origins").fill("https://a.example/c");
    expect(await problem(page, "origins").textContent()).toContain("https://a.example/b");
    await page.keyboard.press("Tab");
    await poll(() => problem(page, "origins").textContent()).toContain("https://a.example/c");
    await close();
  });

  test("keeps its values for the next recipe, and a link's own come first", async () => {
    const { page, close } = await open("en/recipes/express/");
    await page.locator("#origins").fill("https://mine.example");
    await poll(() => code(page).textContent()).toContain("https://mine.example");
    await page.goto(`${root}ja/recipes/nginx/`);
    await poll(() => code(page).textContent()).toContain('"https://mine.example" "https://mine.example";');
    await poll(() => page.locator("#origins").inputValue()).toBe("https://mine.example");
    await page.goto(`${root}ja/recipes/nginx/?origin=https://linked.example`);
    await poll(() => code(page).textContent()).toContain("https://linked.example");
    await poll(() => code(page).textContent()).not.toContain("mine.example");
    // Switching the language takes them along.
    await page.locator(".menu a[hreflang=en]").click();
    await page.waitForURL("**/en/recipes/nginx/**");
    await poll(() => page.locator("#origins").inputValue()).toBe("https://linked.example");
    await close();
  });

  test("names what of a link it cannot read, and then has what was kept", async () => {
    const { page, close } = await open("en/recipes/express/?credentials=maybe&via=pigeon");
    const about = page.locator("[data-link-problem]");
    await poll(() => about.textContent()).toContain("credentials, via");
    await poll(() => about.textContent()).toContain(uiStrings.en.recipeForm["link.do"]);
    await poll(() => page.locator("#origins").inputValue()).toBe(defaultParams.origins.join());
    await close();
  });

  test("works where storage is turned off", async () => {
    const { page, faults, close } = await openWatched(browser, origin);
    await page.addInitScript(() => {
      for (const name of ["sessionStorage", "localStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      }
    });
    await page.goto(`${root}en/recipes/express/`);
    await page.locator("#maxAge").fill("60");
    await poll(() => code(page).textContent()).toContain('"60"');
    expect(faults).toEqual([]);
    await close();
  });

  test("can be used by the keyboard alone", async () => {
    const { page, close } = await open("en/recipes/express/");
    await page.locator("#origins").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("https://keys.example");
    for (const _ of ["methods", "headers", "maxAge", "credentials"]) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await poll(() => code(page).textContent()).toContain("https://keys.example");
    await poll(() => code(page).textContent()).not.toContain("Allow-Credentials");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await poll(() => page.locator("#origins").inputValue()).toBe(defaultParams.origins.join());
    await close();
  });

  test("is sound when it is filled in, and when it is wrong", async () => {
    const { page, faults, close } = await open(`zh-TW/recipes/nginx/${query}`);
    await poll(() => page.locator("pre mark").count()).toBeGreaterThan(0);
    for (const summary of await page.locator("summary").all()) await summary.click();
    for (const wrong of ["", "https://*.example https://b.example/path/that/is/long/enough/to/need/a/second/line"]) {
      if (wrong) {
        await page.locator("#origins").fill(wrong);
        await poll(() => problem(page, "origins").locator("span").count()).toBe(2);
      }
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(
          width,
        );
      }
      await page.emulateMedia({ colorScheme: "light" });
      expect(await axeViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await axeViolations(page, { rules: colourRules })).toEqual([]);
    }
    expect(faults).toEqual([]);
    await close();
  });
});

describe("the commands", () => {
  const choice = (page: Page, shell: ShellId) => page.locator(`[name=shell][value=${shell}]`);
  const shownShells = async (page: Page) => {
    const heads = page.locator("[data-shell] figcaption > span:visible");
    return heads.allTextContents();
  };
  const thrice = (shell: ShellId) => [shells[shell].name, shells[shell].name, shells[shell].name];

  test.each([...languages])("%s: are there for each shell, and one is chosen by its name", async (language) => {
    const { page, faults, close } = await open(`${language}/recipes/express/`);
    const group = page.getByRole("group", { name: uiStrings[language].recipes["curl.shell"] });
    for (const shell of shellIds) {
      await group.getByLabel(shells[shell].name).check();
      await poll(() => shownShells(page)).toEqual(thrice(shell));
    }
    expect(faults).toEqual([]);
    await close();
  });

  test("are chosen without a script, too", async () => {
    const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
    await page.goto(`${root}zh-TW/recipes/express/`);
    for (const shell of shellIds.toReversed()) {
      await choice(page, shell).click();
      await poll(() => shownShells(page)).toEqual(thrice(shell));
    }
    await close();
  });

  test.each([
    ["Win32", "powershell"],
    ["MacIntel", "bash"],
    ["Linux x86_64", "bash"],
  ] as const)("on %s are at first those for %s", async (platform, shell) => {
    const { page, close } = await openWatched(browser, origin);
    await page.addInitScript((name) => Object.defineProperty(navigator, "platform", { get: () => name }), platform);
    await page.goto(`${root}en/recipes/express/`);
    await poll(() => shownShells(page)).toEqual(thrice(shell));
    await close();
  });

  test("are chosen with the keyboard, and stay so for other recipes and languages", async () => {
    const { page, faults, close } = await open("en/recipes/express/");
    await choice(page, "bash").focus();
    await page.keyboard.press("ArrowRight");
    await poll(() => shownShells(page)).toEqual(thrice("cmd"));
    await page.goto(`${root}ja/recipes/nginx/`);
    await poll(() => shownShells(page)).toEqual(thrice("cmd"));
    await choice(page, "powershell").check();
    await page.reload();
    await poll(() => shownShells(page)).toEqual(thrice("powershell"));
    expect(faults).toEqual([]);
    await close();
  });

  test("are copied without the shell's name", async () => {
    const { page, close } = await open("en/recipes/express/");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await choice(page, "cmd").check();
    await page.locator("[data-shell=cmd]").getByRole("button").first().click();
    await poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(
      linesFor(defaultParams, "cmd").preflight,
    );
    await close();
  });

  test.each([...languages])("%s: that cmd would misread are not there, and the name is called", async (language) => {
    const words = uiStrings[language].recipeForm;
    const headers = ["X-%PATH%", "X&calc&", "X-!A"];
    const { page, faults, close } = await open(
      `${language}/recipes/express/?headers=${encodeURIComponent(headers.join())}`,
    );
    await poll(() => status(page).textContent()).toBe(words.filled);
    const refusal = page.locator("p[data-shell=cmd]");
    expect(await refusal.isVisible()).toBe(false);
    await choice(page, "cmd").check();
    await poll(() => shownShells(page)).toEqual([]);
    expect(await commands(page, "cmd").allTextContents()).toEqual(["", "", ""]);
    const said = [
      ["X-%PATH%", "%"],
      ["X-!A", "!"],
    ].map(([value, characters]) => fillIn(words["value-refused"], { shell: "cmd", value, characters }));
    const [first = "", second = ""] = await refusal.locator("span").allTextContents();
    expect([first, second]).toEqual(said.map((text) => expect.stringContaining(text)));
    expect(first).toContain(words["value-refused.do"]);
    await expectSoundInBothThemes(page);
    // The others take these names as they are.
    await choice(page, "powershell").check();
    await poll(() => shownShells(page)).toEqual(thrice("powershell"));
    await page.locator("[data-reset]").click();
    await choice(page, "cmd").check();
    await poll(() => shownShells(page)).toEqual(thrice("cmd"));
    expect(await refusal.isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  test("that are too long for cmd are not there, and the page says so", async () => {
    const headers = Array.from({ length: 600 }, (_, index) => `X-Header-${index}`).join(",");
    const { page, close } = await open(`en/recipes/express/?headers=${headers}`);
    await choice(page, "cmd").check();
    const values = { shell: "cmd", longest: shells.cmd.longest };
    const expected = fillIn(uiStrings.en.recipeForm["command-too-long"], values);
    await poll(() => page.locator("p[data-shell=cmd]").textContent()).toContain(expected);
    expect(await shownShells(page)).toEqual([]);
    await close();
  });

  test("say on every page for which shells they are", () => {
    const printed = languages.map((language) => uiStrings[language].terminalPage.output);
    let found = 0;
    for (const { path, html } of pages) {
      for (const [, head = "", block = ""] of html.matchAll(
        /(<figcaption>.*?<\/figcaption>)?<pre[^>]*>([\s\S]*?)<\/pre>/g,
      )) {
        const text = block.replace(/<[^>]*>/g, "");
        if (!/^\s*(?:\$ )?curl(?:\.exe)? /m.test(text)) continue;
        // What a program printed is shown as it printed it, under that name.
        if (printed.some((name) => head.includes(`<b>${name}</b>`))) continue;
        found++;
        expect(head, `${path}: ${text}`).toMatch(/<span>(?:bash, zsh|cmd|PowerShell)<\/span>/);
      }
    }
    // Six of curl for each recipe with a form, and those of the causes and guides.
    expect(found).toBeGreaterThan(languages.length * (filled.length * 6 + causes.length / 2));
  });
});

describe("a megabyte", () => {
  /** Chromium itself takes its time with so much text, and with the address that holds it. */
  const timeout = 240_000;
  const pollLong = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: timeout / 2 });
  const paste = async (page: Page, field: keyof TypedParams, text: string) => {
    page.setDefaultTimeout(timeout);
    await page.locator(`#${field}`).selectText();
    await page.keyboard.insertText(text);
  };

  test(
    "of what is no header has its first items named, and the page goes on",
    async () => {
      const { page, faults, close } = await open("en/recipes/nginx/");
      const words = uiStrings.en.recipeForm;
      await paste(page, "headers", "(x ".repeat(350_000));
      const named = problem(page, "headers").locator("span");
      const malformed = fillIn(words["header-malformed"], { value: "(x" });
      await pollLong(() => named.allTextContents()).toEqual([
        ...Array.from({ length: 20 }, () => expect.stringContaining(malformed)),
        fillIn(words.more, { count: 349_980 }),
      ]);
      await paste(page, "headers", "X-A");
      await pollLong(() => code(page).textContent()).toContain('"X-A"');
      await pollLong(() => named.count()).toBe(0);
      expect(faults).toEqual([]);
      await close();
    },
    timeout,
  );

  test(
    "of names that nginx cannot write has the first of them named",
    async () => {
      const { page, faults, close } = await open("en/recipes/nginx/");
      await paste(page, "headers", Array.from({ length: 150_000 }, (_, index) => `$${index}`).join(" "));
      const named = problem(page, "headers").locator("span");
      await pollLong(() => named.last().textContent()).toBe(fillIn(uiStrings.en.recipeForm.more, { count: 149_980 }));
      expect(await named.first().textContent()).toContain("“$0”");
      expect(await named.count()).toBe(21);
      expect(faults).toEqual([]);
      await close();
    },
    timeout,
  );

  test(
    "of origins is filled in",
    async () => {
      const { page, faults, close } = await open("en/recipes/nginx/");
      const origins = Array.from({ length: 75_000 }, (_, index) => `a://b${index}`);
      await paste(page, "origins", origins.join(" "));
      await pollLong(() => code(page).textContent()).toContain(`"${origins.at(-1)}"`);
      expect(faults).toEqual([]);
      await close();
    },
    timeout,
  );
});

describe("the checker's server side", () => {
  const shown = (page: Page) => page.locator("[data-recipe] pre");
  const choose = (page: Page, id: string) => page.locator("#recipe").selectOption(`/en/recipes/${id}/`);
  const express = recipes.find(({ id }) => id === "express") as Recipe;

  test.each([...languages])("%s: without JavaScript is a list of links", async (language) => {
    const { page, close } = await openWatched(browser, origin, { javaScriptEnabled: false });
    await page.goto(`${root}${language}/checker/`);
    expect(await page.locator("#recipe").isVisible()).toBe(false);
    const links = await page
      .locator("[data-recipe-picker] a:visible")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const { id } of recipes) expect(links).toContain(`/${language}/recipes/${id}/`);
    await close();
  });

  test("shows the recipe filled in for the request, follows it, and leads to the recipe's page with it", async () => {
    const { page, faults, close } = await open("en/checker/?origin=https%3A%2F%2Fmine.example&credentials=include");
    await checkerToLive(page);
    await choose(page, "express");
    const expected = (differs: Partial<RecipeParams>) =>
      partOf(express, "en", {
        origins: ["https://mine.example"],
        methods: ["PUT"],
        headers: ["Content-Type", "Authorization"],
        credentials: true,
        maxAge: defaultParams.maxAge,
        ...differs,
      });
    await poll(() => shown(page).textContent()).toBe(`${expected({})}\n`);

    await page.getByRole("checkbox", { name: "X-API-Key" }).check();
    await page.getByRole("radio", { name: "omit" }).check();
    await chooseMethod(page, "patch");
    const changed = { methods: ["patch"], headers: ["Content-Type", "Authorization", "X-API-Key"], credentials: false };
    await poll(() => shown(page).textContent()).toBe(`${expected(changed)}\n`);

    await page.getByRole("button", { name: uiStrings.en.checker.reset }).click();
    await poll(() => shown(page).textContent()).toContain('"https://app.example.com"');
    await page.goBack();
    await poll(() => shown(page).textContent()).toBe(`${expected(changed)}\n`);
    await page.goForward();
    await poll(() => shown(page).textContent()).toContain('"https://app.example.com"');

    await page.locator("[data-recipe] a").click();
    await page.waitForURL("**/en/recipes/express/?**");
    await poll(() => page.locator("#methods").inputValue()).toBe("PUT");
    await poll(() => page.getByLabel(uiStrings.en.recipes["values.credentials"]).isChecked()).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  test("names what cannot stand in a recipe, and what its syntax cannot write", async () => {
    const { page, faults, close } = await open("en/checker/?origin=null");
    const words = uiStrings.en.recipeForm;
    const said = page.locator("[data-recipe-picker] [role=status]");
    await choose(page, "nginx");
    await poll(() => said.textContent()).toContain(words["origin-null"]);
    await poll(() => said.textContent()).toContain(words["picker.behind"]);
    await page.goto(`${root}en/checker/?h=x-%24a%3A+1`);
    await choose(page, "nginx");
    await poll(() => said.textContent()).toContain("x-$a");
    await choose(page, "express");
    await poll(() => said.textContent()).toBe("");
    await poll(() => shown(page).textContent()).toContain("x-$a");
    expect(faults).toEqual([]);
    await close();
  });

  test("names the first of very many, and how many more there are", async () => {
    const headers = Array.from({ length: 30 }, (_, index) => `h=${encodeURIComponent(`$${index}: 1`)}`);
    const { page, close } = await open(`en/checker/?${headers.join("&")}`);
    const words = uiStrings.en.recipeForm;
    const said = page.locator("[data-recipe-picker] [role=status] span");
    await choose(page, "nginx");
    await poll(() => said.count()).toBe(22);
    expect((await said.allTextContents()).slice(20)).toEqual([
      fillIn(words.more, { count: 10 }),
      expect.stringContaining(words["picker.behind"]),
    ]);
    await close();
  });

  test("shows each recipe, of the last that was chosen", async () => {
    const { page, faults, close } = await open("en/checker/");
    for (const recipe of recipes) {
      await choose(page, recipe.id);
      const firstLine = partOf(recipe, "en").split("\n")[0] as string;
      await poll(() => shown(page).textContent(), recipe.id).toContain(firstLine);
    }
    await page.locator("#recipe").selectOption("");
    await poll(() => page.locator("[data-recipe]").isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  test("says so where a recipe cannot be loaded, and links to it", async () => {
    const { page, close } = await open("en/checker/");
    await page.route("**/recipes/express/", (route) => route.fulfill({ status: 503, body: "" }));
    await choose(page, "express");
    const said = page.locator("[data-recipe-picker] [role=status]");
    await poll(() => said.textContent()).toContain(uiStrings.en.recipeForm["picker.failed"]);
    await poll(() => page.locator("[data-recipe] a").getAttribute("href")).toContain("/en/recipes/express/");
    await close();
  });

  test("is sound with a recipe, on a narrow screen and a wide one, in light and dark", async () => {
    const { page, close } = await open("ja/checker/?origin=null");
    await page.locator("#recipe").selectOption("/ja/recipes/nginx/");
    await poll(() => shown(page).textContent()).not.toBe("");
    await expectSoundInBothThemes(page);
    await close();
  });
});

describe("other pages lead to recipes", () => {
  test("a cause to those that prevent it", () => {
    for (const language of languages) {
      for (const { id } of causes) {
        const base = `/${language}/recipes/`;
        const links = attributes(pageAt(`/${language}/causes/${id}/`), "a", "href").filter((link) =>
          link.startsWith(base),
        );
        const mending = recipes.filter(({ prevents }) => prevents.includes(id)).map((recipe) => `${base}${recipe.id}/`);
        expect(new Set(links), id).toEqual(new Set([base, ...mending]));
      }
    }
  });

  test("a guide to those that it shows", () => {
    for (const page of pages.filter(({ place }) => /^\/guides\/.+/.test(place))) {
      const source = readFileSync(`content${page.place.slice(0, -1)}/${page.language}.mdx`, "utf8");
      const shown = new Set(
        [...source.matchAll(/recipe="([\w-]+)\//g)].map(([, id]) => `/${page.language}/recipes/${id}/`),
      );
      for (const link of shown) expect(attributes(page, "a", "href"), page.path).toContain(link);
    }
  });
});
