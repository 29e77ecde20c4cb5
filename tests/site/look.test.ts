import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Language, languages } from "../../src/site.config.ts";
import { axeViolations, colourRules } from "../support/axe.ts";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { find, readPages } from "../support/pages.ts";
import { wake } from "../support/wake.ts";

const root = inject("siteUrl");
const pages = readPages(inject("siteFolder"));
const widths = [320, 768, 1280];

/** One page of each kind. */
const kinds = [
  "",
  "guides/",
  "guides/preflight-404/",
  "causes/",
  "causes/options-not-routed/",
  "not-cors/csp/",
  "diagnose/",
  "recipes/",
  "recipes/express-cors/",
  "checker/",
  "evidence/",
  "differences/",
  "glossary/",
  "404/",
  "offline/",
];
/** Each kind in each language at one width, and at each width in one language. */
const visits = kinds.flatMap((place, turn) =>
  widths.map((width, index) => ({ place, width, language: languages[(turn + index) % languages.length] as Language })),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

async function withPage<T>(width: number, look: (page: Page) => Promise<T>, height = 800): Promise<T> {
  const page = await browser.newPage({ viewport: { width, height } });
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}

/** Has the page note what moves in it without its reader's doing. Runs in the page. */
function recordShifts(): void {
  const shifts: number[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
  }).observe({ type: "layout-shift", buffered: true });
}
/** The sum of it. Runs in the page. */
const shiftsSoFar = () => (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0);

test.each(visits)(
  "/$language/$place moves nothing at $width px, and no button covers code",
  async ({ place, width, language }) => {
    await withPage(
      width,
      async (page) => {
        await page.addInitScript(recordShifts);
        await page.goto(`${root}${language}/${place}`, { waitUntil: "networkidle" });
        await wake(page);
        await page.waitForLoadState("networkidle");
        const { covered, wide } = await page.evaluate(() => {
          const boxes = [...document.querySelectorAll(".copy")].map((button) => button.getBoundingClientRect());
          const texts = [...document.querySelectorAll("pre code")]
            .filter((code) => code.checkVisibility({ contentVisibilityAuto: true }))
            .map((code) => code.getBoundingClientRect());
          const meets = (a: DOMRect, b: DOMRect) =>
            a.width > 0 && b.width > 0 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return {
            covered: boxes.filter((box) => texts.some((text) => meets(box, text))).length,
            wide: document.documentElement.scrollWidth,
          };
        });
        expect(await page.evaluate(shiftsSoFar)).toBeLessThanOrEqual(0.01);
        expect(covered).toBe(0);
        expect(wide).toBeLessThanOrEqual(width);
        // So high that what comes to life further down is in view as well.
      },
      2400,
    );
  },
);

test.each(widths)("the results of a search move nothing at %s px", async (width) => {
  await withPage(width, async (page) => {
    await page.addInitScript(recordShifts);
    await page.goto(`${root}${languages[widths.indexOf(width)]}/search/?q=404`);
    await page.locator(".found li").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(shiftsSoFar)).toBeLessThanOrEqual(0.01);
  });
});

