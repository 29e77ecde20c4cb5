import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadRecipe, type Runnable } from "../../scripts/conformance/recipes.ts";
import { startRecipe } from "../../scripts/conformance/workshop.ts";
import { languages } from "../../src/site.config.ts";
import { launchChromium, launchTimeout } from "../support/chromium.ts";
import { type Served, serve } from "../support/ownServers.ts";
import { attacked } from "./attacked.ts";

/** What the guide to safe CORS says that an attacker reads, and does not: in a browser, of what people paste. */
const recipes = attacked.map((id) => loadRecipe(id) as Runnable);
const isHere = ({ id }: Runnable) => inject("recipes").attacked.includes(id);

/** None of them is the recipes' own `https://app.example.com`: another site, one that begins like it, and a frame without an origin. */
const from = {
  "an unrelated site": { host: "evil.test", path: "/" },
  "a host that begins with the allowed one": { host: "app.example.com.evil.test", path: "/" },
  "a sandboxed frame": { host: "evil.test", path: "/around" },
};

const around = '<!doctype html><iframe sandbox="allow-scripts" src="/"></iframe>';

let browser: Browser;
let pages: Served;
beforeAll(async () => {
  pages = await serve(({ url }, response) => {
    response.setHeader("Content-Type", "text/html").end(url === "/around" ? around : "<!doctype html>");
  });
  browser = await launchChromium(["--host-resolver-rules=MAP *.test 127.0.0.1"]);
}, launchTimeout);
afterAll(async () => {
  await browser?.close();
  pages.stop();
});

/** What a script on a page reads of a request with credentials: the method that the application saw, or the error. */
async function read({ host, path }: { host: string; path: string }, url: string, method: string): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.goto(`http://${host}:${new URL(pages.url).port}${path}`);
    const frame = page.frames().at(-1) ?? page.mainFrame();
    return await frame.evaluate(
      ({ url, method }) =>
        fetch(url, {
          method,
          credentials: "include",
          headers: method === "PUT" ? { "Content-Type": "application/json" } : {},
          body: method === "PUT" ? "{}" : null,
        })
          .then((response) => response.json())
          .then((answer) => answer.method as string, String),
      { url, method },
    );
  } finally {
    await page.close();
  }
}

describe.for(recipes)("$id", (recipe) => {
  test.runIf(isHere(recipe)).for([
    { form: "what people paste is read by everyone", broken: true },
    { form: "the recipe is read by nobody else", broken: false },
  ])("$form", async ({ broken }) => {
    const running = await startRecipe(recipe, { broken });
    try {
      for (const [who, place] of Object.entries(from)) {
        for (const method of ["GET", "PUT"]) {
          const got = await read(place, `${running.url}/api/data`, method);
          expect([who, got]).toEqual([who, broken ? method : "TypeError: Failed to fetch"]);
        }
      }
    } finally {
      await running.stop();
    }
  });
});

describe.for(languages)("in %s", (language) => {
  const text = readFileSync(`content/guides/safe-cors/${language}.mdx`, "utf8");
  const table = text.slice(text.indexOf("{#suffix}"), text.indexOf("{#wildcard}"));
  const rows = [...table.matchAll(/^\| `(.+?)` \| (.+) \|$/gm)].map(([, check = "", lets = ""]) => ({
    check,
    origins: [...lets.matchAll(/`(https?:[^`]+)`/g)].map(([, origin = ""]) => origin),
  }));

  test("each test of part of an Origin lets in what the table says", () => {
    expect(rows).toHaveLength(6);
    const all = rows.slice(0, 2).flatMap(({ origins }) => origins);
    for (const { check, origins } of rows) {
      const body = check.startsWith("/") ? `${check}.test(origin)` : check.replace("…", "https://admin.example.com");
      const passes = new Function("origin", `return ${body}`) as (origin: string) => boolean;
      expect(passes("https://app.example.com"), check).toBe(true);
      // "All of the above" names none.
      const said = origins.length > 0 ? origins : all;
      expect(
        said.filter((origin) => !passes(origin)),
        check,
      ).toEqual([]);
    }
  });
});
