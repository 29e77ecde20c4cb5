import { describe, expect, inject, test } from "vitest";
import { type HttpLine, httpLines } from "../../scripts/conformance/lines.ts";
import { loadRecipe, type Runnable, runnable } from "../../scripts/conformance/recipes.ts";
import { allowedOrigin, json, paths, request, token } from "../../scripts/conformance/requests.ts";
import { startRecipe } from "../../scripts/conformance/workshop.ts";
import { audit } from "../../src/audit/index.ts";
import { probe } from "../../src/probe/index.ts";

/**
 * The audit asks of any server what the suite asks of the recipes, whose paths it knows: both say the same of the
 * recipes that go through the suite in this run, and of what people paste in their place.
 */
const chosen = runnable(inject("recipes").run.map(loadRecipe));
const patience = 1_800_000;
const lines = Object.keys(httpLines) as HttpLine[];

/** The lines that fail by the suite, and by an audit of the same paths. */
async function failing(url: string) {
  const bySuite: HttpLine[] = [];
  for (const line of lines) {
    await httpLines[line](url).catch(({ message }: Error) => {
      // With which error a path has to be answered only the suite knows, and that it has to be one. What is redirected
      // where it should be answered anybody sees.
      const answered = Number(/ is answered \d{3}\.\n(\d{3})/.exec(message)?.[1] ?? 0);
      const isUnknowable = answered > 0 && (line === "errors" || answered >= 400);
      if (!isUnknowable) bySuite.push(line);
    });
  }
  const report = await audit(
    {
      urls: Object.keys(paths).map((path) => url + path),
      origins: [allowedOrigin],
      methods: ["PUT", "PATCH", "DELETE"],
      headers: [token, json],
      credentials: true,
      maxAge: 600,
      vary: ["Accept-Encoding"],
      isUnsafe: true,
    },
    { rate: 100 },
  );
  const byAudit = report.lines.filter(({ state }) => state === "fails").map(({ line }) => line);
  return { bySuite, byAudit: byAudit.filter((line) => line !== "reflected") };
}

/** What becomes in Chromium of each request that the suite looks for causes in. */
async function probed(url: string) {
  const asked = [
    ...["PUT", "PATCH", "DELETE"].map((method) => request(`${url}/api/data`, { method, body: "text" })),
    ...Object.keys(paths).map((path) => request(url + path)),
  ];
  const verdicts: string[] = [];
  for (const each of asked) {
    const { inEngines } = await probe(each, { timeout: 30_000, userAgent: "test" });
    verdicts.push(inEngines.find(({ engine }) => engine === "chromium")?.verdict ?? "");
  }
  return verdicts;
}

async function within<T>(recipe: Runnable, broken: boolean, look: (url: string) => Promise<T>): Promise<T> {
  const server = await startRecipe(recipe, { broken });
  try {
    return await look(server.url);
  } finally {
    await server.stop();
  }
}

describe.for(chosen)("$id", (recipe) => {
  test("as the recipe has it", { timeout: patience }, async () => {
    await within(recipe, false, async (url) => {
      const { bySuite, byAudit } = await failing(url);
      expect(byAudit).toEqual(bySuite);
      expect(await probed(url)).toEqual(Array(7).fill("passes"));
    });
  });

  test.skipIf(recipe.broken.stops !== undefined)("as people paste it", { timeout: patience }, async () => {
    await within(recipe, true, async (url) => {
      const { bySuite, byAudit } = await failing(url);
      expect(byAudit).toEqual(bySuite);
      const isBlocked = (await probed(url)).includes("blocked");
      expect(isBlocked).toBe(bySuite.some((line) => ["preflight", "actual", "errors"].includes(line)));
    });
  });
});