describe("a page that is read", () => {
  const guide = `${root}ja/guides/preflight-404/`;

  test("has its list, its text and its contents side by side where there is room", async () => {
    await withPage(1280, async (page) => {
      await page.goto(guide);
      const [rail, text, contents] = await Promise.all(
        ["#rail", "main", "#contents"].map((part) => page.locator(part).boundingBox()),
      );
      expect(rail?.x).toBeLessThan(text?.x ?? 0);
      expect(contents?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0) - 1);
    });
  });

  test("opens them from a second bar where there is none, without a script too, and Escape closes them", async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(guide);
    for (const pane of ["rail", "contents"]) {
      expect(await page.locator(`#${pane}`).isVisible()).toBe(false);
      await page.locator(`[popovertarget=${pane}]`).focus();
      await page.keyboard.press("Enter");
      expect(await page.locator(`#${pane}`).isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await page.locator(`#${pane}`).isVisible()).toBe(false);
    }
    await context.close();
  });

  test("has the heading that the reader is at marked in its contents, those of the third rank too", async () => {
    await withPage(1280, async (page) => {
      await page.goto(guide);
      const ids = await page
        .locator("#contents li li a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(ids.length).toBeGreaterThan(3);
      for (const id of ids.slice(0, 2)) {
        await page.evaluate((hash) => document.querySelector(hash as string)?.scrollIntoView(), id);
        await page.locator(`#contents a[href="${id}"][aria-current=true]`).waitFor();
        expect(await page.locator("#contents [aria-current]").count()).toBe(1);
      }
    });
  });

  test("an image is no wider than the text", async () => {
    await withPage(1280, async (page) => {
      await page.goto(guide);
      await page.evaluate(() => {
        const image = document.createElement("img");
        image.width = 2000;
        image.height = 10;
        image.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='10'/>";
        document.querySelector(".text")?.append(image);
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    });
  });
});

test("the lines of a Chinese title end between words, on a narrow screen too", async () => {
  await withPage(320, async (page) => {
    let lines = 0;
    for (const place of kinds) {
      await page.goto(`${root}zh-TW/${place}`);
      const tops = await page.evaluate(() => {
        const words = document.createTreeWalker(document.querySelector("h1") as Element, NodeFilter.SHOW_TEXT);
        const found: [text: string, tops: number[]][] = [];
        for (let word = words.nextNode(); word; word = words.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(word);
          found.push([word.textContent ?? "", [...range.getClientRects()].map(({ top }) => Math.round(top))]);
        }
        return found;
      });
      lines += new Set(tops.flatMap(([, each]) => each)).size - 1;
      const cut = tops.filter(([text, each]) => /^\p{Script=Han}{2,6}$/u.test(text) && new Set(each).size > 1);
      expect(cut, place).toEqual([]);
    }
    expect(lines).toBeGreaterThan(3);
  });
});

test.each(["fastify", "nginx", "apache"])(
  "a Chinese title of one piece is not cut within a word: %s",
  async (recipe) => {
    await withPage(320, async (page) => {
      await page.goto(`${root}zh-TW/recipes/${recipe}/`);
      const [tops, cuts] = await page.evaluate(() => {
        const words = document.createTreeWalker(document.querySelector("h1") as Element, NodeFilter.SHOW_TEXT);
        const lines = new Set<number>();
        const within: string[] = [];
        for (let word = words.nextNode(); word; word = words.nextNode()) {
          const text = word.textContent ?? "";
          const topAt = (index: number) => {
            const range = document.createRange();
            range.setStart(word as Node, index);
            range.setEnd(word as Node, index + 1);
            return Math.round(range.getBoundingClientRect().top);
          };
          for (let index = 0; index < text.length; index++) {
            lines.add(topAt(index));
            const pair = text.slice(index, index + 2);
            if (/^\p{Script=Han}{2}$/u.test(pair) && topAt(index) !== topAt(index + 1)) within.push(pair);
          }
        }
        return [lines.size, within] as const;
      });
      expect(tops).toBeGreaterThan(1);
      expect(cuts).toEqual([]);
    });
  },
);

test("no block of code is cut or scrolls sideways, what wraps hangs by its own indent, and no row is cut into letters", async () => {
  for (const width of [320, 768, 1280]) {
    await withPage(width, async (page) => {
      for (const place of [
        "en/guides/preflight-404/",
        "ja/causes/options-not-routed/",
        "zh-TW/terminal/",
        "en/recipes/express/",
        "zh-TW/recipes/tornado/",
      ]) {
        await page.goto(root + place);
        await wake(page);
        const blocks = await page
          .locator("pre")
          .evaluateAll((all) => all.map((block) => [block.tabIndex, block.scrollWidth - block.clientWidth]));
        expect(blocks.length, place).toBeGreaterThan(3);
        for (const block of blocks) expect(block, place).toEqual([-1, 0]);
        const [wrapped, outdented] = await page.locator("pre :is(.l, .rem)").evaluateAll((all) => {
          // On a narrow screen a comment is a paragraph, on others its lines are lines.
          const lines = all.filter((line) => getComputedStyle(line).display === "block");
          const startsOf = (line: Element) => {
            const range = document.createRange();
            range.selectNodeContents(line);
            const starts = new Map<number, number>();
            for (const { left, top, width } of range.getClientRects())
              if (width > 0) starts.set(Math.round(top), Math.min(left, starts.get(Math.round(top)) ?? left));
            return [...starts].sort(([a], [b]) => a - b).map(([, left]) => left);
          };
          const over = lines.filter((line) => startsOf(line).length > 1);
          return [
            over.length,
            over.filter((line) =>
              startsOf(line).some((left, index, [first]) => index > 0 && left <= (first as number)),
            ),
          ].map((found) => (Array.isArray(found) ? found.map(({ textContent }) => textContent) : found));
        });
        expect(outdented, `${place} at ${width}`).toEqual([]);
        if (width === 320) expect(wrapped, place).toBeGreaterThan(3);
        // A setting of more than one line has the row's whole width.
        const squeezed = await page.locator(".rows > * > :last-child:not(:first-child)").evaluateAll((settings) =>
          settings
            .filter((setting) => {
              const { height, left } = setting.getBoundingClientRect();
              const row = (setting.parentElement as Element).getBoundingClientRect();
              return height > 1.5 * Number.parseFloat(getComputedStyle(setting).lineHeight) && left > row.left + 1;
            })
            .map((setting) => setting.textContent),
        );
        expect(squeezed, place).toEqual([]);
      }
    });
  }
});

test("a comment of several lines is one paragraph on a narrow screen, and is copied as it stands", async () => {
  const place = `${root}en/recipes/express/`;
  const look = (page: Page) =>
    page
      .locator("[data-recipe-code] .rem")
      .first()
      .evaluate((comment) => ({
        // biome-ignore lint/performance/useDomNodeTextContent: what is shown of it is asked, and only this knows that
        marks: (comment as HTMLElement).innerText.split("// ").length - 1,
        lines: (comment.textContent ?? "").split("\n").length,
      }));
  for (const [width, marks] of [
    [320, 1],
    [1280, 2],
  ] as const)
    await withPage(width, async (page) => {
      await page.goto(place);
      expect(await look(page)).toEqual({ marks, lines: 2 });
    });
});

test("on a narrow screen a table's short names of code are in one line each", async () => {
  await withPage(320, async (page) => {
    await page.goto(`${root}zh-TW/guides/cookies-across-origins/`);
    const short = await page
      .locator(".scroll td code")
      .evaluateAll((all) =>
        all
          .filter(({ textContent }) => textContent.length <= 15)
          .map((name) => ({ name: name.textContent, lines: name.getClientRects().length })),
      );
    expect(short.length).toBeGreaterThan(5);
    expect(short.filter(({ lines }) => lines > 1)).toEqual([]);
  });
});

test("the titles of guides are as large in every list of them", async () => {
  await withPage(1280, async (page) => {
    const sizes = new Set<string>();
    for (const place of ["", "guides/", "tags/preflight/", "archive/2026/"]) {
      await page.goto(`${root}en/${place}`);
      sizes.add(
        await page
          .locator(".news a")
          .first()
          .evaluate((title) => getComputedStyle(title).fontSize),
      );
    }
    expect(sizes.size).toBe(1);
  });
});

test.each(languages)("what is chosen of a few is in one line where there is room: %s", async (language) => {
  const linesOf = (page: Page, parts: string) =>
    page.locator(parts).evaluateAll((all) => new Set(all.map((part) => part.getBoundingClientRect().top)).size);
  await withPage(1280, async (page) => {
    await page.goto(`${root}${language}/`);
    expect(await linesOf(page, ".try button")).toBe(1);
    await page.goto(`${root}${language}/checker/`);
    expect(await linesOf(page, ".checklist .method .seg label")).toBe(1);
  });
  await withPage(320, async (page) => {
    await page.goto(`${root}${language}/checker/`);
    expect(await linesOf(page, ".checklist > .parts label")).toBe(1);
  });
});

test("code is copied without its line numbers and the signs beside it", async () => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(`${root}en/guides/preflight-404/`);
  await wake(page);
  const block = page.locator(".code:has(> figcaption .copy)").first();
  await block.locator(".copy").click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator("pre").textContent());
  await context.close();
});

