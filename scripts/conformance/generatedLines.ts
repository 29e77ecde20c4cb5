import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultParams, longestMaxAge, type RecipeParams } from "../../src/generator/params.ts";
import { fillRecipe } from "../../src/generator/slots.ts";
import { Inexpressible } from "../../src/generator/syntaxes.ts";
import { checkPreflightResponse, checkResponse, isCorsSafelistedMethod } from "../../src/rules/index.ts";
import { type Answer, listOf, valuesOf } from "./http.ts";
import { assertNotLetIn, assertPasses, type HttpLine, httpLines, shown } from "./lines.ts";
import { type Runnable, readMain } from "./recipes.ts";
import { foreignOrigins, request, sendActual, sendPreflight } from "./requests.ts";
import { startRecipe } from "./workshop.ts";

/** How many random sets of parameters each recipe is run with. */
export const randomSets = 20;

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const port = fc.option(fc.integer({ min: 1024, max: 65_535 }), { nil: undefined });
const host = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(label, label).map(([a, b]) => `${a}.${b}.example`) },
  { weight: 1, arbitrary: fc.constant("localhost") },
  { weight: 1, arbitrary: fc.constant("[::1]") },
  { weight: 1, arbitrary: fc.constant("192.0.2.7") },
);
const origin = fc
  .tuple(fc.constantFrom("https", "http"), host, port)
  .map(([scheme, name, number]) => `${scheme}://${name}${number === undefined ? "" : `:${number}`}`);
const method = fc.constantFrom(
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "PROPFIND",
  "REPORT",
  "QUERY",
  "M-SEARCH",
);
const header = fc.oneof(
  fc.constantFrom("Authorization", "Content-Type", "X-Requested-With", "X-CSRF-Token", "traceparent", "X-API-Key"),
  fc.stringMatching(/^X-[A-Za-z][A-Za-z0-9-]{0,12}[A-Za-z0-9]$/),
);

const params: fc.Arbitrary<RecipeParams> = fc.record({
  origins: fc.uniqueArray(origin, { minLength: 1, maxLength: 3 }),
  methods: fc.uniqueArray(method, { minLength: 1, maxLength: 6 }),
  headers: fc.uniqueArray(header, { minLength: 1, maxLength: 5, selector: (name) => name.toLowerCase() }),
  credentials: fc.boolean(),
  maxAge: fc.oneof(fc.constantFrom(0, 1, 7200, longestMaxAge), fc.integer({ min: 1, max: longestMaxAge })),
});

/** @returns random but valid parameters, the same for the same seed */
export function randomParams(seed: number): RecipeParams[] {
  return fc.sample(params, { seed, numRuns: randomSets });
}

/** Runs a recipe with each set of parameters, and asks whether it allows exactly what they say. */
export async function generatedLine(recipe: Runnable, sets: readonly RecipeParams[]): Promise<void> {
  for (const random of sets) {
    // Some software leaves the header out for 0. Its recipe refuses 0, and nothing else.
    const set = random.maxAge === 0 && !isWritable(recipe, random) ? { ...random, maxAge: 1 } : random;
    const server = await startRecipe(recipe, { params: set });
    try {
      await allowsExactly(server.url, set);
    } catch (error) {
      throw new Error(`With ${JSON.stringify(set)}:\n${(error as Error).message}`, { cause: error });
    } finally {
      await server.stop();
    }
  }
}

async function allowsExactly(url: string, set: RecipeParams): Promise<void> {
  const data = `${url}/api/data`;
  const headers = set.headers.map((name) => [name, "x"] as const);
  const credentials = set.credentials ? "include" : "omit";
  const from = (origin: string) => request(data, { origin, method: "DELETE", headers, credentials });

  for (const origin of set.origins) {
    for (const name of new Set([...set.methods, "NOT-LISTED"])) {
      const wanted = { ...from(origin), method: name, headers: [...headers, ["X-Asks", "x"] as const] };
      const unlisted = checkPreflightResponse(wanted, await sendPreflight(wanted));
      assert.ok(!unlisted.ok, `${name} with a header that is not listed must not pass.`);
      const asked = { ...wanted, headers };
      // Every method in here is asked for by a preflight: a header or the method itself causes it.
      if (isCorsSafelistedMethod(name) && headers.every(([header]) => /^content-type$/i.test(header))) continue;
      const answer = await sendPreflight(asked);
      const judged = checkPreflightResponse(asked, answer);
      const listed = set.methods.includes(name);
      if (listed) assertPasses(judged, asked, answer, "the preflight");
      else assert.ok(!judged.ok, `${name} is not listed and must not pass.\n${shown(answer)}`);
      if (listed) assertMaxAge(answer, set.maxAge);
    }
    // Some software leaves the headers out of its answer to a method that is not listed, and no standard forbids that.
    const method = ["GET", "POST", "PUT", "PATCH", "DELETE"].find((name) => set.methods.includes(name));
    if (method === undefined) continue;
    const body = method === "GET" ? "none" : "text";
    const wanted = request(data, { origin, method, headers: [], credentials, body });
    const answer = await sendActual(wanted);
    assertPasses(checkResponse(wanted, answer), wanted, answer, "the answer");
    const withCredentials = { ...wanted, credentials: "include" as const };
    assert.equal(checkResponse(withCredentials, answer).ok, set.credentials, `With credentials.\n${shown(answer)}`);
    assert.ok(listOf(answer, "Vary").includes("origin"), `Vary: Origin.\n${shown(answer)}`);
  }
  for (const origin of [...foreignOrigins, ...set.origins.map((origin) => `${origin}.evil.test`)]) {
    if (set.origins.includes(origin)) continue;
    for (const answer of [await sendPreflight(from(origin)), await sendActual(from(origin))]) {
      assertNotLetIn(from(origin), answer);
    }
  }
}

