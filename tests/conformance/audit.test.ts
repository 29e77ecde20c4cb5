import { describe, expect, inject, test } from "vitest";
import { type HttpLine, httpLines } from "../../scripts/conformance/lines.ts";
import { loadRecipe, type Runnable, runnable } from "../../scripts/conformance/recipes.ts";
import { allowedOrigin, json, paths, request, sendActual, token } from "../../scripts/conformance/requests.ts";
import { startRecipe } from "../../scripts/conformance/workshop.ts";
import { audit, type LineResult } from "../../src/audit/index.ts";
import { probe, type Verdict } from "../../src/probe/index.ts";
import { checkResponse, isRedirectStatus } from "../../src/rules/index.ts";

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
    await httpLines[line](url).catch(async ({ message }: Error) => {
      // With which error a path has to be answered only the suite knows, and that it has to be one. What is redirected
      // where it should be answered anybody sees.
      const answered = Number(/ is answered \d{3}\.\n(\d{3})/.exec(message)?.[1] ?? 0);
      const isUnknowable = answered > 0 && (line === "errors" || answered >= 400);
      // The suite ends a line at its first miss: what it says of a status is not all that is wrong with errors.
      if (!isUnknowable || (line === "errors" && (await hidesErrors(url)))) bySuite.push(line);
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
  const results = report.lines.filter(({ line }) => line !== "reflected");
  const inState = (state: LineResult["state"]) =>
    results.filter((each) => each.state === state).map(({ line }) => line);
  const causes = results.flatMap((result) =>
    result.state === "fails" && ["preflight", "actual", "errors"].includes(result.line)
      ? result.misses.flatMap((miss) => miss.causes)
      : [],
  );
  return { bySuite, byAudit: inState("fails"), untold: inState("unknown"), causes };
}

/** Whether a page cannot read one of a server's errors, or is redirected in place of it for want of a token. */
async function hidesErrors(url: string): Promise<boolean> {
  for (const path of Object.keys(paths)) {
    const wanted = request(url + path, { headers: [] });
    const answer = await sendActual(wanted);
    if (answer.status >= 400 && !checkResponse(wanted, answer).ok) return true;
    const isElsewhere = isRedirectStatus(answer.status);
    if (isElsewhere && !isRedirectStatus((await sendActual(request(url + path))).status)) return true;
  }
  return false;
}

/** What becomes in Chromium of each request that the suite looks for causes in, and the causes of what fails there. */
async function probed(url: string) {
  const asked = [
    ...["PUT", "PATCH", "DELETE"].map((method) => request(`${url}/api/data`, { method, body: "text" })),
    ...Object.keys(paths).flatMap((path) => [request(url + path), request(url + path, { headers: [] })]),
  ];
  const verdicts = new Set<Verdict>();
  const causes = new Set<string>();
  for (const each of asked) {
    const probing = await probe(each, { timeout: 30_000, userAgent: "test" });
    verdicts.add(probing.inEngines.find(({ engine }) => engine === "chromium")?.verdict ?? "unknown");
    for (const cause of probing.causes) causes.add(cause);
  }
  return { verdicts: [...verdicts], causes: [...causes].sort() };
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
      const { bySuite, byAudit, untold } = await failing(url);
      expect({ byAudit, untold }).toEqual({ byAudit: bySuite, untold: [] });
      expect(await probed(url)).toEqual({ verdicts: ["passes"], causes: [] });
    });
  });

  test.skipIf(recipe.broken.stops !== undefined)("as people paste it", { timeout: patience }, async () => {
    await within(recipe, true, async (url) => {
      const { bySuite, byAudit, causes } = await failing(url);
      expect(byAudit).toEqual(bySuite);
      expect(recipe.broken.causes).toEqual(expect.arrayContaining(causes));
      const byProbe = await probed(url);
      expect(byProbe.causes).toEqual([...recipe.broken.causes].sort());
      const isBlocked = byProbe.verdicts.includes("blocked");
      expect(isBlocked).toBe(bySuite.some((line) => ["preflight", "actual", "errors"].includes(line)));
    });
  });
});