describe("a failing exchange", () => {
  test("bears one ✕, at the browser's gate", async () => {
    await withPage(1280, async (page) => {
      await page.goto(`${root}en/causes/options-not-routed/`);
      const marks = await page
        .locator(".exchange li.broken")
        .first()
        .evaluate((item) => {
          const drawn = [item, ...item.querySelectorAll("*")].flatMap((element) =>
            ["::before", "::after"].map((part) => getComputedStyle(element, part).content),
          );
          return [...drawn, item.textContent].filter((text) => text?.includes("✕")).length;
        });
      expect(marks).toBe(1);
    });
  });
});

test("the reader's own colours keep the current page and the arrows' heads", async () => {
  const context = await browser.newContext({ forcedColors: "active", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${root}en/guides/preflight-404/`);
  const { head, marked, others } = await page.evaluate(() => {
    const links = [...document.querySelectorAll(".menu nav:first-child a")];
    const underlined = (link: Element) => getComputedStyle(link).textDecorationLine.includes("underline");
    return {
      head: getComputedStyle(document.querySelector("h1.arrow") as Element, "::after").backgroundColor,
      marked: links.filter((link) => link.hasAttribute("aria-current")).map(underlined),
      others: links.filter((link) => !link.hasAttribute("aria-current")).map(underlined),
    };
  });
  expect(head).not.toBe("rgba(0, 0, 0, 0)");
  expect(marked).toEqual([true]);
  expect(others).not.toContain(true);
  await context.close();
});

test.each(kinds)("/%s can be read in the reader's own colours, on light and on dark", async (place) => {
  await withPage(1280, async (page) => {
    await page.goto(`${root}${languages[kinds.indexOf(place) % languages.length]}/${place}`);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      expect(await axeViolations(page, { rules: colourRules }), colorScheme).toEqual([]);
    }
  });
});

test("on paper there are the address and the links' addresses, and nothing that only a screen can use", async () => {
  await withPage(1280, async (page) => {
    await page.goto(`${root}en/guides/preflight-404/`);
    await wake(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".foot .address").isVisible()).toBe(true);
    for (const part of [".bar", ".copy", ".sub", ".step"])
      expect(await page.locator(part).first().isVisible(), part).toBe(false);
    const after = await page
      .locator('.text a[href^="https"]')
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
    expect(after).toContain("https://");
  });
});

test("from the home page to a fix and back by the keyboard alone", async () => {
  await withPage(1280, async (page) => {
    await page.goto(`${root}en/`);
    // Over the skip link to the box, what one has is written, and sent with its button.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("paste");
    await page.keyboard.type("Preflight response is not successful. Status code: 404");
    while (!(await page.evaluate(() => document.activeElement?.matches("[data-box] [type=submit]")))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.locator(".finding .fix").waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("[data-answer]"));
    // The answer has the focus: its first link is a few stops away.
    for (let stops = 0; stops < 20; stops++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.getAttribute("href")?.includes("/causes/"))) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(`${root}en/causes/options-not-routed/`);
    await page.locator("#fix").waitFor();
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe(new URL(`${root}en/`).pathname);
  });
});

test("a page has at most two style files", () => {
  // What paper alone needs is another: no browser waits for it, or puts it before what a screen shows.
  for (const page of pages) {
    const sheets = find(page, "link[rel=stylesheet]").filter(({ attributes: { media } }) => media !== "print");
    expect(sheets.length, page.path).toBeLessThanOrEqual(2);
  }
});
