import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPages, type Pages } from "../../scripts/conformance/browserLine.ts";
import { loadRecipe, type Runnable } from "../../scripts/conformance/recipes.ts";
import { startRecipe } from "../../scripts/conformance/workshop.ts";
import type { Running } from "../../scripts/support/program.ts";
import { defaultParams } from "../../src/generator/params.ts";
import { launchTimeout } from "../support/chromium.ts";
import { countOwn, ownHere, recordHeld } from "./own.ts";

/** What the suite does not ask: it knows the paths beside /graphql, for which the same CORS layer answers. */
const all = ["apollo-server", "graphql-yoga"];
const servers = ownHere(all).map((id) => loadRecipe(id) as Runnable);
test("the others are counted", (context) => countOwn(context, all));
recordHeld(all);

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
}, launchTimeout);
afterAll(() => pages?.close());

describe.for(servers)("$id", (recipe) => {
  let server: Running;
  beforeAll(async () => {
    server = await startRecipe(recipe, { params: { ...defaultParams, origins: [pages.allowed] } });
  }, recipe.run.patience * 1000);
  afterAll(() => server?.stop());

  test("a mutation with a token passes its preflight", async () => {
    const got = await ask(pages, pages.allowed, server.url, 'mutation { greet(name: "you") }');
    expect(got).toEqual({ status: 200, body: { data: { greet: "hello, you" } } });
  });

  test("the page reads the errors of a resolver and of a query that is none", async () => {
    const failed = await ask(pages, pages.allowed, server.url, "{ boom }");
    expect(failed).toMatchObject({ status: 200, body: { data: { boom: null }, errors: [{}] } });
    const malformed = await ask(pages, pages.allowed, server.url, "{ no such query");
    expect(malformed).toMatchObject({ body: { errors: [{}] } });
  });

  test("a page of another origin gets nothing", async () => {
    expect(await ask(pages, pages.foreign, server.url, "{ hello }")).toBe("TypeError: Failed to fetch");
  });
});

/** Asks from a page. @returns the status and what GraphQL answered; or what was thrown */
async function ask({ browser }: Pages, origin: string, url: string, query: string): Promise<unknown> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(origin);
    return await page.evaluate(
      async ({ url, query }) => {
        const headers = { "Content-Type": "application/json", Authorization: "Bearer token" };
        const body = JSON.stringify({ query });
        try {
          const response = await fetch(`${url}/graphql`, { method: "POST", headers, body, credentials: "include" });
          return { status: response.status, body: await response.json() };
        } catch (error) {
          return String(error);
        }
      },
      { url, query },
    );
  } finally {
    await context.close();
  }
}