function assertMaxAge(answer: Answer, maxAge: number): void {
  assert.deepEqual(valuesOf(answer, "Access-Control-Max-Age"), [String(maxAge)], shown(answer));
}

/** Names that a header or a method can have: each tries to start a variable, to end a text, or to be a comment. */
export const hostileTokens = [
  "x-'a",
  "x-$host",
  "x-$$",
  "x-%s%%",
  "x-`id`",
  "x-#a",
  "x-|a^b~",
  "x-&amp",
  "x-*",
  "x-!a",
  "x-+.a",
];
/** Names that no header has, so the form refuses them: they must be harmless even so. */
export const hostileTexts = [
  'x-"a',
  "x-\\a",
  "x-\\",
  "x-$(id)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: other languages fill this in
  "x-${PATH}",
  "x-#{1}",
  "x-%{PATH}e",
  "x-{a}",
  "x-{{a}}",
  "x-*/a",
  "x-//a",
  "x-;a",
  "x-<a&b>",
  "x-]]>",
  "x-{http.request.uri}",
];
const lineBreaks = ["x-a\nb", "x-a\r\nInjected: 1", "x-\u2028a", "x-\u0000"];

/** What an answer to the hostile form must have in common with the plain one. */
const everywhere = ["actual", "errors", "foreign", "max-age", "once"] as const;

/**
 * Runs a recipe with hostile values that passed by every check of the form. Each is either refused,
 * by name, or it is one more member of the list and changes nothing else.
 */
export async function hostileLine(recipe: Runnable): Promise<void> {
  if (recipe.slots.length === 0) return;
  for (const name of lineBreaks) {
    for (const field of ["origins", "methods", "headers"] as const) {
      assert.ok(!canWrite(recipe, field, name), `${JSON.stringify(name)} must be refused.`);
    }
  }
  const plain = await answersOf(recipe, defaultParams, [...everywhere, "preflight"]);
  for (const [names, lines] of [
    [hostileTokens, [...everywhere, "preflight"]],
    // A list that holds such a name is malformed, so no preflight passes by it.
    [hostileTexts, everywhere],
  ] as const) {
    const headers = names.filter((name) => canWrite(recipe, "headers", name));
    const methods = names.filter((name) => canWrite(recipe, "methods", name));
    const origins = names.map((name) => `https://${name}.example`).filter((name) => canWrite(recipe, "origins", name));
    const set = extended({ origins, methods, headers });
    const hostile = await answersOf(recipe, set, lines);
    assert.deepEqual(hostile.names, plain.names, "Hostile values change which headers are sent.");
    // Some servers send their whole list, some repeat those that were asked for.
    if (hostile.allowed === plain.allowed) continue;
    for (const name of headers) {
      assert.ok(hostile.allowed.includes(name.toLowerCase()), `${name} must be sent as it is, in: ${hostile.allowed}`);
    }
  }
}

/** The default parameters, with more members in their lists. */
function extended(more: Partial<Record<"origins" | "methods" | "headers", readonly string[]>>): RecipeParams {
  const list = (field: "origins" | "methods" | "headers") => [...defaultParams[field], ...(more[field] ?? [])];
  return { ...defaultParams, origins: list("origins"), methods: list("methods"), headers: list("headers") };
}

function canWrite(recipe: Runnable, field: "origins" | "methods" | "headers", value: string): boolean {
  // Where the recipe has no slot for it, nothing is written.
  return isWritable(recipe, extended({ [field]: [value] })) && recipe.slots.some((slot) => slot.value === field);
}

function isWritable(recipe: Runnable, set: RecipeParams): boolean {
  try {
    fillRecipe(readMain(recipe).inside, recipe.slots, set);
    return true;
  } catch (error) {
    if (error instanceof Inexpressible) return false;
    throw error;
  }
}

async function answersOf(recipe: Runnable, set: RecipeParams, lines: readonly HttpLine[]) {
  const server = await startRecipe(recipe, { params: set });
  try {
    const cannot: readonly string[] = recipe.cannot;
    for (const line of lines) if (!cannot.includes(line)) await httpLines[line](server.url);
    const wanted = request(`${server.url}/api/data`, { method: "PUT" });
    const preflight = await sendPreflight(wanted);
    const actual = await sendActual({ ...wanted, body: "text" });
    return {
      names: [preflight, actual].map(({ headers }) => headers.map(([name]) => name.toLowerCase()).sort()),
      allowed: valuesOf(preflight, "Access-Control-Allow-Headers").join(", ").toLowerCase(),
    };
  } catch (error) {
    throw new Error(`With ${JSON.stringify(set)}:\n${(error as Error).message}`, { cause: error });
  } finally {
    await server.stop();
  }
}
